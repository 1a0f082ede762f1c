import type { SourceRange, Value } from '@leastwise/model';
import { known, unknown } from '../../cloudformation/values.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { iterate } from '../evaluate/iterate.ts';
import { rangeIn, withNames, type Scope } from '../evaluate/scope.ts';
import { attributeOf, type HclAttribute, type HclBlock, type HclBody } from '../syntax/hcl.ts';

/** Arguments that are Terraform's own, not the provider's. */
const META: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'providers',
  'source',
  'version',
]);
const META_BLOCKS: ReadonlySet<string> = new Set(['lifecycle', 'provisioner', 'connection', 'action_trigger']);

/** The arguments and nested blocks of a block as a map. */
export function blockValue(body: HclBody, scope: Scope, origin: SourceRange, isTop: boolean, depth = 0): Value {
  const members = new Map<string, Value>();
  for (const attribute of body.attributes) {
    if (isTop && META.has(attribute.name)) continue;
    const value = attributeValue(attribute, scope);
    if (value.kind === 'known' && value.value === null) members.delete(attribute.name);
    else members.set(attribute.name, value);
  }
  for (const [type, value] of nestedBlocks(body, scope, origin, isTop, depth)) members.set(type, value);
  return known(members, origin);
}

export function attributeValue(attribute: HclAttribute, scope: Scope): Value {
  return evaluate(attribute.value, attribute.file === undefined ? scope : { ...scope, file: attribute.file });
}

/** Nested blocks by type, each a list of maps. */
export function nestedBlocks(
  body: HclBody,
  scope: Scope,
  origin: SourceRange,
  isTop: boolean,
  depth = 0,
  only?: string,
): ReadonlyMap<string, Value> {
  const lists = new Map<string, Value[]>();
  for (const block of body.blocks) {
    if (isTop && META_BLOCKS.has(block.type)) continue;
    const isDynamic = block.type === 'dynamic' && block.labels.length > 0;
    const type = isDynamic ? (block.labels[0]?.text ?? '') : block.type;
    if (only !== undefined && type !== only) continue;
    const inner = block.file === undefined ? scope : { ...scope, file: block.file };
    const list = lists.get(type) ?? [];
    lists.set(type, list);
    if (depth > 40) list.push(unknown('limit', 'Blocks nest deeper than is read.', origin));
    else if (isDynamic) list.push(...dynamicBlocks(block, inner, depth));
    else list.push(blockValue(block.body, inner, rangeIn(block, inner.file), false, depth + 1));
  }
  // A dynamic block over nothing is no block.
  for (const [type, list] of lists) if (list.length === 0) lists.delete(type);
  return new Map([...lists].map(([type, list]): [string, Value] => [type, listOf(list, origin)]));
}

/** A list of blocks; what is open as a whole when nothing else is in it. */
function listOf(list: readonly Value[], origin: SourceRange): Value {
  const [only] = list;
  if (list.length === 1 && only !== undefined && only.kind !== 'known') return only;
  return known(list, only?.origin ?? origin);
}

/** https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
function dynamicBlocks(block: HclBlock, scope: Scope, depth: number): readonly Value[] {
  const each = attributeOf(block.body, 'for_each');
  const content = block.body.blocks.find(({ type }) => type === 'content');
  if (each === undefined || content === undefined) return [];
  const named = attributeOf(block.body, 'iterator')?.value;
  const iterator = named?.kind === 'name' ? named.name : (block.labels[0]?.text ?? '');
  const make = (over: Value): readonly Value[] | undefined => {
    if (over.kind === 'known' && over.value === null) return [];
    return iterate(over, scope)?.map(([key, value]) => {
      const item = known(
        new Map([
          ['key', key],
          ['value', value],
        ]),
        value.origin,
      );
      const made = blockValue(
        content.body,
        withNames(scope, [[iterator, item]]),
        rangeIn(content, scope.file),
        false,
        depth + 1,
      );
      return made;
    });
  };
  const over = evaluate(each.value, scope);
  const origin = rangeIn(block, scope.file);
  if (over.kind === 'choice') {
    const options = over.options.map(({ when, value }) => ({ when, value: blocksOf(make(value), value, origin) }));
    return [{ kind: 'choice', options, origin }];
  }
  return make(over) ?? [openBlocks(over, origin)];
}

const blocksOf = (made: readonly Value[] | undefined, over: Value, origin: SourceRange): Value =>
  made === undefined ? openBlocks(over, origin) : known(made, origin);

function openBlocks(over: Value, origin: SourceRange): Value {
  const reason = 'Which of these blocks there are is not known.';
  if (over.kind !== 'unknown') return unknown('attribute', reason, origin);
  return unknown(
    over.cause,
    `${reason} ${over.reason}`,
    origin,
    over.settleWith === undefined ? {} : { settleWith: over.settleWith },
  );
}
