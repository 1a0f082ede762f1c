import type { NodeId, Reference, Unknown, Value } from '@leastwise/model';

/** What a template says at one place, as plain data that two readings share exactly when they say the same. */
export type Said = string | readonly Said[] | { readonly [key: string]: Said };

/** Lists whose order has a meaning; the translator's own tests sort all others too. */
const ordered = new Set(['Layers', 'Path']);

/**
 * What a value says, wherever it stands: references by the logical ids that `idOf` gives them, numbers and booleans as
 * their text, unordered lists sorted. The region and the partition that the translator's tests run in are those of the
 * deployment.
 */
export function say(value: Value, idOf: (node: NodeId) => string, key = ''): Said | undefined {
  switch (value.kind) {
    case 'absent':
      return undefined;
    case 'reference':
    case 'unknown':
      return part(value, idOf);
    case 'text':
      return place(value.parts.map((one) => (typeof one === 'string' ? one : part(one, idOf))).join(''));
    case 'choice':
      return { choice: value.options.map((option) => say(option.value, idOf) ?? '') };
    case 'known': {
      const data = value.value;
      if (data instanceof Map) {
        const members = [...data].flatMap(([name, inner]) => {
          const said = say(inner, idOf, name);
          return said === undefined ? [] : [[name, said] as const];
        });
        return Object.fromEntries(members.toSorted(([one], [other]) => (one < other ? -1 : 1)));
      }
      if (Array.isArray(data)) {
        const items = data.flatMap((inner: Value) => say(inner, idOf) ?? []);
        return ordered.has(key) ? items : sorted(items);
      }
      return data === null ? undefined : place(String(data));
    }
  }
}

/**
 * The definition of a state machine, whether it is written as a map or as a text with substitutions that the translator
 * made up.
 */
export function sayDefinition(properties: Readonly<Record<string, Said>>): Readonly<Record<string, Said>> {
  const { DefinitionString: text, DefinitionSubstitutions: given, ...others } = properties;
  const substitutions = isMap(given) ? given : {};
  const made = Object.entries(substitutions).filter(([name]) => name.startsWith('definition_substitution_'));
  const written = Object.entries(substitutions).filter(([name]) => !name.startsWith('definition_substitution_'));
  const rest = written.length === 0 ? others : { ...others, DefinitionSubstitutions: Object.fromEntries(written) };
  if (typeof text !== 'string') return rest;
  return { ...rest, Definition: sayJson(JSON.parse(text), new Map(made)) };
}

function sayJson(data: unknown, substitutions: ReadonlyMap<string, Said>): Said {
  if (Array.isArray(data)) return sorted(data.map((item) => sayJson(item, substitutions)));
  if (typeof data === 'object' && data !== null) {
    const members = Object.entries(data).map(([key, inner]) => [key, sayJson(inner, substitutions)] as const);
    return Object.fromEntries(members.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }
  const text = place(String(data));
  const name = /^\$\{(.*)\}$/.exec(text)?.[1] ?? '';
  return substitutions.get(name) ?? text;
}

function part(value: Reference | Unknown, idOf: (node: NodeId) => string): string {
  if (value.kind === 'unknown') return `\${${value.name ?? value.cause}}`;
  return value.attribute === 'Ref' ? `\${${idOf(value.node)}}` : `\${${idOf(value.node)}.${value.attribute}}`;
}

function place(text: string): string {
  return text.replace(/\barn:aws:/g, 'arn:${AWS::Partition}:').replaceAll('ap-southeast-1', '${AWS::Region}');
}

function sorted(items: readonly Said[]): readonly Said[] {
  return items.toSorted((one, other) => {
    const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

/** The paths at which two readings differ, each with both sides; nothing when they agree. */
export function differences(ours: Said | undefined, theirs: Said | undefined, path = ''): readonly string[] {
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return [];
  if (isMap(ours) && isMap(theirs)) {
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
    return keys.flatMap((key) => differences(ours[key], theirs[key], path === '' ? key : `${path}.${key}`));
  }
  if (Array.isArray(ours) && Array.isArray(theirs) && ours.length === theirs.length) {
    return ours.flatMap((item: Said, index) => differences(item, theirs[index] as Said, `${path}[${index}]`));
  }
  return [`${path}: ours ${shown(ours)}, theirs ${shown(theirs)}`];
}

function isMap(said: Said | undefined): said is { readonly [key: string]: Said } {
  return typeof said === 'object' && !Array.isArray(said);
}

function shown(said: Said | undefined): string {
  const text = said === undefined ? 'nothing' : JSON.stringify(said);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
