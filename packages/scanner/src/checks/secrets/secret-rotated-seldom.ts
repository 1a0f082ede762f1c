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
    return after.kind === 'absent' && schedule.kind !== 'absent'
      ? undefined
      : value(rotation, after, (days) => days <= 90);
  },
  message: (name) => `The secret of ${name} stays the same for more than 90 days.`,
  remedy: 'set AutomaticallyAfterDays: 90 or less',
  edit: (rotation) => [set(rotation, 'after', 30)],
});
