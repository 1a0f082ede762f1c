import { member, type FixIntent, type FixMap, type FixValue, type NodeId, type Value } from '@leastwise/model';
import { rowsByType } from '../../readers/terraform/resources/index.ts';
import { isJoin, type Properties, type Spec } from '../../readers/terraform/resources/row.ts';
import { attributeOf, type HclBlock, type HclBody } from '../../readers/terraform/syntax/hcl.ts';
import { fieldPath } from '../field-path.ts';
import type { Workplace } from '../site.ts';
import { isFixMap, isList } from '../spell-value.ts';
import { isRefusal, refuse, together, written, type Writing } from '../text/document.ts';
import { lineStart, lineStop } from '../text/text-style.ts';
import { insertAfter, insertBlock, setArgument, setArguments } from './hcl-edit.ts';
import { isHclMap, printExpression, Raw, type HclMap, type HclValue } from './hcl-print.ts';
import { blockAround, hclSiteOf, literalAt, readFile, type HclSite } from './hcl-site.ts';
import { labelOf, spellHcl } from './spell-hcl.ts';
import { accompanying, addable, bucketParts, computedPaths } from './terraform-paths.ts';

/** Edits of Terraform that do what an intent says. */
export function writeTerraform(intent: FixIntent, place: Workplace): Writing {
  if (intent.kind === 'authorize-route') return authorize(intent.route, intent.subject, place);
  if (intent.kind === 'replace') return replaceLiteral(intent, place);
  const site = hclSiteOf(place, intent.subject);
  if ('refused' in site) return site;
  const writing = write(intent, site, place);
  const needs = needsAccount(writing) ? [callerIdentity(site, place)] : [];
  return together([writing, ...needs, written([], ...site.review)]);
}

function write(
  intent: Exclude<FixIntent, { kind: 'replace' | 'authorize-route' }>,
  site: HclSite,
  place: Workplace,
): Writing {
  switch (intent.kind) {
    case 'set': {
      const node = place.estate.nodes.get(intent.subject);
      const path = node === undefined ? undefined : fieldPath(node, intent.field);
      if (node === undefined || path === undefined) return refuse(`There is no field ${intent.field}.`);
      return setProperty(site, path.map(String), intent.value, node.properties, place);
    }
    case 'add-resource':
      return addBlock(intent, site, place);
    case 'append':
      return appendTo(intent, site);
    case 'remove': {
      const node = place.estate.nodes.get(intent.subject);
      const path = node === undefined ? undefined : fieldPath(node, intent.field)?.join('.');
      return path === 'VpcConfig'
        ? removeBlock(site, 'vpc_config')
        : refuse('It is not written as a block of its own.');
    }
    case 'set-parameter': {
      if (intent.key !== 'NoEcho') return refuse('Taking a default away is not written for Terraform.');
      for (const read of filesBeside(site.source.file, place)) {
        const variable = read.body.blocks.find(
          (each) => each.type === 'variable' && each.labels[0]?.text === intent.parameter.replace(/^var\./, ''),
        );
        if (variable !== undefined) return setArgument(read.source, variable, ['sensitive'], intent.value);
      }
      return refuse(`The variable ${intent.parameter} is not in this folder.`);
    }
  }
}

function setProperty(
  site: HclSite,
  path: readonly string[],
  value: FixValue,
  properties: Value,
  place: Workplace,
): Writing {
  const leaves = leavesOf(path, value);
  const part = bucketParts.find((each) => site.type === 'aws_s3_bucket' && path.join('.').startsWith(each.path));
  if (part !== undefined) return setBucketPart(site, part, leaves, properties, place);
  const entries: { path: readonly string[]; value: HclValue }[] = [];
  const whole = argumentFor(site.type, path.join('.'));
  if (whole !== undefined && isFixMap(value)) {
    const spelled = spellHcl(value, site, place);
    if (spelled === undefined || !isHclMap(spelled)) return refuse('It names what this module cannot name.');
    return setArgument(site.source, site.block, whole.split('.'), jsonOf(spelled, site));
  }
  for (const leaf of leaves) {
    const name = argumentFor(site.type, leaf.path.join('.'));
    if (name === '') continue;
    if (name === undefined) return jsonMember(site, leaf, place) ?? setByPlace(site, leaf, properties, place);
    const spelled = spellHcl(leaf.path.at(-1) === '0' && name.endsWith('.enabled') ? true : leaf.value, site, place);
    if (spelled === undefined) return refuse('It names what this module cannot name.');
    entries.push({ path: name.split('.'), value: name.endsWith('log_destination') ? behind(spelled, ':*') : spelled });
    for (const [beside, flag] of Object.entries(accompanying[name] ?? {}))
      entries.push({ path: beside.split('.'), value: flag });
  }
  return together(setArguments(site.source, site.block, entries));
}

