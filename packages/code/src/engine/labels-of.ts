import { inputLabels } from './input-root.ts';
import { unionLabels, type Labels } from './label.ts';
import type { HeapObject, Value } from './value.ts';

const maxDepth = 6;
const maxSeen = 2000;

/** Every label in a value: of the holes of a text, of the members of an object and of theirs. */
export function labelsOf(value: Value): Labels {
  switch (value.kind) {
    case 'opaque':
    case 'external':
      return value.members === undefined || value.members.values.size === 0
        ? value.labels
        : collect(value, maxDepth, new Set());
    case 'constant':
    case 'function':
    case 'class':
    case 'native':
    case 'pattern':
      return none;
    case 'input':
      return inputLabels(value);
    default:
      return collect(value, maxDepth, new Set());
  }
}

const none: Labels = [];

/** Texts hold texts that hold the same texts: what was looked at gives nothing more the second time. */
function collect(value: Value, depth: number, seen: Set<HeapObject | Value>): Labels {
  switch (value.kind) {
    case 'opaque':
    case 'external': {
      let labels = value.labels;
      if (value.members !== undefined && value.members.values.size > 0 && depth > 0 && isNew(value, seen)) {
        for (const one of value.members.values.values()) labels = unionLabels(labels, collect(one, depth - 1, seen));
      }
      return labels;
    }
    case 'input':
      return inputLabels(value);
    case 'text': {
      if (!isNew(value, seen)) return none;
      let labels = none;
      for (const part of value.parts) {
        if (typeof part !== 'string') labels = unionLabels(labels, collect(part, depth, seen));
      }
      return labels;
    }
    case 'test':
      return value.holds === undefined ? none : collect(value.holds, depth, seen);
    case 'union': {
      if (!isNew(value, seen)) return none;
      let labels = none;
      for (const one of value.options) labels = unionLabels(labels, collect(one, depth, seen));
      return labels;
    }
    case 'environment':
      return value.fallback === undefined ? none : collect(value.fallback, depth, seen);
    case 'object': {
      const { object } = value;
      if (depth === 0 || !isNew(object, seen)) return none;
      let labels = none;
      for (const [key, one] of object.cells.values) {
        if (key !== '#' && one.kind !== 'constant') labels = unionLabels(labels, collect(one, depth - 1, seen));
      }
      return labels;
    }
    default:
      return none;
  }
}

function isNew(one: HeapObject | Value, seen: Set<HeapObject | Value>): boolean {
  if (seen.has(one) || seen.size > maxSeen) return false;
  seen.add(one);
  return true;
}
