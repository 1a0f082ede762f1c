import type { Data, NodeId, Reference, Value } from '@leastwise/model';

/** Every reference inside a value. */
export function* referencesIn(value: Value): Generator<Reference> {
  switch (value.kind) {
    case 'reference':
      yield value;
      return;
    case 'text':
      for (const part of value.parts) if (typeof part !== 'string' && part.kind === 'reference') yield part;
      return;
    case 'choice':
      for (const option of value.options) yield* referencesIn(option.value);
      return;
    case 'known': {
      const data: Data = value.value;
      if (data instanceof Map) for (const inner of data.values()) yield* referencesIn(inner);
      else if (Array.isArray(data)) for (const inner of data as readonly Value[]) yield* referencesIn(inner);
      return;
    }
    default:
      return;
  }
}

/** The references of values to nodes of their own stack that are not there. */
export function danglingReferences(
  values: Iterable<Value>,
  prefix: string,
  present: ReadonlySet<NodeId>,
): readonly Reference[] {
  const dangling: Reference[] = [];
  for (const value of values) {
    for (const reference of referencesIn(value)) {
      if (reference.node.startsWith(prefix) && !present.has(reference.node)) dangling.push(reference);
    }
  }
  return dangling;
}
