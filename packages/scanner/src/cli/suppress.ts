import type { Diagnostic, Finding } from '@leastwise/model';
import picomatch from 'picomatch';
import type { Suppression } from './configuration/configuration.ts';

export interface Suppressed {
  readonly findings: readonly Finding[];
  /** Notes on suppressions that have ended, or that silence nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Marks what `leastwise.yaml` accepts. One that has ended silences nothing and is named. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  asOf: string,
  file: string,
): Suppressed {
  if (suppressions.length === 0) return { findings, diagnostics: [] };
  const used = new Set<Suppression>();
  const marked = findings.map((finding) => {
    const match = suppressions.find(
      (suppression) => suppression.check === finding.check && concerns(suppression, finding),
    );
    if (match === undefined) return finding;
    used.add(match);
    if (match.until < asOf) return finding;
    return { ...finding, suppressed: { by: file, reason: match.reason, until: match.until } };
  });
  const diagnostics = suppressions.flatMap((suppression): Diagnostic[] => {
    if (!used.has(suppression)) {
      return [
        note('suppression-unused', `The suppression of ${suppression.check} matches no finding.`, 'Remove it.', file),
      ];
    }
    if (suppression.until >= asOf) return [];
    return [
      note(
        'suppression-expired',
        `The suppression of ${suppression.check} (${suppression.reason}) ended on ${suppression.until}; its findings are back.`,
        'Fix them, or accept them again with a new date.',
        file,
      ),
    ];
  });
  return { findings: marked, diagnostics };
}

function concerns(suppression: Suppression, finding: Finding): boolean {
  const { subject } = suppression;
  if (subject === undefined || subject === finding.subject) return true;
  return finding.subject.endsWith(`/${subject}`) || picomatch.isMatch(finding.subject, subject);
}

function note(code: string, message: string, hint: string, file: string): Diagnostic {
  return { code, message, hint, range: { file, start: 0, end: 0 }, effect: 'note' };
}
