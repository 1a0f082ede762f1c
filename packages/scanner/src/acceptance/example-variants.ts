import { readSyntax } from '../readers/syntax/read-syntax.ts';
import type { SyntaxNode } from '../readers/syntax/syntax-node.ts';

/** An example written another way. The answer must stay; `mayOpen` ones may also become unknown, never the opposite. */
export interface Variant {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The file to scan. */
  readonly root: string;
  readonly mayOpen: boolean;
  /** The literal that is no longer in the text. */
  readonly replaces?: string;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonMap = { readonly [key: string]: Json };

/** Every way in which a user may write the same template: each literal in turn, and the whole. */
export function variantsOf(template: string): readonly Variant[] {
  const root = readSyntax(template, 'template.yaml').root;
  const plain = root === undefined ? {} : toJson(root);
  if (!isMap(plain)) return [];
  const found: Variant[] = [
    whole('ten comment lines before it', `${'# an order service\n'.repeat(10)}${template}`),
    asJson('as JSON', plain),
    asJson('its resources in reverse', reversed(plain)),
    nested(plain),
  ];
  const globals = withGlobals(plain);
  if (globals !== undefined) found.push(asJson('function properties in Globals', globals));
  const sites = sitesOf(plain);
  for (const site of sites) {
    const where = site.path.slice(1).join('.');
    const isText = typeof site.value === 'string';
    found.push(asJson(`${where} from a parameter with default`, withParameter(plain, site, site.value)));
    found.push({
      ...asJson(`${where} from a parameter without default`, withParameter(plain, site, undefined), true),
      replaces: String(site.value),
    });
    found.push(asJson(`${where} in an If of equal branches`, withCondition(plain, site)));
    if (isText && !String(site.value).includes('${')) {
      found.push(asJson(`${where} in a Sub`, replaced(plain, site.path, { 'Fn::Sub': site.value })));
      found.push(asJson(`${where} in a Join`, replaced(plain, site.path, joined(String(site.value)))));
    }
  }
  return found;
}

interface Site {
  readonly path: readonly string[];
  readonly value: string | number | boolean;
}

/** Literals that CloudFormation lets an intrinsic stand for: below Properties, outside intrinsics, not a SAM event's type. */
function sitesOf(template: JsonMap): readonly Site[] {
  const sites: Site[] = [];
  const walk = (value: Json, path: readonly string[]): void => {
    if (Array.isArray(value)) return value.forEach((item: Json, index) => walk(item, [...path, String(index)]));
    if (isMap(value)) {
      if (Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'))) return;
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
      return;
    }
    if (value === null || isStructural(path)) return;
    sites.push({ path, value: value as Site['value'] });
  };
  for (const [id, resource] of Object.entries(asMap(template['Resources']))) {
    walk(asMap(resource)['Properties'] ?? null, ['Resources', id, 'Properties']);
  }
  return sites;
}

/** SAM and OpenAPI decide by these what to generate, and take only literals there. */
function isStructural(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  if (path.includes('Events') && last === 'Type') return true;
  if (['openapi', 'swagger', 'InlineCode', 'ZipFile', 'CodeUri', 'DefinitionString'].includes(last)) return true;
  return path.includes('Body') || path.includes('DefinitionBody') || path.includes('Definition');
}

function withParameter(template: JsonMap, site: Site, value: Site['value'] | undefined): JsonMap {
  const type = typeof site.value === 'number' ? 'Number' : 'String';
  const declared = value === undefined ? { Type: type } : { Type: type, Default: value };
  return {
    ...replaced(template, site.path, { Ref: 'VariantParameter' }),
    Parameters: { ...asMap(template['Parameters']), VariantParameter: declared },
  };
}

function withCondition(template: JsonMap, site: Site): JsonMap {
  return {
    ...replaced(template, site.path, { 'Fn::If': ['VariantCondition', site.value, site.value] }),
    Conditions: {
      ...asMap(template['Conditions']),
      VariantCondition: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] },
    },
  };
}

function joined(text: string): Json {
  const middle = Math.floor(text.length / 2);
  return { 'Fn::Join': ['', [text.slice(0, middle), text.slice(middle)]] };
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html */
const globalProperties = [
  'Handler',
  'Runtime',
  'Timeout',
  'MemorySize',
  'Tracing',
  'ReservedConcurrentExecutions',
  'KmsKeyArn',
  'Environment',
  'VpcConfig',
  'DeadLetterQueue',
  'Layers',
  'Architectures',
  'LoggingConfig',
];

function withGlobals(template: JsonMap): JsonMap | undefined {
  const functions = Object.entries(asMap(template['Resources'])).filter(
    ([, resource]) => asMap(resource)['Type'] === 'AWS::Serverless::Function',
  );
  const only = functions[0];
  if (functions.length !== 1 || only === undefined || template['Globals'] !== undefined) return undefined;
  const [id, resource] = only;
  const own = asMap(asMap(resource)['Properties']);
  const moved = Object.entries(own).filter(([key]) => globalProperties.includes(key));
  const kept = Object.entries(own).filter(([key]) => !globalProperties.includes(key));
  return {
    ...replaced(template, ['Resources', id, 'Properties'], Object.fromEntries(kept)),
    Globals: { Function: Object.fromEntries(moved) },
  };
}

function nested(template: JsonMap): Variant {
  const parent = {
    Resources: { Inner: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: './inner.json' } } },
  };
  return {
    name: 'as a nested stack',
    files: { 'template.json': JSON.stringify(parent, null, 2), 'inner.json': JSON.stringify(template, null, 2) },
    root: 'template.json',
    mayOpen: false,
  };
}

function reversed(template: JsonMap): JsonMap {
  return { ...template, Resources: Object.fromEntries(Object.entries(asMap(template['Resources'])).reverse()) };
}

function whole(name: string, text: string): Variant {
  return { name, files: { 'template.yaml': text }, root: 'template.yaml', mayOpen: false };
}

function asJson(name: string, template: JsonMap, mayOpen = false): Variant {
  return { name, files: { 'template.json': JSON.stringify(template, null, 2) }, root: 'template.json', mayOpen };
}

function replaced(template: JsonMap, path: readonly string[], value: Json): JsonMap {
  const put = (at: Json, rest: readonly string[]): Json => {
    const [step, ...further] = rest;
    if (step === undefined) return value;
    if (Array.isArray(at)) return at.map((item: Json, index) => (String(index) === step ? put(item, further) : item));
    return isMap(at) ? { ...at, [step]: put(at[step] ?? null, further) } : at;
  };
  return put(template, path) as JsonMap;
}

function toJson(node: SyntaxNode): Json {
  const plain: Json =
    node.kind === 'scalar'
      ? node.value
      : node.kind === 'list'
        ? node.items.map(toJson)
        : Object.fromEntries(node.entries.map((entry) => [entry.key, toJson(entry.value)]));
  if (node.tag === undefined || !node.tag.startsWith('!') || node.tag.startsWith('!!')) return plain;
  const name = node.tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return { [name]: plain };
  if (name !== 'GetAtt' || typeof plain !== 'string') return { [`Fn::${name}`]: plain };
  const dot = plain.indexOf('.');
  return { 'Fn::GetAtt': [plain.slice(0, dot), plain.slice(dot + 1)] };
}

function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asMap(value: Json | undefined): JsonMap {
  return isMap(value) ? value : {};
}
