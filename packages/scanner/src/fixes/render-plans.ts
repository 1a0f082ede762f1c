import type { SourceTree } from '@leastwise/model';
import type { FixOutcome, FixPlan } from './plan-fixes.ts';
import { unifiedDiff } from './unified-diff.ts';

export interface FileChange {
  readonly file: string;
  readonly text: string;
  readonly diff: string;
}

/** What changes in each file, by path. */
export function diffsOf(plans: readonly FixPlan[], tree: SourceTree): readonly FileChange[] {
  const texts = new Map(plans.flatMap((plan) => [...plan.texts]));
  return [...texts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, text]) => {
      const read = tree.read(file);
      return { file, text, diff: unifiedDiff(file, 'text' in read ? read.text : '', text) };
    })
    .filter(({ diff }) => diff !== '');
}

/** What was done with each finding, for people. */
export function renderPlans(plans: readonly FixPlan[], context: { readonly isWritten: boolean }): string {
  const outcomes = plans.flatMap((plan) => plan.outcomes);
  const fixed = outcomes.filter(({ result }) => result === 'fixed');
  const review = outcomes.filter(({ result }) => result === 'review');
  const withheld = outcomes.filter(({ result }) => result === 'withheld');
  const lines = [
    ...section(context.isWritten ? 'Fixed' : 'Would fix', fixed),
    ...section('Needs a look (see it with --patch)', review),
    ...section('Not fixed', withheld),
    `${fixed.length} ${context.isWritten ? 'fixed' : 'can be fixed'}${fixed.some(({ kind }) => kind === 'review') ? ' (some need a look)' : ''}, ${review.length} need a look, ${withheld.length} are left to you.`,
    ...(context.isWritten || !fixed.some(({ kind }) => kind === 'safe') ? [] : ['Write the safe ones with --yes.']),
  ];
  return `${lines.join('\n')}\n`;
}

/** One line for each check, subject and reason. */
function section(title: string, outcomes: readonly FixOutcome[]): readonly string[] {
  if (outcomes.length === 0) return [];
  return [title, ...outcomes.map(line), ''];
}

function line({ finding, reasons }: FixOutcome): string {
  const subject = finding.constructPath ?? finding.subject.slice(finding.subject.indexOf('#') + 1).replace(/^\//, '');
  const why = reasons.length === 0 ? finding.fix.summary : reasons.join(' ');
  const advice = finding.constructPath === undefined || reasons.length === 0 ? '' : ` (${finding.fix.summary})`;
  return `  ${finding.check}  ${subject}: ${why}${advice}`;
}
