import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'log-format-unstructured',
  title: 'The function logs plain text without levels',
  area: 'observability',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [17],
  mappings: { owasp: ['SAS-5'], csa: ['CSA-5'], cwe: [778], cdk_nag: ['LambdaLogLevel', 'LambdaLogging'] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { logging } = subject.facet;
    if (logging.open !== undefined) return open('logging of the function', logging.open, estate);
    const format = settled(logging.format);
    if (format === undefined) return open('log format of the function', logging.format, estate);
    if (format === 'JSON') return pass;
    return fail(
      logging.present ? logging.format.origin : subject.keyRange,
      `Lambda writes the logs of ${subject.name} as plain text: what its code does not format itself cannot be searched by level or field.`,
      {
        fix: { summary: 'set LoggingConfig: { LogFormat: JSON }', edit: [set(subject, 'logging.format', 'JSON')] },
      },
    );
  },
});
