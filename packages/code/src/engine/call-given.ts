import type { Labels } from './label.ts';
import type { CallSite, Machine } from './machine.ts';
import { opaque, options, type FunctionValue, type PassedArgument } from './value.ts';

/** Something that is not known may call each function that it is given, with data that it was given. */
export function callGivenFunctions(
  machine: Machine,
  given: readonly PassedArgument[],
  labels: Labels,
  site: CallSite,
): void {
  for (const { value } of given) {
    for (const one of options(value)) {
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

function callWith(machine: Machine, one: FunctionValue, labels: Labels, site: CallSite): void {
  const passes = opaque(labels, 'any', 'passed by a library');
  const parameters = one.function.parameters.filter((parameter) => parameter.kind === 'positional');
  machine.callback(
    one,
    parameters.slice(one.self !== undefined && one.module.language === 'python' ? 1 : 0).map(() => passes),
    site.at,
  );
}
