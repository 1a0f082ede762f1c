import { changesSomething, waysThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, pass } from '../define-check.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';
import { added, set } from '../fix-intents.ts';
import { accessLogFormat, logGroup } from '../fix-resources.ts';

export default defineCheck({
  name: 'api-without-access-log',
  title: 'Nobody writes down who called the API',
  area: 'entry',
  subjects: ['rest-stage', 'http-stage'],
  severity: 'low',
  since: '0.1.0',
  rows: [34, 35],
  ...mappingsByKind(
    { owasp: ['SAS-5'], csa: ['CSA-5'], cwe: [778], fsbp: ['APIGateway.9'], cdk_nag: ['APIGWAccessLogging'] },
    {
      'rest-stage': {
        checkov: ['CKV_AWS_76'],
        kics: ['cfn:06ec63e3', 'pulumi:bf4b48b9', 'sam:0a994e04', 'sls:a4d32883', 'tf:1b6799eb', 'tf:625abc0e'],
        cfn_nag: ['W45', 'W69'],
        trivy: ['AWS-0001', 'AWS-0113'],
        prowler: ['apigateway_restapi_logging_enabled'],
      },
      'http-stage': {
        checkov: ['CKV_AWS_95'],
        kics: ['cfn:80d45af4'],
        cfn_nag: ['W46'],
        trivy: ['AWS-0116'],
        prowler: ['apigatewayv2_api_access_logging_enabled'],
      },
    },
  ),
  fix: 'review',
  evaluate(subject, { estate }) {
    const { accessLog } = subject.facet;
    if (accessLog.open !== undefined)
      return {
        result: 'unknown',
        at: accessLog.open.origin,
        what: 'access log of the stage',
        why: accessLog.open.reason,
      };
    if (accessLog.present && accessLog.destination.kind !== 'absent') return pass;
    const api = estate.resolve(subject.facet.api, 'rest-api', 'http-api');
    const ways = api === undefined ? [] : waysThrough(estate, api.id);
    // The log tells who changed what. Where callers are told apart and data changes, its absence is felt; while they are not, the
    // missing authorization is the graver finding about the same ways (ADR 0012).
    const matters = ways.some(
      (way) => changesSomething(way) && way.verdict.exposure !== 'internal' && way.route.facet.auth.length > 0,
    );
    return fail(
      accessLog.present ? accessLog.origin : subject.keyRange,
      `Stage ${subject.name} of ${api?.name ?? 'the API'} keeps no access log.`,
      {
        severity: matters ? 'low' : 'info',
        fix: {
          summary:
            subject.kind === 'rest-stage'
              ? 'set AccessLogSetting with a log group and a format'
              : 'set AccessLogSettings with a log group and a format',
          edit: [
            logGroup(subject, 'AccessLogs'),
            set(subject, 'accessLog', { DestinationArn: added('AccessLogs', 'Arn'), Format: accessLogFormat }),
          ],
        },
      },
    );
  },
});
