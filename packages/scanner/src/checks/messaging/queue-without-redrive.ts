import { isAbsent, settled } from '@leastwise/model';
import { isReachedFromOutside } from '../../analyses/exposure/exposure.ts';
import { catchingQueues } from '../../analyses/functions/catching-queues.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';
import { deadLetterArn, deadLetterQueue } from '../fix-resources.ts';

export default defineCheck({
  name: 'queue-without-redrive',
  title: 'Messages that cannot be processed circle until they expire',
  area: 'messaging',
  subjects: ['queue'],
  severity: 'low',
  since: '0.1.0',
  rows: [78],
  mappings: {
    owasp: ['SAS-8', 'SAS-10'],
    csa: ['CSA-8', 'CSA-10'],
    cwe: [390, 400],
    cdk_nag: ['SQSQueueDLQ', 'SQSRedrivePolicy'],
  },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const { redrive } = subject.facet;
    if (redrive.kind === 'unknown') return open('redrive policy of the queue', redrive, estate);
    if (!isAbsent(redrive)) return pass;
    if (catchingQueues(estate).has(subject.id)) return notApplicable;
    const [started] = estate.edgesFrom(subject.id, 'starts');
    const called = started === undefined ? undefined : estate.get(started.to, 'function');
    const fix = {
      summary: 'add RedrivePolicy with a dead-letter queue and maxReceiveCount',
      edit: [
        deadLetterQueue(subject, settled(subject.facet.fifo) === true ? { FifoQueue: true } : {}),
        set(subject, 'redrive', { deadLetterTargetArn: deadLetterArn, maxReceiveCount: 5 }),
      ],
    };
    if (started === undefined || called === undefined) {
      return fail(subject.keyRange, `${subject.name} has no dead-letter queue.`, { severity: 'info', fix });
    }
    return fail(
      subject.keyRange,
      `A message of ${subject.name} that ${called.name} cannot process is tried again until it expires: each try is paid, and then the message is lost.`,
      {
        // Only a message from outside can be made to fail again and again on purpose.
        ...(isReachedFromOutside(facts.exposure.of(subject.id)) ? {} : { severity: 'info' as const }),
        evidence: [{ at: started.at, message: `${called.name} reads the queue` }],
        fix,
      },
    );
  },
});
