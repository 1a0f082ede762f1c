import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';
import { accessLogFormat } from '../fix-resources.ts';

export default definePropertyCheck({
  name: 'api-log-unstructured',
  title: 'Access log has no fields that a machine can read',
  area: 'entry',
  subjects: ['rest-stage', 'http-stage'],
  severity: 'info',
  since: '0.1.0',
  rows: [37],
  mappings: { owasp: ['SAS-5'], csa: ['CSA-5'], cwe: [778], cdk_nag: ['APIGWStructuredLogging'] },
  fix: 'review',
  property: 'Format',
  look: (stage) => {
    const { accessLog } = stage.facet;
    if (!accessLog.present) return undefined;
    return value(stage, accessLog.format, (format) => /^\s*\{[\s\S]*\}\s*$/.test(format));
  },
  message: (name) =>
    `The access log of ${name} is lines of text: a value that a caller sends can look like another field.`,
  remedy: 'write the format as JSON, or as CLF where a tool wants it',
  edit: (stage) => [set(stage, 'accessLog.format', accessLogFormat)],
});
