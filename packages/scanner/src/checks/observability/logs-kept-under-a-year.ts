import { isAbsent } from '@leastwise/model';
import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

/** The peers' literal question. How long logs are needed is a rule of the owner; that of Security Hub is a year. */
export default definePropertyCheck({
  name: 'logs-kept-under-a-year',
  title: 'Logs are gone within a year',
  area: 'observability',
  subjects: ['log-group'],
  severity: 'info',
  since: '0.1.0',
  rows: [196],
  mappings: { owasp: ['SAS-5'], csa: ['CSA-5'], cwe: [778], fsbp: ['CloudWatch.16'], checkov: ['CKV_AWS_338'] },
  fix: 'review',
  property: 'RetentionInDays',
  // Without a number they are kept for ever, which another check tells.
  look: (group) =>
    isAbsent(group.facet.retention) ? undefined : value(group, group.facet.retention, (days) => days >= 365),
  message: (name) => `What happened longer ago than the retention of ${name} cannot be looked up.`,
  remedy: 'set RetentionInDays: 365 where a rule of yours asks for it',
  // A parameter is how somebody decides it for all groups at once: to be changed there, not here.
  edit: ({ facet, ...group }) =>
    facet.retention.kind === 'known' &&
    facet.retention.assumed === undefined &&
    (facet.retention.via ?? []).length === 0
      ? [set(group, 'retention', 365)]
      : [],
});
