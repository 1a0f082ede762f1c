import { exceptions } from './exceptions/index.ts';
import { gatewayRow } from './gateway-rows.ts';
import { derivePassRole } from './pass-role.ts';
import type { SourceAction, SourcePrefix, SourceType } from './read-actions.ts';
import type { SourceOperation, SourceService } from './read-models.ts';
import { deriveTemplates } from './resource-templates.ts';

export type RowKind = 'same name' | 'exception' | 'verb' | 'batch or V2' | 'needs none' | 'unmapped';

/** The needs of an operation in the notation of the pack, and how they were found. */
export interface OperationRow {
  readonly operation: string;
  readonly kind: RowKind;
  readonly needs: string;
  /** The templates of the service that `on <numbers>` counts. */
}

export interface ServiceRows {
  readonly rows: readonly OperationRow[];
  readonly templates: readonly string[];
}

type Reference = ReadonlyMap<string, SourcePrefix>;

/** Needs of every operation of a service. Throws when a hand-written row names an action that does not exist. */
export function rowsOf(service: SourceService, prefix: string, reference: Reference): ServiceRows {
  const templates = new Map<string, number>();
  const rows = service.operations.map((operation) => rowOf(operation, { service, prefix, reference, templates }));
  const unknown = Object.keys(exceptions[service.id] ?? {}).filter(
    (name) => name !== '*' && !service.operations.some((operation) => operation.name === name),
  );
  if (unknown.length > 0) throw new Error(`${service.id} has no operation ${unknown.join(', ')}.`);
  return { rows, templates: [...templates.keys()] };
}

interface Context {
  readonly service: SourceService;
  readonly prefix: string;
  readonly reference: Reference;
  readonly templates: Map<string, number>;
}

function rowOf(operation: SourceOperation, context: Context): OperationRow {
  const { kind, text } = source(operation, context);
  if (text === undefined) return { operation: operation.name, kind: 'unmapped', needs: '?' };
  const needs = text === '' ? [] : text.split('; ').map((need) => finish(need, operation, context));
  const all = needs.length === 0 ? [] : [...needs, ...additions(operation, context, text)];
  return { operation: operation.name, kind, needs: [...new Set(all)].join('; ') };
}

function source(
  operation: SourceOperation,
  { service, prefix, reference }: Context,
): { readonly kind: RowKind; readonly text: string | undefined } {
  const table = exceptions[service.id];
  const exception = table?.[operation.name] ?? table?.['*'];
  if (exception === '' || (exception === undefined && operation.unsigned)) return { kind: 'needs none', text: '' };
  if (exception !== undefined) return { kind: 'exception', text: exception };
  const actions = reference.get(prefix)?.actions;
  const same = actions?.get(operation.name.toLowerCase());
  if (same !== undefined) return { kind: 'same name', text: same.name };
  if (prefix === 'apigateway') return { kind: 'verb', text: gatewayRow(operation) };
  const single = actions === undefined ? undefined : singleOrFirst(operation.name, actions);
  if (single !== undefined) return { kind: 'batch or V2', text: single.name };
  return { kind: 'unmapped', text: undefined };
}

/**
 * AWS authorises the second version of an operation by the action of the first, and an operation on many things by the action
 * for one, where the reference lists no action of its own. Wherever the model of a service says so in words, it says this.
 */
