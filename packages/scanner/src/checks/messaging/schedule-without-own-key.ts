import { definePropertyCheck, written } from '../property-check.ts';
import { set } from '../fix-intents.ts';
import { keyArn, ownKey } from '../fix-resources.ts';

export default definePropertyCheck({
  name: 'schedule-without-own-key',
  title: 'The input of a schedule is encrypted with a key of AWS, not of the owner',
  area: 'messaging',
  subjects: ['schedule'],
  severity: 'info',
  since: '0.1.0',
  rows: [70],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [311], checkov: ['CKV_AWS_297'] },
  fix: 'review',
  property: 'KmsKeyArn',
  look: (schedule) => written(schedule, schedule.facet.key),
  message: (name) => `What ${name} sends is kept encrypted with a key that AWS owns: nobody of yours can withdraw it.`,
  remedy: 'name a key of your own where a rule asks for it',
  edit: (schedule) => [ownKey(schedule), set(schedule, 'key', keyArn)],
});
