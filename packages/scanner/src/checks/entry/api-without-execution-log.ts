import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { append, set } from '../fix-intents.ts';

/** The peers' literal question. The access log says who called; the execution log helps to find out why a call failed. */
export default defineCheck({
  name: 'api-without-execution-log',
  title: 'Stage keeps no execution log',
  area: 'entry',
  subjects: ['rest-stage'],
  severity: 'info',
  since: '0.1.0',
  rows: [36],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    fsbp: ['APIGateway.1'],
    checkov: ['CKV2_AWS_4'],
    kics: ['tf:982aa526'],
    cdk_nag: ['APIGWExecutionLoggingEnabled'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { methodSettings } = subject.facet;
    if (methodSettings.open !== undefined) return open('MethodSettings', methodSettings.open, estate);
    const unsettled = methodSettings.items.find((item) => settled(item.logLevel) === undefined);
    if (methodSettings.items.some((item) => ['ERROR', 'INFO'].includes(settled(item.logLevel) ?? ''))) return pass;
    if (unsettled !== undefined) return open('LoggingLevel', unsettled.logLevel, estate);
    const [written] = methodSettings.items.filter((item) => item.logLevel.kind === 'known');
    return fail(written?.logLevel.origin ?? subject.keyRange, `Stage ${subject.name} keeps no execution log.`, {
      fix: {
        summary: 'set LoggingLevel: ERROR in MethodSettings for /*',
        edit: [
          methodSettings.items.length === 0
            ? append(subject, 'methodSettings', { HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'ERROR' })
            : set(
                subject,
                `methodSettings.${Math.max(0, written === undefined ? 0 : methodSettings.items.indexOf(written))}.logLevel`,
                'ERROR',
              ),
        ],
      },
    });
  },
});
