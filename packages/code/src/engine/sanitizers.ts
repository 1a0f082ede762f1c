import type { CallbackSpec, PropagatorSpec, SanitizerSpec } from '../specs/spec.ts';
import { learned } from './guards.ts';
import { unionLabels, type Labels } from './label.ts';
import type { CallSite, Machine } from './machine.ts';
import { valuesAt } from './places.ts';
import { holds } from './requirements.ts';
import { shownName } from './sinks.ts';
import { testValue } from './truth.ts';
import { opaque, type Learned, type Value } from './value.ts';

type Rows<T> = (language: CallSite['language'], name: string) => readonly T[];

/** The rows of the name, or those of any method with that name. */
export function rowsOf<T extends CallbackSpec | PropagatorSpec | SanitizerSpec>(
  rows: Rows<T>,
  site: CallSite,
  name: string,
): readonly T[] {
  const exact = rows(site.language, name);
  if (exact.length > 0 || site.method === undefined) return exact;
  return rows(site.language, `*#${site.method}`);
}

/** A call that cleans what it gives back, or that tests what it is given. */
export function applySanitizers(machine: Machine, name: string, site: CallSite): Value | undefined {
  let result: Value | undefined;
  const whenTrue: Learned[] = [];
  const whenFalse: Learned[] = [];
  let isGuard = false;
  for (const row of rowsOf(machine.specs.sanitizers, site, name)) {
    if ((row.when ?? []).some((one) => holds(machine, site, one) !== true)) continue;
    const values = valuesAt(machine, site, row.from);
    switch (row.works) {
      case 'result': {
        let labels: Labels = [];
        for (const value of values) labels = unionLabels(labels, machine.labels(value));
        const said = machine.transformed(labels, row.transform, site.at, saying(name, row.transform));
        const type = row.transform === 'number' || row.transform === 'boolean' ? row.transform : 'text';
        result = opaque(
          result === undefined ? said : unionLabels(machine.labels(result), said),
          type,
          `the result of ${shownName(name)}`,
        );
        break;
      }
      case 'guard':
      case 'guard-when-false':
        isGuard = true;
        for (const value of values) {
          (row.works === 'guard' ? whenTrue : whenFalse).push(...learned(machine, value, row.transform));
        }
        break;
      case 'throws':
        for (const value of values) machine.learn(learned(machine, value, row.transform));
        break;
      default:
        row.works satisfies never;
    }
  }
  return isGuard && result === undefined ? testValue(whenTrue, whenFalse) : result;
}

function saying(name: string, transform: string): string {
  return transform === 'number' ? `is made a number by ${shownName(name)}` : `goes through ${shownName(name)}`;
}