/**
 * Where the reader's table computes a property, its value says by its place which block holds it. A name that is only respelled may
 * be wrong; then nothing changes in the estate, and the fix is withheld.
 */
function setByPlace(site: HclSite, leaf: Leaf, properties: Value, place: Workplace): Writing {
  const spelled = spellHcl(leaf.value, site, place);
  if (spelled === undefined) return refuse('It names what this module cannot name.');
  const steps = leaf.path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let depth = steps.length; depth >= 0; depth--) {
    const value = depth === 0 ? properties : member(properties, ...steps.slice(0, depth));
    if (value.kind === 'absent' || value.origin === undefined) continue;
    const { file, start, end } = value.origin;
    const read = readFile(place, file);
    if (read === undefined) continue;
    if (depth === steps.length) {
      const literal = literalAt(read.body, start, end);
      if (literal?.kind !== 'literal') continue;
      const text = printExpression(spelled, '', read.source.lineEnd);
      return written([{ file, start: literal.start, end: literal.end, text, claims: `${literal.start}=` }]);
    }
    const rest = steps.slice(depth);
    if (rest.some((step) => typeof step === 'number')) continue;
    const block = blockStarting(read.body, start, end) ?? (depth === 0 ? site.block : undefined);
    if (block === undefined) continue;
    return setArgument(
      read.source,
      block,
      rest.map((step) => snake(String(step))),
      spelled,
    );
  }
  return refuse(`Terraform has no argument for ${leaf.path.join('.')} here.`);
}

/** `${aws_cloudwatch_log_group.orders.arn}:*` */
function behind(value: HclValue, text: string): HclValue {
  return value instanceof Raw ? new Raw(`"\${${value.code}}${text}"`) : value;
}

function snake(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase();
}

/** `RedrivePolicy.deadLetterTargetArn` is a member of a JSON text. */
function jsonMember(site: HclSite, leaf: Leaf, place: Workplace): Writing | undefined {
  const [head = '', ...rest] = leaf.path;
  const name = argumentFor(site.type, head);
  const [key] = rest;
  if (name === undefined || key === undefined || rest.length > 1) return undefined;
  if (attributeOf(site.block.body, name) !== undefined) return refuse(`${name} is written already.`);
  const spelled = spellHcl(leaf.value, site, place);
  return spelled === undefined
    ? undefined
    : setArgument(site.source, site.block, [name], jsonOf({ [key]: spelled }, site));
}

function jsonOf(value: HclMap, site: HclSite): Raw {
  return new Raw(`jsonencode(${printExpression(value, '  ', site.source.lineEnd)})`);
}

/** The argument of a property: as the reader's table names it, or as the list of computed ones does. */
function argumentFor(type: string, path: string): string | undefined {
  const computed = computedPaths[type]?.[path];
  if (computed !== undefined) return computed;
  const row = rowsByType.get(type);
  if (row === undefined || isJoin(row)) return undefined;
  let spec: Spec | undefined = row.properties;
  for (const step of path.split('.')) {
    const members: Properties | undefined = typeof spec === 'object' ? spec : undefined;
    spec = members !== undefined && Object.hasOwn(members, step) ? members[step] : undefined;
  }
  return typeof spec === 'string' ? spec : undefined;
}

