import { findSecrets, type SecretMatch } from '@leastwise/code';
import { asList, asMap, asText, type NodeId, type SourceRange, type SourceTree, type Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';

export type SecretSite = 'environment' | 'stage-variables' | 'state-machine' | 'parameter-default' | 'template';

/** A credential that stands in the text of a template. It never holds the value. */
export interface SecretPlace {
  readonly node: AnyNode;
  readonly site: SecretSite;
  /** The variable or property that holds it. */
  readonly name: string;
  /** The parameter whose default it is, where that is sure. */
  readonly parameter?: string;
  readonly match: SecretMatch;
  /** The credential alone where the text allows, else the whole value: what a code frame must hide. */
  readonly at: SourceRange;
  /** Where a parameter's default is used. */
  readonly usedAt?: SourceRange;
}

const kept = new WeakMap<Estate, ReadonlyMap<NodeId, readonly SecretPlace[]>>();

/** The credentials written in the properties of a node, in the order of the text. */
export function secretPlaces(estate: Estate, id: NodeId): readonly SecretPlace[] {
  let places = kept.get(estate);
  if (places === undefined) kept.set(estate, (places = findPlaces(estate, undefined)));
  return places.get(id) ?? [];
}

/** The same with each place as narrow as the text of the file allows. */
export function secretFacts(estate: Estate, tree: SourceTree): SecretFacts {
  const places = findPlaces(estate, tree);
  return { of: (id) => places.get(id) ?? [] };
}

export interface SecretFacts {
  /** The credentials written in the properties of a node, in the order of the text. */
  of(id: NodeId): readonly SecretPlace[];
}

function findPlaces(estate: Estate, tree: SourceTree | undefined): ReadonlyMap<NodeId, readonly SecretPlace[]> {
  const found = new Map<NodeId, SecretPlace[]>();
  const told = new Set<string>();
  for (const node of estate.nodes.values()) {
    if (node.kind === 'route' || node.kind === 'trigger') continue;
    eachText(node.properties, [], undefined, (text, value, path, name) => {
      for (const whole of placesIn(text, value, path, name, node)) {
        const place = tree === undefined ? whole : { ...whole, at: alone(whole, text, tree) };
        // Tags and Globals copy one text into many resources. An environment is told of every function that holds it.
        const key = `${place.at.file} ${place.at.start} ${place.at.end} ${place.site === 'environment' ? node.id : ''}`;
        if (told.has(key)) continue;
        told.add(key);
        const list = found.get(node.id);
        if (list === undefined) found.set(node.id, [place]);
        else list.push(place);
      }
    });
  }
  return found;
}

function placesIn(
  text: string,
  value: Value,
  path: readonly string[],
  name: string | undefined,
  node: AnyNode,
): readonly SecretPlace[] {
  const parameter = value.kind === 'known' ? value.assumed : undefined;
  // What a deployment gives under NoEcho is not written here; a default under NoEcho is.
  if ('sensitive' in value && value.sensitive === true && parameter === undefined) return [];
  const own = findSecrets({ text, ...(name === undefined ? {} : { name }) });
  const matches = own.length > 0 || parameter === undefined ? own : findSecrets({ text, name: parameter });
  return matches.map((match) => {
    const fallback = parameter === undefined ? undefined : defaultBehind(value, text, match);
    const place = { node, match, name: name ?? path.at(-1) ?? 'value' };
    if (fallback === undefined) return { ...place, site: siteOf(node, path), at: within(value.origin, text, match) };
    // A text of several parts does not say which parameter gave this one.
    const only = (value.via?.length ?? 0) === 1;
    const site = siteOf(node, path);
    // The variable holds it in plain text, whoever gave it; elsewhere the default is the matter.
    return {
      ...place,
      site: site === 'template' ? 'parameter-default' : site,
      at: fallback,
      usedAt: value.origin,
      ...(only && parameter !== undefined ? { parameter } : {}),
    };
  });
}

/** The default that holds the credential: the whole text, or the part of a longer one that the match is. */
function defaultBehind(value: Value, text: string, match: SecretMatch): SourceRange | undefined {
  for (const range of value.via ?? []) {
    const length = range.end - range.start;
    if (length === text.length || length === text.length + 2) return within(range, text, match);
    const part = match.end - match.start;
    if (length === part) return range;
    if (length === part + 2) return { ...range, start: range.start + 1, end: range.end - 1 };
  }
  return undefined;
}

function siteOf(node: AnyNode, path: readonly string[]): SecretSite {
  if (node.kind === 'function' && path[0] === 'Environment') return 'environment';
  if (node.kind === 'state-machine' && path[0]?.startsWith('Definition')) return 'state-machine';
  if (
    (node.kind === 'rest-stage' || node.kind === 'http-stage' || node.kind === 'rest-deployment') &&
    path.some((step) => step.endsWith('Variables'))
  ) {
    return 'stage-variables';
  }
  return 'template';
}

/** Exact when the scalar is written as it reads: plain, or in quotes without escapes. */
function within(origin: SourceRange, text: string, match: SecretMatch): SourceRange {
  const length = origin.end - origin.start;
  const inset = length === text.length ? 0 : length === text.length + 2 ? 1 : -1;
  if (inset < 0) return origin;
  return { file: origin.file, start: origin.start + inset + match.start, end: origin.start + inset + match.end };
}

/**
 * The secret alone in the text of the file: of a block scalar, a joined text or JSON in a string, the value says only where the
 * whole stands. Stays whole when the secret is written in another way than it reads, or more than once.
 */
function alone({ at, match }: SecretPlace, text: string, tree: SourceTree): SourceRange {
  const secret = text.slice(match.start, match.end);
  const read = tree.read(at.file);
  if (at.end - at.start <= secret.length || secret.length === 0 || 'failure' in read) return at;
  const first = read.text.indexOf(secret, at.start);
  if (first < 0 || first + secret.length > at.end) return at;
  const second = read.text.indexOf(secret, first + 1);
  if (second >= 0 && second + secret.length <= at.end) return at;
  return { file: at.file, start: first, end: first + secret.length };
}

type Visit = (text: string, value: Value, path: readonly string[], name: string | undefined) => void;

/** Visits every text with the name that it is assigned to: the property, or the `Name` or `Key` beside a `Value`. */
function eachText(value: Value, path: readonly string[], name: string | undefined, visit: Visit): void {
  if (path.length > 64) return;
  const map = asMap(value);
  if (map !== undefined) {
    const label = labelOf(map);
    for (const [key, inner] of map)
      eachText(inner, [...path, key], isObjectKey(key, map) ? undefined : nameFor(key, label), visit);
    return;
  }
  const list = asList(value);
  if (list !== undefined) {
    for (const inner of list) eachText(inner, path, name, visit);
    return;
  }
  if (value.kind === 'choice') {
    for (const option of value.options) eachText(option.value as Value, path, name, visit);
    return;
  }
  const text =
    value.kind === 'text'
      ? value.parts.map((part) => (typeof part === 'string' ? part : '${value}')).join('')
      : typeof (value.kind === 'known' ? value.value : undefined) === 'string'
        ? asText(value)
        : undefined;
  if (text !== undefined && text.length > 3) visit(text, value, path, name);
}

function nameFor(key: string, label: string | undefined): string {
  return /^(Value|ParameterValue)$/i.test(key) ? (label ?? key) : key;
}

/** `Key` beside `Bucket` names an object, often by a digest of it: nothing that is called a key. */
function isObjectKey(key: string, map: ReadonlyMap<string, Value>): boolean {
  return key === 'Key' && map.has('Bucket');
}

function labelOf(map: ReadonlyMap<string, Value>): string | undefined {
  for (const key of ['Name', 'Key', 'ParameterKey', 'ParameterName', 'name', 'key']) {
    const label = map.get(key);
    const text = label === undefined ? undefined : asText(label);
    if (text !== undefined) return text;
  }
  return undefined;
}
