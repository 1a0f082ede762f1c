import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'api-data-trace-logs-bodies',
  title: 'Requests and answers are logged whole',
  area: 'entry',
  subjects: ['rest-stage', 'http-stage'],
  severity: 'medium',
  since: '0.1.0',
  rows: [38],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [532],
    checkov: ['CKV_AWS_276'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const settings = subject.kind === 'rest-stage' ? subject.facet.methodSettings.items : [subject.facet.defaults];
    const on = settings.find((item) => settled(item.dataTrace) === true);
    if (on !== undefined) {
      // Without a log level the trace has nowhere to go.
      const written = settled(on.logLevel)?.toUpperCase() !== 'OFF' || on.logLevel.kind !== 'absent';
      return fail(
        on.dataTrace.origin,
        `Stage ${subject.name} logs headers, bodies and answers whole, tokens and personal data included.`,
        {
          severity: written ? 'medium' : 'low',
          fix: {
            summary: 'set DataTraceEnabled: false',
            edit: [
              set(
                subject,
                subject.kind === 'rest-stage'
                  ? `methodSettings.${settings.indexOf(on as never)}.dataTrace`
                  : 'defaults.dataTrace',
                false,
              ),
            ],
          },
        },
      );
    }
    const unsettled = settings.find((item) => settled(item.dataTrace) === undefined);
    return unsettled === undefined ? pass : open('DataTraceEnabled', unsettled.dataTrace, estate);
  },
});
