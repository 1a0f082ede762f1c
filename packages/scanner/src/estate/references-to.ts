import { asList, asMap, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { AnyNode, Estate } from './estate.ts';

/** A place of the templates that mentions an attribute of a node: in another node, or in an output when there is none. */
export interface Mention {
  readonly node?: AnyNode;
  readonly at: SourceRange;
}

/** Every place where `attribute` of a node is used, in the order of the templates. */
export function referencesTo(estate: Estate, id: NodeId, attribute: string): readonly Mention[] {
  const found: Mention[] = [];
  const look = (value: Value, node: AnyNode | undefined): void => {
    if (mentions(value, id, attribute)) found.push({ at: value.origin, ...(node === undefined ? {} : { node }) });
  };
  for (const node of estate.nodes.values())
    if (node.id !== id) walkValue(node.properties, (value) => look(value, node));
  for (const fragment of estate.fragments)
    for (const output of fragment.outputs) walkValue(output.value, (value) => look(value, undefined));
  return found;
}

function mentions(value: Value, id: NodeId, attribute: string): boolean {
  if (value.kind === 'reference') return value.node === id && value.attribute === attribute;
  return (
    value.kind === 'text' &&
    value.parts.some(
      (part) =>
        typeof part !== 'string' && part.kind === 'reference' && part.node === id && part.attribute === attribute,
    )
  );
}

/** Visits every scalar, reference and text inside a value with the keys that lead there. */
function walkValue(
  value: Value,
  visit: (leaf: Value, path: readonly (string | number)[]) => void,
  path: readonly (string | number)[] = [],
): void {
  if (path.length > 64) return;
  const map = asMap(value);
  if (map !== undefined) {
    for (const [key, inner] of map) walkValue(inner, visit, [...path, key]);
    return;
  }
  const list = asList(value);
  if (list !== undefined) {
    list.forEach((inner, index) => walkValue(inner, visit, [...path, index]));
    return;
  }
  if (value.kind === 'choice') {
    for (const option of value.options) walkValue(option.value as Value, visit, path);
    return;
  }
  visit(value, path);
}
