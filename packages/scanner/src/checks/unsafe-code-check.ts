import type { UnsafeKind, UnsafeSetting } from '@leastwise/code';
import { severities, type Mappings, type Severity } from '@leastwise/model';
import type { NodeOf } from '../estate/estate.ts';
import { defineCheck, fail, notApplicable, pass, type Check } from './define-check.ts';

export interface UnsafeCodeQuestion {
  readonly name: string;
  readonly title: string;
  readonly kind: UnsafeKind;
  readonly severity: Severity;
  /** When the function is reached from its own account only. */
  readonly severityInside: Severity;
  readonly rows: readonly number[];
  readonly mappings: Mappings;
  readonly fix: string;
  /** Variables of the function that do the same to whatever code runs, with the value that does. */
  readonly variables?: readonly (readonly [name: string, value: string])[];
}

/** One habit of the code that is wrong whatever the event says. */
export function unsafeCodeCheck(question: UnsafeCodeQuestion): Check {
  return defineCheck({
    name: question.name,
    title: question.title,
    area: 'code',
    subjects: ['function'],
    severity: question.severity,
    since: '0.1.0',
    rows: question.rows,
    mappings: question.mappings,
    fix: 'none',
    evaluate(subject, { estate, facts }) {
      const code = facts.code.of(subject.id);
      const set = variablesOf(subject, question.variables ?? []);
      const named = new Set(question.variables?.map(([name]) => name));
      const unsure = subject.facet.environment.items.find(
        ({ key, value }) => named.has(key) && estate.openReason(value) !== undefined,
      );
      if (code === undefined && set.length === 0 && unsure === undefined) return notApplicable;
      const written = (code?.unsafe ?? []).filter((setting) => setting.kind === question.kind);
      const found = [...written, ...set];
      const open = unsure === undefined ? undefined : estate.openReason(unsure.value);
      if (found.length === 0 && open !== undefined)
        return { result: 'unknown', at: open.origin, what: `the variable ${unsure?.key}`, why: open.reason };
      if (found.length === 0) return pass;
      const inside = facts.exposure.of(subject.id) === 'internal';
      const severity = inside ? lesser(question.severity, question.severityInside) : question.severity;
      const seen = new Map<string, number>();
      return found.map((setting) =>
        fail(setting.at, setting.message, {
          key: keyOf(setting, seen),
          severity,
          evidence: setting.steps,
          fix: { summary: question.fix },
        }),
      );
    },
  });
}

function variablesOf(
  subject: NodeOf<'function'>,
  variables: readonly (readonly [name: string, value: string])[],
): readonly Pick<UnsafeSetting, 'at' | 'message' | 'steps'>[] {
  return subject.facet.environment.items.flatMap(({ key, value }) => {
    const isOff = variables.some(
      ([name, off]) => name === key && value.kind === 'known' && String(value.value) === off,
    );
    const message = `The variable ${key} does it for every connection of ${subject.name}.`;
    return isOff ? [{ at: value.origin, message, steps: [] }] : [];
  });
}

/** No line and no offset: the file, and the how-manieth of this message in it. */
function keyOf(setting: Pick<UnsafeSetting, 'at' | 'message'>, seen: Map<string, number>): string {
  const said = `${setting.at.file} ${setting.message}`;
  const number = (seen.get(said) ?? 0) + 1;
  seen.set(said, number);
  return number === 1 ? said : `${said} ${number}`;
}

function lesser(one: Severity, other: Severity): Severity {
  return severities.indexOf(one) < severities.indexOf(other) ? one : other;
}
