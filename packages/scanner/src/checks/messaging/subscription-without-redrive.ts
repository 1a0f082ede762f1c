import { isAbsent } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';
import { deadLetterArn, deadLetterPolicy, deadLetterQueue as failureQueue } from '../fix-resources.ts';

/** The peers' literal question: SNS retries for hours, and a function's own failures go elsewhere. */
export default defineCheck({
  name: 'subscription-without-redrive',
  title: 'Messages that the topic cannot deliver are dropped',
  area: 'messaging',
  subjects: ['subscription'],
  severity: 'info',
  since: '0.1.0',
  rows: [87],
  mappings: { owasp: ['SAS-10'], csa: ['CSA-10'], cwe: [390], cdk_nag: ['SNSRedrivePolicy'] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { deadLetterQueue } = subject.facet;
    if (deadLetterQueue.kind === 'unknown') return open('redrive policy of the subscription', deadLetterQueue, estate);
    if (!isAbsent(deadLetterQueue)) return pass;
    return fail(subject.keyRange, `What ${subject.name} cannot deliver is dropped after the last try.`, {
      fix: {
        summary: 'add RedrivePolicy with a dead-letter queue',
        edit: [
          failureQueue(subject),
          deadLetterPolicy(subject, 'sns.amazonaws.com'),
          set(subject, 'deadLetterQueue', deadLetterArn),
        ],
      },
    });
  },
});
