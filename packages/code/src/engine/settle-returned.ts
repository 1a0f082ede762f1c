import { inputLabels } from './input-root.ts';
import type { CellKey, Cells, Delta } from './cells.ts';
import type { Labels } from './label.ts';
import type { Machine } from './machine.ts';
import { opaque, type Value } from './value.ts';

/** Answers nest little; what lies deeper keeps the doubt. */
const deepest = 4;

/**
 * What guards learned of data holds only on the way that they stand on. A value that leaves the function takes it along: what
 * a caller answers with it later was still checked.
 */
export function settleReturned(machine: Machine, value: Value, depth = 0): Value {
  if (machine.known.values.size === 0 || depth > deepest) return value;
  switch (value.kind) {
    case 'input': {
      const labels = inputLabels(value);
      const settled = withLearned(machine, labels);
      return settled === labels ? value : opaque(settled, 'any', 'data of the event that was checked');
    }
    case 'opaque': {
      const settled = withLearned(machine, value.labels);
      return settled === value.labels ? value : { ...value, labels: settled };
    }
    case 'text':
      return {
        kind: 'text',
        parts: value.parts.map((part) => (typeof part === 'string' ? part : settleReturned(machine, part, depth + 1))),
      };
    case 'union': {
      const settled = value.options.map((option) =>
        option.kind === 'union' ? option : settleReturned(machine, option, depth),
      );
      return settled.some((option, index) => option !== value.options[index]) ? { ...value, options: settled } : value;
    }
    case 'object': {
      if (value.object.kind !== 'plain' && value.object.kind !== 'list' && value.object.kind !== 'tuple') return value;
      for (const [key, held] of value.object.cells.values) {
        const settled = settleReturned(machine, held, depth + 1);
        if (settled !== held) machine.journal.write(value.object.cells, key, settled);
      }
      return value;
    }
    default:
      return value;
  }
}

const data: ReadonlySet<Value['kind']> = new Set(['input', 'opaque', 'text', 'union']);

/** What an arm wrote takes along what the arm's guard learned: `known.has(name) ? name : 'other'`. */
export function settledDelta(machine: Machine, delta: Delta): Delta {
  if (machine.known.values.size === 0) return delta;
  const settled = new Map<Cells, ReadonlyMap<CellKey, Value | undefined>>();
  for (const [cells, keys] of delta) {
    if (cells.kind === 'known') settled.set(cells, keys);
    else {
      const values = new Map<CellKey, Value | undefined>();
      for (const [key, value] of keys) {
        const isData = value !== undefined && data.has(value.kind);
        values.set(key, isData ? settleReturned(machine, value, deepest) : value);
      }
      settled.set(cells, values);
    }
  }
  return settled;
}

function withLearned(machine: Machine, labels: Labels): Labels {
  let isChanged = false;
  const settled = labels.map((label) => {
    const transforms = machine.effective(label);
    if (transforms === label.transforms) return label;
    isChanged = true;
    return { ...label, transforms };
  });
  return isChanged ? settled : labels;
}