/** What CloudFormation writes into a bucket stands in a block beside it: in the one that is there, or in a new one. */
function setBucketPart(
  site: HclSite,
  part: (typeof bucketParts)[number],
  leaves: readonly Leaf[],
  properties: Value,
  place: Workplace,
): Writing {
  const depth = part.path.split('.').length;
  const entries: { path: readonly string[]; value: HclValue }[] = [];
  for (const leaf of leaves) {
    const name = part.arguments[leaf.path.slice(depth).join('.')];
    const spelled = spellHcl(leaf.value, site, place);
    if (name === undefined || spelled === undefined) return refuse('Terraform has no argument for it.');
    entries.push({ path: name.split('.'), value: spelled });
  }
  const present = member(properties, ...part.path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
  if (present.kind !== 'absent') {
    const read = readFile(place, present.origin.file);
    const block = read?.body.blocks.find(
      (each) =>
        each.start <= present.origin.start && present.origin.start < each.end && each.labels[0]?.text === part.type,
    );
    if (read === undefined || block === undefined) return refuse('It is written in an older form, inside the bucket.');
    return together(setArguments(read.source, block, entries));
  }
  const body: Record<string, HclValue> = { bucket: new Raw(`aws_s3_bucket.${site.label}.id`) };
  for (const { path, value } of entries) nest(body, path, value);
  return insertAfter(site.source, site.block, `resource "${part.type}" "${site.label}"`, body);
}

function addBlock(intent: Extract<FixIntent, { kind: 'add-resource' }>, site: HclSite, place: Workplace): Writing {
  const known = addable[intent.type];
  if (known === undefined) return refuse(`Adding ${intent.type} is not written for Terraform yet.`);
  const policy = intent.properties['KeyPolicy'];
  if (intent.type === 'AWS::KMS::Key' && (listIn(policy, 'Statement')?.length ?? 0) > 1)
    return refuse('The key needs a policy that admits a service.');
  const body: Record<string, HclValue> = {};
  if (known.named !== undefined)
    body[known.named] = labelOf(site.label, intent.suffix).replaceAll('_', known.separator ?? '-');
  for (const [property, name] of Object.entries(known.arguments)) {
    const value = at(intent.properties, property.split('.'));
    if (value === undefined) continue;
    const spelled = spellHcl(property === 'Dimensions' ? dimensionsOf(value) : value, site, place);
    if (spelled === undefined) return refuse('It names what this module cannot name.');
    if (property === 'Dimensions') {
      body[name] = new Raw(printExpression(spelled, '  ', site.source.lineEnd));
      continue;
    }
    nest(
      body,
      name.split('.'),
      known.json?.includes(property) === true && isHclMap(spelled) ? jsonOf(spelled, site) : spelled,
    );
  }
  return insertAfter(site.source, site.block, `resource "${known.type}" "${labelOf(site.label, intent.suffix)}"`, body);
}

/** A map in Terraform. */
function dimensionsOf(value: FixValue): FixValue {
  if (!isList(value)) return value;
  const entries = value.flatMap((item) =>
    isFixMap(item) && typeof item['Name'] === 'string' ? [[item['Name'], item['Value'] ?? null] as const] : [],
  );
  return Object.fromEntries(entries);
}

const settings: Readonly<Record<string, string>> = {
  LoggingLevel: 'logging_level',
  ThrottlingRateLimit: 'throttling_rate_limit',
  ThrottlingBurstLimit: 'throttling_burst_limit',
};

function appendTo(intent: Extract<FixIntent, { kind: 'append' }>, site: HclSite): Writing {
  if (site.type === 'aws_api_gateway_stage' && intent.field === 'methodSettings' && isFixMap(intent.item)) {
    const own = `aws_api_gateway_stage.${site.label}`;
    const body: Record<string, HclValue> = {
      rest_api_id: new Raw(`${own}.rest_api_id`),
      stage_name: new Raw(`${own}.stage_name`),
      method_path: '*/*',
    };
    for (const [property, name] of Object.entries(settings)) {
      const value = intent.item[property];
      if (value !== undefined && (value === null || typeof value !== 'object')) nest(body, ['settings', name], value);
    }
    return insertAfter(site.source, site.block, `resource "aws_api_gateway_method_settings" "${site.label}"`, body);
  }
  if (site.type === 'aws_iam_role' && intent.field === 'managedPolicies') {
    const arn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    return insertAfter(
      site.source,
      site.block,
      `resource "aws_iam_role_policy_attachment" "${labelOf(site.label, 'BasicExecution')}"`,
      {
        role: new Raw(`aws_iam_role.${site.label}.name`),
        policy_arn: arn,
      },
    );
  }
  return refuse('Adding to it is not written for Terraform yet.');
}

function removeBlock(site: HclSite, name: string): Writing {
  const found = site.block.body.blocks.filter((each) => each.type === name);
  const [only] = found;
  if (only === undefined || found.length > 1) return refuse(`There is no single block ${name}.`);
  const { file, text } = site.source;
  const stop = lineStop(text, only.end);
  const end = text.startsWith('\r\n', stop) ? stop + 2 : Math.min(stop + 1, text.length);
  return written([{ file, start: lineStart(text, only.start), end, text: '', claims: `${only.start}-` }]);
}

function replaceLiteral(intent: Extract<FixIntent, { kind: 'replace' }>, place: Workplace): Writing {
  const read = readFile(place, intent.at.file);
  if (read === undefined) return refuse(`${intent.at.file} cannot be edited.`);
  if ((intent.path ?? []).length > 0) return conditionOf(intent, read, place);
  const { value } = intent;
  const found =
    literalAt(read.body, intent.at.start, intent.at.end) ??
    literalAt(read.body, intent.at.start - 1, intent.at.end + 1);
  if (found?.kind !== 'literal' || (value !== null && typeof value === 'object'))
    return refuse('The value is not written as one piece.');
  const secret = /^\{\{resolve:secretsmanager:(.+)\}\}$/.exec(typeof value === 'string' ? value : '')?.[1];
  if (secret !== undefined) return readSecret(secret, found, intent, read, place);
  const { start, end } = found;
  const text = printExpression(value, '', read.source.lineEnd);
  const around = blockAround(read.body, start);
  const isShared =
    around === undefined ||
    !read.body.blocks.some((each) => each.type === 'resource' && each.start <= start && start < each.end);
  return written(
    [{ file: intent.at.file, start, end, text, claims: `${start}=` }],
    ...(isShared ? ['The value stands outside the resource, where others may use it too.'] : []),
  );
}

/** A condition of a statement, in a policy that is written as a map or as a data source. */
function conditionOf(
  intent: Extract<FixIntent, { kind: 'replace' }>,
  read: NonNullable<ReturnType<typeof readFile>>,
  place: Workplace,
): Writing {
  const { start, end } = intent.at;
  const [head, operator, key] = (intent.path ?? []).map(String);
  const site = hclSiteOf(place, intent.subject);
  if ('refused' in site) return site;
  const value = spellHcl(intent.value, site, place);
  if (head !== 'Condition' || operator === undefined || key === undefined || value === undefined)
    return refuse('It names what this module cannot name.');
  const { file, text, lineEnd } = read.source;
  const review = written([], 'See whom the statement is meant for.');
  const identity = callerIdentity(
    { ...site, source: read.source, block: blockAround(read.body, start) ?? site.block },
    place,
    read.body,
  );
  const block = blockStarting(read.body, start, end);
  if (block !== undefined) {
    if (block.body.blocks.some((each) => each.type === 'condition'))
      return refuse('The statement has conditions already.');
    const body = { test: operator, variable: key, values: [value] };
    return together([insertBlock(read.source, block, 'condition', body), identity, review]);
  }
  const map = literalAt(read.body, start, end);
  if (map?.kind !== 'map') return refuse('The statement is not written as a map.');
  if (map.entries.some((entry) => text.slice(entry.key.start, entry.key.end).replaceAll('"', '') === 'Condition'))
    return refuse('The statement has conditions already.');
  const last = map.entries.at(-1);
  if (last === undefined || !/[\r\n]/.test(text.slice(start, end)))
    return refuse('The statement is written on one line.');
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, last.key.start), last.key.start))?.[0] ?? '';
  const at = lineStop(text, last.value.end);
  const line = `${indent}Condition = ${printExpression({ [operator]: { [key]: value } }, indent, lineEnd)}`;
  const edit = { file, start: at, end: at, text: `${lineEnd}${line}`, claims: `${start}:Condition` };
  return together([written([edit]), identity, review]);
}

