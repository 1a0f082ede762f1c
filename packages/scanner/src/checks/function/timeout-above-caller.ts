import { settled } from '@leastwise/model';
import { triggersOf } from '../../estate/triggers/triggers-of.ts';
import type { TriggerKind } from '../../estate/trigger.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

/** How long a synchronous caller waits, in seconds, and the page that says so. Gateways are judged beside their routes. */
const patience: Partial<
  Record<TriggerKind, { readonly seconds: number; readonly who: string; readonly page: string }>
> = {
  'user-pool': {
    seconds: 5,
    who: 'Cognito',
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  },
  mail: {
    seconds: 30,
    who: 'SES',
    page: 'https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html',
  },
  bot: { seconds: 30, who: 'Lex', page: 'https://docs.aws.amazon.com/lexv2/latest/dg/quotas.html' },
  'contact-center': {
    seconds: 8,
    who: 'Connect',
    page: 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html',
  },
  'object-transform': {
    seconds: 60,
    who: 'S3 Object Lambda',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-writing-lambda.html',
  },
  'delivery-stream': {
    seconds: 300,
    who: 'Firehose',
    page: 'https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html',
  },
  pipe: {
    seconds: 300,
    who: 'the pipe',
    page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
  },
};

export default defineCheck({
  name: 'timeout-above-caller',
  title: 'The function may run longer than its caller waits',
  area: 'function',
  subjects: ['function'],
  severity: 'low',
  since: '0.1.0',
  rows: [245, 283],
  mappings: { owasp: ['SAS-8'], csa: ['CSA-8'], cwe: [400] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const callers = triggersOf(estate, subject.id).filter(
      (trigger) => trigger.facet.enabled && trigger.facet.invocation === 'sync',
    );
    const limits = callers.flatMap((trigger) => {
      const limit = patience[trigger.facet.kind];
      return limit === undefined ? [] : [{ trigger, ...limit }];
    });
    if (limits.length === 0) return notApplicable;
    const { timeout } = subject.facet;
    const seconds = settled(timeout);
    if (seconds === undefined) return open('timeout of the function', timeout, estate);
    const shortest = limits.reduce((least, limit) => (limit.seconds < least.seconds ? limit : least));
    if (seconds <= shortest.seconds) return pass;
    return fail(
      timeout.origin,
      `${subject.name} may run for ${seconds} seconds, but ${shortest.who} waits ${shortest.seconds}: what runs on after that is paid and lost, and ${shortest.who} may call again.`,
      {
        evidence: [
          {
            at: shortest.trigger.facet.at,
            message: `${shortest.trigger.facet.label} waits ${shortest.seconds} seconds`,
          },
        ],
        fix: { summary: `set Timeout: ${shortest.seconds} or less`, edit: [set(subject, 'timeout', shortest.seconds)] },
      },
    );
  },
});
