import type { SourceRange, Value } from '@leastwise/model';
import { invalid, known, unknown } from '../../cloudformation/values.ts';
import type { Referable } from '../session.ts';
import type { Expansion } from './expansion.ts';
import type { ChildModule } from './module-model.ts';

/** A module call as others name it: its outputs are its attributes. */
export function referableModule(child: ChildModule, isOpenCollection: boolean): Referable {
  const output = (name: string, at: SourceRange): Value | undefined =>
    child.kind === 'open' ? undefined : child.module.output(name, at);
  return {
    isOpenCollection,
    written: () => undefined,
    attribute(name, at) {
      const found = output(name, at);
      if (found !== undefined) return found;
      if (child.kind === 'module') return invalid(`The module ${child.call.path} has no output ${name}.`, at);
      if (child.kind === 'adapted')
        return unknown('attribute', `What ${child.call.path} gives as ${name} is known only to a deployment.`, at, {
          name: `${child.call.path}.${name}`,
        });
      return { ...child.why, origin: at, name: `${child.call.path}.${name}` };
    },
    members(at) {
      const names = child.kind === 'module' ? [...child.module.source.outputs.keys()] : [];
      return new Map(
        names.flatMap((name): [string, Value][] => {
          const value = output(name, at);
          return value === undefined ? [] : [[name, value]];
        }),
      );
    },
  };
}

/** All instances of a block: one, a list by count, a map by key. */
export function wholeValue(expansion: Expansion, references: readonly Value[], at: SourceRange): Value {
  const [first] = references;
  if (expansion.kind === 'one' || expansion.open !== undefined) return first ?? known([], at);
  if (expansion.kind === 'count') return known(references, at);
  return known(
    new Map(
      expansion.items.flatMap(({ key }, index): [string, Value][] => {
        const reference = references[index];
        return reference === undefined ? [] : [[String(key), reference]];
      }),
    ),
    at,
  );
}
