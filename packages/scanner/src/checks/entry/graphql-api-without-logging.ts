import type { NodeOf } from '../../estate/estate.ts';
import { settled, type FixIntent } from '@leastwise/model';
import { waysThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { addResource, added, set } from '../fix-intents.ts';

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
        fix: {
          summary: 'set LogConfig with FieldLogLevel: ERROR and ExcludeVerboseContent: true',
          edit: [
            ...(log.present && log.role.kind !== 'absent' ? [set(subject, 'log.level', 'ERROR')] : logging(subject)),
          ],
        },
      },
    );
  },
});

/** A role that lets AppSync write, and the log without what users send. */
function logging(subject: NodeOf<'graphql-api'>): readonly FixIntent[] {
  return [
    addResource(subject, 'LogsRole', 'AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'appsync.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      ManagedPolicyArns: [
        { $text: ['arn:', { $pseudo: 'Partition' }, ':iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs'] },
      ],
    }),
    set(subject, 'log', {
      CloudWatchLogsRoleArn: added('LogsRole', 'Arn'),
      FieldLogLevel: 'ERROR',
      ExcludeVerboseContent: true,
    }),
  ];
}
