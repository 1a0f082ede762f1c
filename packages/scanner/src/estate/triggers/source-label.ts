import { describe, type Value } from '@leastwise/model';
import type { AnyNode } from '../estate.ts';

/** What people call a source: `bucket Photos`, or its ARN as far as it is known. */
export function sourceLabel(word: string, node: AnyNode | undefined, value: Value<unknown>): string {
  return `${word} ${node?.name ?? describe(value)}`;
}
