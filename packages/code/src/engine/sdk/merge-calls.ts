import type { CodeValue } from '../../facts/code-value.ts';
import type { SdkCall } from '../../facts/function-facts.ts';

const ranks = { proved: 2, likely: 1, possible: 0 } as const;

/** Two runs of one call: each member may be either, and what only one of them gives is given sometimes. */
export function mergeCalls(a: SdkCall, b: SdkCall): SdkCall {
  const input = new Map(a.input);
  for (const [key, value] of b.input) {
    const before = input.get(key);
    input.set(key, before === undefined ? value : eitherValue(before, value));
  }
  return {
    ...a,
    input,
    inputComplete: a.inputComplete && b.inputComplete,
    confidence: ranks[a.confidence] >= ranks[b.confidence] ? a.confidence : b.confidence,
  };
}

export function eitherValue(a: CodeValue, b: CodeValue): CodeValue {
  const values = [...(a.kind === 'one-of' ? a.values : [a])];
  for (const one of b.kind === 'one-of' ? b.values : [b]) {
    if (!values.some((known) => sameCodeValue(known, one))) values.push(one);
  }
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : { kind: 'one-of', values };
}

export function sameCodeValue(a: CodeValue, b: CodeValue): boolean {
  return printed(a) === printed(b);
}

function printed(value: CodeValue): string {
  return JSON.stringify(value, (_, one: unknown) => (one instanceof Map ? [...one] : one));
}
