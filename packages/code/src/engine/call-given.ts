import type { Labels } from './label.ts';
import type { CallSite, Machine } from './machine.ts';
import { opaque, options, type FunctionValue, type HeapObject, type PassedArgument, type Value } from './value.ts';

/** Of what a library is given: a schema of resolvers has its functions some maps deep. */
const deepest = 6;
const mostNested = 200;

/** Something that is not known may call each function that it is given, with data that it was given. */
export function callGivenFunctions(
  machine: Machine,
  given: readonly PassedArgument[],
  labels: Labels,
  site: CallSite,
): void {
  for (const { value } of given) {
    for (const one of options(value)) {
      if (one.kind === 'object') {
        for (const nested of functionsIn(one)) {
          const callOnce = (): void => {
            if (!machine.hasRun(nested)) callWith(machine, nested, [], site);
          };
          // What holds functions is kept by the library: known callers come first.
          machine.defer(callOnce);
        }
      }
      if (one.kind !== 'function') continue;
      if (machine.isLoading()) {
        // A wrapper, a registration: it runs when it is called, or at the end when nothing that is known calls it.
        machine.defer(() => {
          if (!machine.hasRun(one)) callWith(machine, one, labels, site);
        });
      } else callWith(machine, one, labels, site);
    }
  }
}

/** The functions in the members of a plain object or list. */
function functionsIn(value: Value): readonly FunctionValue[] {
  const found: FunctionValue[] = [];
  const seen = new Set<HeapObject>();
  const visit = (each: Value, depth: number): void => {
    for (const one of options(each)) {
      if (found.length >= mostNested || seen.size >= mostNested) return;
      if (one.kind === 'function' && depth < deepest) found.push(one);
      if (one.kind !== 'object' || depth <= 0 || seen.has(one.object)) continue;
      if (one.object.kind !== 'plain' && one.object.kind !== 'list' && one.object.kind !== 'map') continue;
      seen.add(one.object);
      for (const member of one.object.cells.values.values()) visit(member, depth - 1);
    }
  };
  visit(value, deepest);
  return found;
}

function callWith(machine: Machine, one: FunctionValue, labels: Labels, site: CallSite): void {
  const passes = opaque(labels, 'any', 'passed by a library');
  const parameters = one.function.parameters.filter((parameter) => parameter.kind === 'positional');
  machine.callback(
    one,
    parameters.slice(one.self !== undefined && one.module.language === 'python' ? 1 : 0).map(() => passes),
    site.at,
  );
}
