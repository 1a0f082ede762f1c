import { sameLabels } from './label.ts';
import type { Learned, Value } from './value.ts';

/** Whether two values say the same; the way that data took is left out, so that loops come to rest. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'constant':
      return b.kind === 'constant' && Object.is(a.value, b.value);
    case 'opaque':
      return (
        b.kind === 'opaque' &&
        a.type === b.type &&
        a.members === b.members &&
        a.spells === b.spells &&
        sameLabels(a.labels, b.labels)
      );
    case 'text':
      return (
        b.kind === 'text' &&
        a.parts.length === b.parts.length &&
        a.parts.every((part, index) => {
          const other = b.parts[index];
          if (typeof part === 'string' || typeof other === 'string') return part === other;
          return other !== undefined && sameValue(part, other);
        })
      );
    case 'input':
      return b.kind === 'input' && a.path === b.path && a.root === b.root;
    case 'object':
      return b.kind === 'object' && a.object === b.object;
    case 'function':
      return (
        b.kind === 'function' &&
        a.function === b.function &&
        a.module === b.module &&
        a.scope === b.scope &&
        sameOptional(a.self, b.self) &&
        sameArguments(a.boundArguments ?? [], b.boundArguments ?? [])
      );
    case 'class':
      return b.kind === 'class' && a.id === b.id;
    case 'super':
      return b.kind === 'super' && a.type.id === b.type.id && a.from === b.from;
    case 'external':
      return (
        b.kind === 'external' &&
        a.name === b.name &&
        a.made?.at.start === b.made?.at.start &&
        a.made?.at.file === b.made?.at.file &&
        a.members === b.members &&
        sameLabels(a.labels, b.labels) &&
        (a.made === undefined || b.made === undefined || sameArguments(a.made.arguments, b.made.arguments))
      );
    case 'environment':
      return b.kind === 'environment' && a.name === b.name;
    case 'pattern':
      return b.kind === 'pattern' && a.source === b.source && a.flags === b.flags;
    case 'pending':
      return b.kind === 'pending' && a.module === b.module && a.name === b.name;
    case 'test':
      return b.kind === 'test' && sameLearned(a.whenTrue, b.whenTrue) && sameLearned(a.whenFalse, b.whenFalse);
    case 'native':
      return b.kind === 'native' && a.name === b.name && a.members === b.members && a.call === b.call;
    case 'union':
      return (
        b.kind === 'union' &&
        a.options.length === b.options.length &&
        a.options.every((one) => b.options.some((other) => sameValue(one, other)))
      );
    default:
      return a satisfies never;
  }
}

function sameOptional(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameValue(a, b));
}

function sameArguments(a: readonly { readonly value: Value }[], b: readonly { readonly value: Value }[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((one, index) => {
        const other = b[index];
        return other !== undefined && sameValue(one.value, other.value);
      }))
  );
}

function sameLearned(a: readonly Learned[], b: readonly Learned[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every((one, index) => one.key === b[index]?.key && one.bits === b[index]?.bits))
  );
}