/** What Secrets Manager keeps is read by a data source; the value still ends up in the state. */
function readSecret(
  name: string,
  found: { readonly start: number; readonly end: number },
  intent: Extract<FixIntent, { kind: 'replace' }>,
  read: NonNullable<ReturnType<typeof readFile>>,
  place: Workplace,
): Writing {
  const site = hclSiteOf(place, intent.subject);
  if ('refused' in site) return site;
  const label = name.replaceAll(/[^A-Za-z0-9]+/g, '_').toLowerCase();
  const value = `data.aws_secretsmanager_secret_version.${label}.secret_string`;
  const block = read.body.blocks.find((each) => each.start <= found.start && found.start < each.end) ?? site.block;
  return together([
    written([{ file: read.source.file, start: found.start, end: found.end, text: value, claims: `${found.start}=` }]),
    insertAfter(read.source, block, `data "aws_secretsmanager_secret_version" "${label}"`, { secret_id: name }),
  ]);
}

/** The block that a place is: from its name or its brace to its end. */
function blockStarting(body: HclBody, start: number, end: number): HclBlock | undefined {
  const block = blockAround(body, start);
  if (block === undefined) return undefined;
  const begins = start === block.start || start === block.body.start;
  return begins && (end === block.end || end === block.body.end) ? block : undefined;
}

