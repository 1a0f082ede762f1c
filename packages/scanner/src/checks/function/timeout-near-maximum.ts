import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

/** Seconds: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAXIMUM = 900;

export default defineCheck({
  name: 'timeout-near-maximum',
  title: 'The function may hang for nearly as long as the platform allows',
  area: 'function',
  subjects: ['function'],
  severity: 'low',
  since: '0.1.0',
  rows: [283],
  mappings: { owasp: ['SAS-8'], csa: ['CSA-8'], cwe: [400] },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const { timeout } = subject.facet;
    const seconds = settled(timeout);
    if (seconds === undefined) return open('timeout of the function', timeout, estate);
    // A durable execution ends with its own timeout, however long one invocation may take.
    if (Math.min(seconds, settled(subject.facet.executionTimeout) ?? seconds) < 0.9 * MAXIMUM) return pass;
    // Through another function a stranger does not choose what hangs; and a gateway that waits less long is told beside its routes.
    const outside = facts.exposure
      .waysIn(subject.id)
      .filter(({ exposure, mediated }) => !mediated && exposure !== 'internal' && exposure !== 'authenticated');
    const answering = outside.some(({ trigger }) => trigger.facet.invocation === 'sync');
    return fail(
      timeout.origin,
      `${subject.name} may run for ${seconds} of at most ${MAXIMUM} seconds, and each second of a hanging call is paid.`,
      {
        // A batch job that only the account starts may well need the time.
        severity: outside.length > 0 && !answering ? 'low' : 'info',
        fix: {
          summary: 'set the timeout to a little more than the longest run that was measured',
          edit: [set(subject, 'timeout', 300)],
        },
      },
    );
  },
});
