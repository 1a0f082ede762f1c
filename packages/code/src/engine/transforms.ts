import type { FlowClass } from '../facts/flow-class.ts';
import type { ClearingTable, Transform, UndoingTable } from '../specs/spec.ts';

/** A set of transforms as bits, so that labels stay small and joins are one operation. */
export type TransformSet = number;

const order: readonly Transform[] = [
  'json-parsed',
  'json-encoded',
  'url-decoded',
  'url-encoded',
  'base64-decoded',
  'decompressed',
  'number',
  'boolean',
  'identifier',
  'word',
  'file-name',
  'shell-quoted',
  'html-escaped',
  'sql-escaped',
  'regex-escaped',
  'ldap-escaped',
  'xpath-escaped',
  'line-free',
  'text-only',
  'schema-checked',
  'allow-listed',
  'host-checked',
  'inside-folder',
  'operator-free',
];

const bits: ReadonlyMap<Transform, number> = new Map(order.map((name, index) => [name, 1 << index]));

export function transformBit(transform: Transform): TransformSet {
  return bits.get(transform) ?? 0;
}

/** After one of these the text is another one: what was proved of it before says nothing of it now. */
export const decodings: TransformSet =
  transformBit('json-parsed') |
  transformBit('url-decoded') |
  transformBit('base64-decoded') |
  transformBit('decompressed');

export interface TransformRules {
  /** What of the earlier transforms is left once this one is applied. */
  readonly after: (set: TransformSet, transform: Transform) => TransformSet;
  readonly clears: (set: TransformSet, flowClass: FlowClass) => boolean;
  readonly has: (set: TransformSet, transform: Transform) => boolean;
}

export function transformRules(clearing: ClearingTable, undoing: UndoingTable): TransformRules {
  const keeps = new Map<Transform, number>();
  for (const name of order) {
    const ends = undoing[name];
    keeps.set(name, ends === 'all' ? 0 : ~ends.reduce((all, one) => all | transformBit(one), 0));
  }
  const clearedBy = new Map<FlowClass, number>();
  let clearsAll = 0;
  for (const name of order) {
    const classes = clearing[name];
    if (classes === 'all') clearsAll |= transformBit(name);
    else for (const one of classes) clearedBy.set(one, (clearedBy.get(one) ?? 0) | transformBit(name));
  }
  return {
    after: (set, transform) => (set & (keeps.get(transform) ?? ~0)) | transformBit(transform),
    clears: (set, flowClass) => (set & (clearsAll | (clearedBy.get(flowClass) ?? 0))) !== 0,
    has: (set, transform) => (set & transformBit(transform)) !== 0,
  };
}
