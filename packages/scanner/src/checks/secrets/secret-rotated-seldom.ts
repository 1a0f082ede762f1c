import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'secret-rotated-seldom',
  title: 'Secret is rotated less often than every 90 days',
  area: 'secrets',
  subjects: ['secret-rotation'],
  severity: 'info',
  since: '0.1.0',
  rows: [165],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [324],
    fsbp: ['SecretsManager.4'],
    checkov: ['CKV_AWS_304'],
    prowler: ['secretsmanager_secret_rotated_periodically'],
  },
  fix: 'review',
  property: 'AutomaticallyAfterDays',
  look: (rotation) => {
    const { after, schedule } = rotation.facet;
    if (after.kind !== 'absent' || schedule.kind === 'absent') return value(rotation, after, (days) => days <= 90);
    return value(rotation, schedule, (expression) => (daysBetween(expression) ?? 0) <= 90);
  },
  message: (name) => `The secret of ${name} stays the same for more than 90 days.`,
  remedy: 'set AutomaticallyAfterDays: 90 or less',
  edit: (rotation) => [set(rotation, 'after', 30)],
});

/** `rate(180 days)`; a cron expression comes at least once a year and is not worked out. */
function daysBetween(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (hour|day)s?\)$/.exec(expression.trim()) ?? [];
  return count === undefined ? undefined : Number(count) / (unit === 'hour' ? 24 : 1);
}
