import type { UnsafeKind, UnsafeSetting } from '@leastwise/code';
import { severities, type Mappings, type Severity } from '@leastwise/model';
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
    evaluate(subject, { facts }) {
      const code = facts.code.of(subject.id);
      if (code === undefined) return notApplicable;
      const found = code.unsafe.filter((setting) => setting.kind === question.kind);
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

/** No line and no offset: the file, and the how-manieth of this message in it. */
function keyOf(setting: UnsafeSetting, seen: Map<string, number>): string {
  const said = `${setting.at.file} ${setting.message}`;
  const number = (seen.get(said) ?? 0) + 1;
  seen.set(said, number);
  return number === 1 ? said : `${said} ${number}`;
}

function lesser(one: Severity, other: Severity): Severity {
  return severities.indexOf(one) < severities.indexOf(other) ? one : other;
}
