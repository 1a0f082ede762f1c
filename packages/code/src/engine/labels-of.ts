import { inputLabels } from './input-root.ts';
import { unionLabels, type Labels } from './label.ts';
import type { HeapObject, Value } from './value.ts';

const maxDepth = 6;
const maxObjects = 400;

/** Every label in a value: of the holes of a text, of the members of an object and of theirs. */
export function labelsOf(value: Value): Labels {
  if ((value.kind === 'opaque' || value.kind === 'external') && value.members === undefined) return value.labels;
  if (value.kind === 'constant') return [];
  return collect(value, maxDepth, new Set());
}

function collect(value: Value, depth: number, seen: Set<HeapObject>): Labels {
  switch (value.kind) {
    case 'opaque':
    case 'external': {
      let labels = value.labels;
      if (value.members !== undefined && depth > 0) {
        for (const one of value.members.values.values()) labels = unionLabels(labels, collect(one, depth - 1, seen));
      }
      return labels;
    }
    case 'input':
      return inputLabels(value);
    case 'text':
      return value.parts.reduce<Labels>(
        (all, part) => (typeof part === 'string' ? all : unionLabels(all, collect(part, depth, seen))),
        [],
      );
    case 'test':
      return value.holds === undefined ? [] : collect(value.holds, depth, seen);
    case 'union':
      return value.options.reduce<Labels>((all, one) => unionLabels(all, collect(one, depth, seen)), []);
    case 'environment':
      return value.fallback === undefined ? [] : collect(value.fallback, depth, seen);
    case 'object': {
      const { object } = value;
      if (depth === 0 || seen.has(object) || seen.size > maxObjects) return [];
      seen.add(object);
      let labels: Labels = [];
      for (const [key, one] of object.cells.values) {
        if (key !== '#') labels = unionLabels(labels, collect(one, depth - 1, seen));
      }
      return labels;
    }
    default:
      return [];
  }
}