function singleOrFirst(name: string, actions: ReadonlyMap<string, SourceAction>): SourceAction | undefined {
  const first = /^(.+?)V2$/.exec(name)?.[1];
  const second = /^(.*)V2(Permissions|[A-Z].*)$/.exec(name);
  const candidates = [first, second === null ? undefined : `${second[1]}${second[2]}`, /^Batch(.+)$/.exec(name)?.[1]];
  for (const candidate of candidates) {
    const found = candidate === undefined ? undefined : actions.get(candidate.toLowerCase());
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Additions that the models tell: roles handed over, tags on creation, the discovery of an endpoint. */
function additions(operation: SourceOperation, context: Context, text: string): readonly string[] {
  const { service, prefix, reference } = context;
  const passes = text.includes('iam:PassRole') ? [] : derivePassRole(service, operation);
  const discovery = operation.discoversEndpoint && reference.get(prefix)?.actions.has('describeendpoints');
  return [
    ...passes,
    ...(discovery && operation.name !== 'DescribeEndpoints' ? ['+DescribeEndpoints'] : []),
    ...(text.includes('tag-on-create') ? [] : tagging(operation, context)),
  ];
}

const tagMembers = new Set(['Tags', 'tags', 'TagList', 'tagList', 'TagSpecifications']);

function tagging(operation: SourceOperation, { prefix, reference }: Context): readonly string[] {
  if (!/^(?:Create|Register|Import|Run|Start|Publish|Allocate)/.test(operation.name)) return [];
  const member = operation.members.find((each) => tagMembers.has(each.name));
  const actions = reference.get(prefix)?.actions;
  const tag = ['tagresource', 'createtags', 'addtags', 'addtagstoresource']
    .map((name) => actions?.get(name))
    .find((action) => action !== undefined);
  return member === undefined || tag === undefined ? [] : [`+${tag.name} if ${member.name} maybe tag-on-create`];
}

const needPattern = /^(\+?)([^ ]+)(?: on (.+?))?((?: if .+?)?(?: maybe [a-z-]+)?(?: pass .+)?)$/;

/** Checks the action, derives templates where none are written, and numbers them. */
function finish(need: string, operation: SourceOperation, context: Context): string {
  const match = needPattern.exec(need);
  if (match === null) throw new Error(`Not a need: ${need}`);
  const [, plus = '', name = '', written, rest = ''] = match;
  const [prefix, action] = name.includes(':') ? name.split(':') : [context.prefix, name];
  const reference = context.reference.get(prefix ?? '');
  const known = reference?.actions.get((action ?? '').toLowerCase());
  if (reference === undefined || known === undefined) {
    throw new Error(`${context.service.id}.${operation.name}: there is no action ${prefix}:${action}.`);
  }
  const types = new Map(reference.types.map((type) => [type.name, type]));
  const templates =
    written?.split(' | ') ??
    (rest.includes(' pass ') || rest.includes('maybe customer-key') ? [] : deriveTemplates(operation, known, types));
  templates.forEach((template) => checkType(template, types, context));
  const owned = templates.map((template) => owning(template, prefix ?? '', context.prefix));
  const numbers = owned.map((template) => numberOf(template, context.templates));
  const same = prefix === context.prefix && known.name === operation.name && plus === '';
  const full = prefix === context.prefix ? known.name : `${prefix}:${known.name}`;
  return `${plus}${same ? '' : full}${numbers.length === 0 ? '' : ` on ${numbers.join('|')}`}${rest}`;
}

function owning(template: string, prefix: string, home: string): string {
  return prefix === home || /^[^{=@?]+::/.test(template) ? template : `${prefix}::${template}`;
}

function checkType(template: string, types: ReadonlyMap<string, SourceType>, context: Context): void {
  const name = /^[^{=@?]+/.exec(template)?.[0] ?? '';
  const colons = name.indexOf('::');
  const known =
    colons < 0 ? types : new Map(context.reference.get(name.slice(0, colons))?.types.map((type) => [type.name, type]));
  const type = known.get(colons < 0 ? name : name.slice(colons + 2));
  if (type === undefined) {
    if (template.includes('@')) return;
    throw new Error(`${context.service.id}: there is no resource type ${name}.`);
  }
  for (const [, placeholder = ''] of template.matchAll(/[{,]([A-Za-z]+):/g)) {
    if (!(type.arns[0] ?? '').includes(`\${${placeholder}}`)) {
      throw new Error(`${context.service.id}: ${template} names no placeholder of ${type.arns[0]}.`);
    }
  }
}

function numberOf(template: string, templates: Map<string, number>): number {
  const known = templates.get(template);
  if (known !== undefined) return known;
  templates.set(template, templates.size);
  return templates.size - 1;
}
