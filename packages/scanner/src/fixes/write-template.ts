import { provenance, type FixIntent, type FixValue, type NodeId, type Value } from '@leastwise/model';
import type { AnyNode } from '../estate/estate.ts';
import {
  child,
  childEntry,
  type MapEntry,
  type MapNode,
  type ScalarNode,
  type SyntaxNode,
} from '../readers/syntax/syntax-node.ts';
import { placeByRows, type Placed } from './dialects/path-row.ts';
import { implicitApis, samPaths } from './dialects/sam-paths.ts';
import { serverlessPaths } from './dialects/serverless-paths.ts';
import { fieldPath } from './field-path.ts';
import { documentOf, isSite, siteOf, type Site, type Workplace } from './site.ts';
import { isFixMap, spellValue, type Names } from './spell-value.ts';
import {
  isRefusal,
  refuse,
  together,
  written,
  type EditableDocument,
  type Refusal,
  type Writing,
} from './text/document.ts';
import { insertEntry } from './text/insert.ts';
import { printScalar, type Spelled } from './text/print-value.ts';
import { appendPath, nodeAt, removePath, replaceNode, setPath, type Path } from './text/set-path.ts';
import { authorizeRoute } from './dialects/authorize-route.ts';

/** Edits of CloudFormation, SAM and `serverless.yml` that do what an intent says. */
export function writeTemplate(intent: FixIntent, place: Workplace): Writing {
  switch (intent.kind) {
    case 'set':
      return atField(intent.subject, intent.field, intent.value, place, setPath);
    case 'append': {
      const tag = tagOf(intent, place);
      if (tag !== undefined) return tag;
      return atField(intent.subject, intent.field, intent.item, place, appendPath);
    }
    case 'remove':
      return atField(intent.subject, intent.field, null, place, (document, map, path) =>
        removePath(document, map, path),
      );
    case 'add-resource':
      return addResource(intent, place);
    case 'replace':
      return replaceAt(intent, place);
    case 'set-parameter':
      return setParameter(intent, place);
    case 'authorize-route':
      return authorizeRoute(intent, place);
  }
}

/** SAM and `serverless.yml` write tags as a map. */
function tagOf(intent: Extract<FixIntent, { kind: 'append' }>, place: Workplace): Writing | undefined {
  const { item } = intent;
  if (intent.field !== 'tags' || !isFixMap(item) || typeof item['Key'] !== 'string') return undefined;
  const site = siteOf(place, intent.subject);
  if (!isSite(site)) return undefined;
  const below = { 'AWS::Serverless::Function': ['Properties', 'Tags'], functions: ['tags'] }[site.owner];
  const value = spellValue(item['Value'] ?? '', namesOf(site, place));
  return below === undefined || value === undefined
    ? undefined
    : setPath(site.document, site.body, [...below, item['Key']], value);
}

type Put = (document: Site['document'], map: MapNode, path: Path, value: Spelled) => Writing;

function atField(subject: NodeId, field: string, value: FixValue, place: Workplace, put: Put): Writing {
  const node = place.estate.nodes.get(subject);
  const site = siteOf(place, subject);
  if (!isSite(site)) return site;
  const path = node === undefined ? undefined : fieldPath(node, field);
  if (node === undefined || path === undefined) return refuse(`There is no field ${field}.`);
  const spelled = spellValue(value, namesOf(site, place));
  if (spelled === undefined) return refuse('It names a resource of another stack.');
  const placed = placeOf(site, node, path, spelled);
  if ('refused' in placed) return placed;
  const base = placed.atTop === true ? rootMap(site) : site.body;
  if (base === undefined) return refuse('The file holds no map.');
  return noting(put(site.document, base, placed.path, placed.value), [
    ...(placed.review === undefined ? [] : [placed.review]),
    ...elsewhere(node, path, site),
  ]);
}

