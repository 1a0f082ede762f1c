import type { FlowClass } from '../facts/flow-class.ts';
import type { SinkSpec } from '../specs/spec.ts';
import { unionLabels, type Labels } from './label.ts';
import type { Machine } from './machine.ts';
import { exactItemsOf, isListLike } from './members.ts';
import { literalText } from './text.ts';
import type { Value } from './value.ts';

/** The data that stands in a place where it is dangerous. */
export function labelsAtPosition(
  machine: Machine,
  value: Value,
  position: SinkSpec['position'],
  flowClass: FlowClass,
): Labels {
  switch (position) {
    case 'text':
      return inText(machine, value);
    case 'name':
    case 'any':
      return machine.labels(value);
    case 'markup':
      return inMarkup(machine, value);
    case 'start':
      return atStart(machine, value, flowClass);
    case 'whole':
      return asWhole(machine, value, 4);
    default:
      return position satisfies never;
  }
}

/** In a text, or in an item of a list; an object with members has rows for each member that is text. */
function inText(machine: Machine, value: Value): Labels {
  if (value.kind === 'union') {
    return value.options.reduce<Labels>((all, one) => unionLabels(all, inText(machine, one)), []);
  }
  if (value.kind === 'object' && !isListLike(value.object)) return [];
  return machine.labels(value);
}

function inMarkup(machine: Machine, value: Value): Labels {
  switch (value.kind) {
    case 'text':
      return /<[a-z!/]/i.test(literalText(value)) ? machine.labels(value) : [];
    case 'union':
      return value.options.reduce<Labels>((all, one) => unionLabels(all, inMarkup(machine, one)), []);
    case 'object': {
      let labels: Labels = [];
      for (const one of value.object.cells.values.values()) labels = unionLabels(labels, inMarkup(machine, one));
      return labels;
    }
    default:
      return [];
  }
}

/** Up to where the host (or the option, or the first word) is decided. */
function atStart(machine: Machine, value: Value, flowClass: FlowClass): Labels {
  switch (value.kind) {
    case 'text': {
      let labels: Labels = [];
      let before = '';
      let hasBase = false;
      for (const part of value.parts) {
        if (typeof part === 'string') {
          before += part;
          continue;
        }
        if (isDecided(before, hasBase, flowClass)) return labels;
        const own = machine.labels(part);
        if (own.length === 0) {
          hasBase = true;
          before = '';
        } else {
          labels = unionLabels(labels, atStart(machine, part, flowClass));
          before += 'x';
        }
      }
      return labels;
    }
    case 'union':
      return value.options.reduce<Labels>((all, one) => unionLabels(all, atStart(machine, one, flowClass)), []);
    case 'object': {
      let labels: Labels = [];
      if (!isListLike(value.object)) return labels;
      for (const [key, one] of value.object.cells.values) {
        if (key !== '#') labels = unionLabels(labels, atStart(machine, one, flowClass));
      }
      return labels;
    }
    default:
      return machine.labels(value);
  }
}

function isDecided(before: string, hasBase: boolean, flowClass: FlowClass): boolean {
  if (flowClass === 'argument-injection') return before !== '' || hasBase;
  // A base that the code decides, then the path.
  if (hasBase) return before.includes('/') || before.includes('?');
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]+[/?#]/i.test(before)) return true;
  if (flowClass === 'open-redirect') return /^\/(?![/\\]).+/.test(before) || /^[?#]/.test(before);
  return flowClass !== 'server-side-request-forgery' && before !== '';
}

/** Data that is the value itself (or a whole member of it), not a piece of a text. */
function asWhole(machine: Machine, value: Value, depth: number): Labels {
  switch (value.kind) {
    case 'opaque':
    case 'input':
    case 'external':
      return machine.labels(value).filter((label) => !machine.isPlain(label));
    case 'union':
      return value.options.reduce<Labels>((all, one) => unionLabels(all, asWhole(machine, one, depth)), []);
    case 'object': {
      if (depth === 0) return [];
      const exact = exactItemsOf(value);
      let labels: Labels = [];
      for (const one of exact ?? value.object.cells.values.values()) {
        labels = unionLabels(labels, asWhole(machine, one, depth - 1));
      }
      return labels;
    }
    default:
      return [];
  }
}
