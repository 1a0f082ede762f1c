import { asMap, type TemplateResource, type Value } from '@leastwise/model';
import type { OpenStack } from '../cloudformation/stack.ts';
import { child, type MapEntry } from '../syntax/syntax-node.ts';
import type { Draft } from './bench.ts';

/** Lays what a person wrote over a value that is generated: maps join, everything else is replaced. */
function mergeValues(generated: Value | undefined, written: Value): Value {
  const below = generated === undefined ? undefined : asMap(generated);
  const above = asMap(written);
  if (below === undefined || above === undefined) return written;
  const merged = new Map(below);
  for (const [key, value] of above) merged.set(key, mergeValues(merged.get(key), value));
  return { ...written, kind: 'known', value: merged };
}

/** `resources.extensions`, and parts of resources under the name of a generated one. */
export function mergeExtensions(
  extensions: readonly MapEntry[],
  drafts: ReadonlyMap<string, Draft>,
  stack: OpenStack,
): readonly MapEntry[] {
  const left: MapEntry[] = [];
  for (const extension of extensions) {
    const draft = drafts.get(extension.key);
    const properties = child(extension.value, 'Properties');
    if (draft === undefined) left.push(extension);
    if (draft === undefined || properties === undefined) continue;
    const written = asMap(stack.evaluate(properties, stack.scope));
    for (const [key, value] of written ?? []) draft.properties.set(key, mergeValues(draft.properties.get(key), value));
  }
  return left;
}

/** A resource that is written under the logical id of a generated one: the framework merges the two. */
export function mergeWritten(written: TemplateResource, draft: Draft): TemplateResource {
  const merged = mergeValues({ kind: 'known', value: draft.properties, origin: written.location }, written.properties);
  return { ...written, properties: merged };
}
