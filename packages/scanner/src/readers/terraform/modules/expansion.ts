import type { SourceRange, Unknown, Value } from '@leastwise/model';
import { known, unknown } from '../../cloudformation/values.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { iterate } from '../evaluate/iterate.ts';
import { numberOf } from '../evaluate/operators.ts';
import { rangeIn, type Scope } from '../evaluate/scope.ts';
import { keyText } from '../evaluate/texts.ts';
import { attributeOf } from '../syntax/hcl.ts';
import type { Declaration } from './module-source.ts';

/** What `count` or `for_each` makes of a resource or a module call. */
export interface Expansion {
  readonly kind: 'one' | 'count' | 'each';
  readonly items: readonly ExpandedItem[];
  /** Set when it is not known how many there are: then there is one item, for all that may be. */
  readonly open?: Unknown;
  /** How many were left out. */
  readonly leftOut: number;
}

export interface ExpandedItem {
  readonly key: string | number | undefined;
  /** What `each` or `count` stands for. */
  readonly names: readonly (readonly [string, Value])[];
}

/** More instances of one block than this say nothing new, and a count may be a million. */
const MAX_INSTANCES = 200;

export function expand({ block, file }: Declaration, scope: Scope): Expansion {
  const count = attributeOf(block.body, 'count');
  const each = attributeOf(block.body, 'for_each');
  if (each !== undefined) {
    const inner = each.file ?? file;
    return expandEach(evaluate(each.value, { ...scope, file: inner }), scope, rangeIn(each, inner));
  }
  if (count !== undefined) {
    const inner = count.file ?? file;
    return expandCount(evaluate(count.value, { ...scope, file: inner }), scope, rangeIn(count, inner));
  }
  return { kind: 'one', items: [{ key: undefined, names: [] }], leftOut: 0 };
}

function expandCount(value: Value, scope: Scope, at: SourceRange): Expansion {
  const settled = scope.module.session.lookThrough(value);
  const count =
    settled.kind === 'known' && typeof settled.value === 'boolean' ? Number(settled.value) : numberOf(settled, scope);
  if (count === undefined) return open('count', settled, at, [['count', indexMap(unknownIndex(at), at)]]);
  const length = Math.max(0, Math.min(Math.trunc(count), MAX_INSTANCES));
  const items = Array.from({ length }, (_item, index) => ({
    key: index,
    names: [['count', indexMap(known(index, at), at)] as const],
  }));
  return { kind: 'count', items, leftOut: Math.max(0, Math.trunc(count) - length) };
}

const indexMap = (index: Value, at: SourceRange): Value => known(new Map([['index', index]]), at);

const unknownIndex = (at: SourceRange): Value => unknown('parameter', 'How many instances there are is not known.', at);

function expandEach(value: Value, scope: Scope, at: SourceRange): Expansion {
  const members = value.kind === 'choice' ? undefined : iterate(value, scope);
  const isMap = value.kind !== 'known' || value.value instanceof Map;
  const items: ExpandedItem[] = [];
  for (const [key, inner] of members ?? []) {
    // A set has its items for keys.
    const text = keyText(isMap ? key : inner, scope);
    if (text === undefined) return open('for_each', isMap ? key : inner, at, eachOf(unknownIndex(at), inner, at));
    items.push({ key: String(text), names: eachOf({ ...known(String(text), inner.origin) }, inner, at) });
  }
  if (members === undefined) return open('for_each', value, at, openEach(value, at));
  return { kind: 'each', items: items.slice(0, MAX_INSTANCES), leftOut: Math.max(0, items.length - MAX_INSTANCES) };
}

/** `each` when what is run over is not known; the one map of a choice that has members may still be. */
function openEach(value: Value, at: SourceRange): readonly (readonly [string, Value])[] {
  const why = value.kind === 'unknown' ? value : unknownIndex(at);
  return eachOf({ ...why, origin: at }, { ...why, origin: at }, at);
}

function eachOf(key: Value, value: Value, at: SourceRange): readonly (readonly [string, Value])[] {
  return [
    [
      'each',
      known(
        new Map([
          ['key', key],
          ['value', value],
        ]),
        at,
      ),
    ],
  ];
}

function open(
  what: 'count' | 'for_each',
  why: Value,
  at: SourceRange,
  names: readonly (readonly [string, Value])[],
): Expansion {
  const reason =
    why.kind === 'unknown' ? why.reason : `What ${what} is hangs on something that only a deployment knows.`;
  const unknownCount = unknown(
    why.kind === 'unknown' ? why.cause : 'parameter',
    `How many of these there are is not known. ${reason}`,
    at,
    why.kind === 'unknown' && why.settleWith !== undefined ? { settleWith: why.settleWith } : {},
  );
  return {
    kind: what === 'count' ? 'count' : 'each',
    items: [{ key: undefined, names }],
    open: unknownCount,
    leftOut: 0,
  };
}

/** How an instance is written behind the address of its block. */
export function keySuffix(key: string | number | undefined): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
}