/** The path below what the user wrote, or below the whole file. */
function placeOf(
  site: Site,
  node: AnyNode,
  path: Path,
  value: Spelled,
): (Placed & { readonly atTop?: true }) | Refusal {
  const { owner, fragment } = site;
  if (fragment.format === 'cdk') return refuse('It is synthesised: change the construct.');
  if (owner === node.type) return { path: ['Properties', ...path], value };
  if (fragment.format === 'serverless' && !owner.includes('::')) {
    const placed = placeByRows(serverlessPaths, owner, node.type, path, value);
    if (placed !== undefined) return placed;
    // Events make the API of a service, and the provider says how it is set up.
    const ofProvider = placeByRows(serverlessPaths, 'provider', node.type, path, value);
    if (ofProvider !== undefined) return { ...ofProvider, path: ['provider', ...ofProvider.path], atTop: true };
    return refuse(`serverless.yml has no word for ${path.join('.')}.`);
  }
  if (implicitApis.test(site.resource.logicalId)) {
    const placed = placeByRows(samPaths, 'Globals', node.type, path, value);
    return placed === undefined
      ? refuse('SAM makes this API of events, and Globals cannot say it.')
      : { ...placed, path: ['Globals', ...placed.path], atTop: true };
  }
  const event = eventOf(site);
  if (event !== undefined && node.type === 'AWS::Lambda::EventSourceMapping')
    return { path: ['Properties', 'Events', event, 'Properties', ...path], value };
  if (event !== undefined && node.type === 'AWS::Events::Rule' && path.join('.') === 'Targets.0.DeadLetterConfig.Arn')
    return { path: ['Properties', 'Events', event, 'Properties', 'DeadLetterConfig', 'Arn'], value };
  return (
    placeByRows(samPaths, owner, node.type, path, value) ??
    refuse(`${owner} generates it, and has no word for ${path.join('.')}.`)
  );
}

/** The event of a SAM function that a generated resource comes from: its logical id is theirs joined. */
function eventOf(site: Site): string | undefined {
  const events = child(child(site.body, 'Properties'), 'Events');
  if (events?.kind !== 'map') return undefined;
  return events.entries.find((entry) => site.resource.logicalId === `${site.entry.key}${entry.key}`)?.key;
}

/** What is written outside the subject, such as in Globals or as the default of a parameter, is not touched: it is overridden. */
function elsewhere(node: AnyNode, path: Path, site: Site): readonly string[] {
  let value: Value | undefined = node.properties;
  for (const step of path) {
    if (value?.kind !== 'known') break;
    const data: unknown = value.value;
    if (data instanceof Map) value = (data as ReadonlyMap<string, Value>).get(String(step));
    else value = Array.isArray(data) && typeof step === 'number' ? (data as readonly Value[])[step] : undefined;
  }
  if (value === undefined || value.kind === 'absent') return [];
  const { start, end } = site.entry.value;
  const [origin] = provenance(value);
  if (origin === undefined || value.via !== undefined) return [];
  const isInside =
    origin.file === site.document.file && site.entry.keyStart <= origin.start && origin.end <= Math.max(start, end);
  return isInside ? [] : ['It overrides what is written elsewhere for several resources.'];
}

function addResource(intent: Extract<FixIntent, { kind: 'add-resource' }>, place: Workplace): Writing {
  const site = siteOf(place, intent.subject);
  if (!isSite(site)) return site;
  if (site.fragment.format === 'cdk') return refuse('It is synthesised: add a construct.');
  const names = namesOf(site, place);
  const properties = spellValue(intent.properties, names);
  if (properties === undefined) return refuse('It names a resource of another stack.');
  const body: Spelled = { Type: intent.type, Properties: properties };
  const name = names.added(intent.suffix);
  const isTemplate = site.trail.at(-2) === 'Resources';
  if (isTemplate) return insertEntry(site.document, site.siblings, name, body);
  const root = rootMap(site);
  if (root === undefined) return refuse('The file holds no map.');
  const path = site.fragment.format === 'serverless' ? ['resources', 'Resources', name] : ['Resources', name];
  return setPath(site.document, root, path, body);
}