function authorize(route: NodeId, subject: NodeId, place: Workplace): Writing {
  const owner = place.estate.get(route, 'route')?.generatedFrom?.id ?? route;
  const site = hclSiteOf(place, owner);
  if ('refused' in site)
    return 'refused' in hclSiteOf(place, subject) ? site : refuse('The route is not written as a block of its own.');
  const name = { aws_api_gateway_method: 'authorization', aws_apigatewayv2_route: 'authorization_type' }[site.type];
  if (name === undefined) return refuse('The route is not written as a block of its own.');
  return together([setArgument(site.source, site.block, [name], 'AWS_IAM'), written([], ...site.review)]);
}

/** The account's number comes from a data source, which a module has once. */
function callerIdentity(site: Pick<HclSite, 'source' | 'block'>, place: Workplace, body?: HclBody): Writing {
  for (const read of filesBeside(site.source.file, place)) {
    const has = read.body.blocks.some(
      (each) =>
        each.type === 'data' && each.labels[0]?.text === 'aws_caller_identity' && each.labels[1]?.text === 'current',
    );
    if (has) return written([]);
  }
  const top = body?.blocks.find((each) => each.start <= site.block.start && site.block.start < each.end) ?? site.block;
  return insertAfter(site.source, top, 'data "aws_caller_identity" "current"', {});
}

/** The files of a module. */
function* filesBeside(file: string, place: Workplace): Generator<NonNullable<ReturnType<typeof readFile>>, void> {
  const folder = file.split('/').slice(0, -1).join('/');
  for (const { name } of place.tree.list(folder)) {
    const read = readFile(place, folder === '' ? name : `${folder}/${name}`);
    if (read !== undefined) yield read;
  }
}

function needsAccount(writing: Writing): boolean {
  return !isRefusal(writing) && writing.edits.some((edit) => edit.text.includes('data.aws_caller_identity.current'));
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: FixValue;
}

/** Every member that is no map, by its path; an item of a short list by its index. */
function leavesOf(path: readonly string[], value: FixValue): readonly Leaf[] {
  if (isFixMap(value)) return Object.entries(value).flatMap(([key, inner]) => leavesOf([...path, key], inner));
  if (isList(value) && value.length === 1) return leavesOf([...path, '0'], value[0] ?? null);
  return [{ path, value }];
}

function at(map: FixMap, path: readonly string[]): FixValue | undefined {
  let value: FixValue | undefined = map;
  for (const step of path) {
    if (value === undefined) return undefined;
    if (isList(value)) value = value[Number(step)];
    else value = isFixMap(value) ? value[step] : undefined;
  }
  return value;
}

function listIn(value: FixValue | undefined, key: string): readonly FixValue[] | undefined {
  const found: FixValue | undefined = value !== undefined && isFixMap(value) ? value[key] : undefined;
  return found !== undefined && isList(found) ? found : undefined;
}

function nest(body: Record<string, HclValue>, path: readonly string[], value: HclValue): void {
  const [step = '', ...rest] = path;
  if (rest.length === 0) {
    body[step] = value;
    return;
  }
  const below: Record<string, HclValue> = { ...(body[step] as HclMap | undefined) };
  nest(below, rest, value);
  body[step] = below;
}
