import { describe, isAbsent } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';
import { deadLetterArn, deadLetterPolicy, deadLetterQueue } from '../fix-resources.ts';

/** The peers' literal question: EventBridge tries for a day, and fails only when the target is gone or refuses. */
export default defineCheck({
  name: 'rule-target-without-failure-queue',
  title: 'Events that the rule cannot hand over are dropped',
  area: 'messaging',
  subjects: ['rule'],
  severity: 'info',
  since: '0.1.0',
  rows: [69],
  mappings: { owasp: ['SAS-10'], csa: ['CSA-10'], cwe: [390], cdk_nag: ['EventBusDLQ'] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { targets } = subject.facet;
    if (targets.open !== undefined) return open('targets of the rule', targets.open, estate);
    if (targets.items.length === 0) return notApplicable;
    return targets.items.map((target) => {
      if (target.deadLetterQueue.kind === 'unknown')
        return open('dead-letter queue of the target', target.deadLetterQueue, estate);
      if (!isAbsent(target.deadLetterQueue)) return pass;
      const receiver = estate.functionOf(target.arn)?.function ?? estate.resolve(target.arn);
      return fail(
        target.origin,
        `What ${subject.name} cannot hand over to ${receiver?.name ?? describe(target.arn)} is dropped after a day.`,
        {
          key: describe(target.id),
          fix: {
            summary: 'add DeadLetterConfig to the target',
            edit: [
              deadLetterQueue(subject),
              deadLetterPolicy(subject, 'events.amazonaws.com'),
              set(subject, `targets.${targets.items.indexOf(target)}.deadLetterQueue`, deadLetterArn),
            ],
          },
        },
      );
    });
  },
});