/** Replaces what stands at a place, if it is the value itself. */
function replaceAt(intent: Extract<FixIntent, { kind: 'replace' }>, place: Workplace): Writing {
  const document = documentOf(place, intent.at.file);
  if (document === undefined) return refuse(`${intent.at.file} cannot be edited.`);
  const site = siteOf(place, intent.subject);
  if (isSite(site) && site.fragment.format === 'cdk') return refuse('It is synthesised: change the construct.');
  const path = pathTo(document.root, intent.at.start, intent.at.end);
  const node = path === undefined ? undefined : nodeAt(document.root, path);
  if (node === undefined) return replaceInText(document, intent);
  const names: Names = isSite(site) ? namesOf(site, place) : { logicalId: () => undefined, added: (suffix) => suffix };
  const value = spellValue(intent.value, names);
  if (value === undefined) return refuse('It names a resource of another stack.');
  const isInside =
    isSite(site) &&
    site.document.file === intent.at.file &&
    site.entry.keyStart <= intent.at.start &&
    intent.at.end <= site.body.end;
  const below = intent.path ?? [];
  if (below.length > 0 && node.kind !== 'map') return refuse('Something else than a map stands there.');
  const writing =
    below.length > 0 && node.kind === 'map'
      ? setPath(document, node, below, value)
      : replaceNode(document, node, entryOf(document.root, path ?? []), value);
  return noting(writing, isInside ? [] : ['The value stands outside the resource, where others may use it too.']);
}

function pathTo(root: Parameters<typeof nodeAt>[0], start: number, end: number): Path | undefined {
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    if (node.start === start && node.end === end) return path;
    if (node.kind === 'scalar') return undefined;
    if (node.kind === 'list') {
      const index = node.items.findIndex((item) => item.start <= start && end <= item.end);
      const item = node.items[index];
      if (item === undefined) return undefined;
      path.push(index);
      node = item;
      continue;
    }
    const entry = node.entries.find(
      (each) =>
        each.merged !== true && each.value.start <= start && end <= each.value.end && each.value.start >= each.keyEnd,
    );
    if (entry === undefined) return undefined;
    path.push(entry.key);
    node = entry.value;
  }
}

/** A part of a text: a credential within an address. */
function replaceInText(document: EditableDocument, intent: Extract<FixIntent, { kind: 'replace' }>): Writing {
  const { file, text, style } = document;
  const { start, end } = intent.at;
  const node = scalarAround(document.root, start, end);
  if (node === undefined || typeof intent.value !== 'string') return refuse('The value is not written as one piece.');
  const whole = text.slice(node.start, start) + intent.value + text.slice(end, node.end);
  if (node.quoted || style.isJson) {
    return /[|>]/.test(text[node.start] ?? '') || /['"\\]/.test(intent.value)
      ? refuse('The value stands in a text of several lines.')
      : written([{ file, start, end, text: intent.value, claims: `${node.start}~${start}` }]);
  }
  return written([
    { file, start: node.start, end: node.end, text: printScalar(whole, style), claims: `${node.start}=` },
  ]);
}

function scalarAround(root: SyntaxNode, start: number, end: number): ScalarNode | undefined {
  let node: SyntaxNode | undefined = root;
  while (node !== undefined && node.kind !== 'scalar') {
    const members: readonly SyntaxNode[] = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value);
    node = members.find((member) => member.start <= start && end <= member.end);
  }
  return node?.tag === undefined ? node : undefined;
}

function entryOf(root: Parameters<typeof nodeAt>[0], path: Path): MapEntry | undefined {
  const key = path.at(-1);
  return typeof key === 'string' ? childEntry(nodeAt(root, path.slice(0, -1)), key) : undefined;
}

function setParameter(intent: Extract<FixIntent, { kind: 'set-parameter' }>, place: Workplace): Writing {
  const site = siteOf(place, intent.subject);
  if (!isSite(site)) return site;
  if (site.fragment.format === 'cdk') return refuse('It is synthesised: change the parameter in the program.');
  const sections = site.fragment.format === 'serverless' ? child(site.document.root, 'resources') : site.document.root;
  const entry = childEntry(child(sections, 'Parameters'), intent.parameter);
  if (entry?.value.kind !== 'map') return refuse(`The parameter ${intent.parameter} is not in this file.`);
  return intent.value === null
    ? removePath(site.document, entry.value, [intent.key])
    : setPath(site.document, entry.value, [intent.key], intent.value);
}

function namesOf(site: Site, place: Workplace): Names {
  return {
    logicalId: (id) => site.fragment.resources.find((resource) => resource.id === id)?.logicalId,
    added: (suffix) => place.added.get(suffix) ?? suffix,
  };
}

function rootMap(site: Site): MapNode | undefined {
  return site.document.root.kind === 'map' ? site.document.root : undefined;
}

function noting(writing: Writing, review: readonly string[]): Writing {
  return isRefusal(writing) ? writing : together([writing, written([], ...review)]);
}
