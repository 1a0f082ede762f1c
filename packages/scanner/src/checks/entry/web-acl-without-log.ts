import { definePropertyCheck, somebody } from '../property-check.ts';
import { added, addResource, reference } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'web-acl-without-log',
  title: 'What a web ACL blocks is not logged',
  area: 'entry',
  subjects: ['web-acl'],
  severity: 'info',
  since: '0.1.0',
  rows: [202],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    fsbp: ['WAF.11'],
    checkov: ['CKV2_AWS_31'],
    prowler: ['wafv2_webacl_logging_enabled'],
  },
  fix: 'review',
  property: 'LoggingConfiguration',
  look: (acl, estate) =>
    acl.type === 'AWS::WAFv2::WebACL'
      ? somebody(
          acl,
          estate.of('web-acl-logging').some((log) => estate.resolve(log.facet.webAcl, 'web-acl')?.id === acl.id),
        )
      : undefined,
  message: (name) => `Nobody can see which requests ${name} lets through and blocks.`,
  remedy: 'add AWS::WAFv2::LoggingConfiguration to a log group whose name begins with aws-waf-logs-',
  edit: (acl) => [
    addResource(acl, 'WebAclLogs', 'AWS::Logs::LogGroup', {
      LogGroupName: { $text: ['aws-waf-logs-', { $pseudo: 'StackName' }] },
      RetentionInDays: 365,
    }),
    addResource(acl, 'WebAclLogging', 'AWS::WAFv2::LoggingConfiguration', {
      ResourceArn: reference(acl, 'Arn'),
      LogDestinationConfigs: [added('WebAclLogs', 'Arn')],
    }),
  ],
});
