import { settled } from '@leastwise/model';
import { waysThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'graphql-api-without-logging',
  title: 'Nobody writes down what is asked of the GraphQL API',
  area: 'entry',
  subjects: ['graphql-api'],
  severity: 'low',
  since: '0.1.0',
  rows: [53, 54],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    fsbp: ['AppSync.2'],
    checkov: ['CKV_AWS_193', 'CKV_AWS_194'],
    prowler: ['appsync_field_level_logging_enabled'],
    cdk_nag: ['AppSyncGraphQLRequestLogging'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { log } = subject.facet;
    if (log.open !== undefined) return open('LogConfig', log.open, estate);
    const level = settled(log.level);
    if (log.present && level === undefined) return open('FieldLogLevel', log.level, estate);
    if (log.present && log.role.kind !== 'absent' && level !== 'NONE') return pass;
    const changes = waysThrough(estate, subject.id).some((way) => way.writes.length > 0);
    const at = !log.present ? subject.keyRange : log.level.origin;
    return fail(
      at,
      log.present ? `${subject.name} logs no fields, not even those that fail.` : `${subject.name} keeps no log.`,
      {
        severity: changes && !log.present ? 'low' : 'info',
        fix: { summary: 'set LogConfig with FieldLogLevel: ERROR and ExcludeVerboseContent: true' },
      },
    );
  },
});
