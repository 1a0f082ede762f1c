import { settled } from '@leastwise/model';
import { isReachedFromOutside } from '../../analyses/exposure/exposure.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'queue-visibility-below-timeout',
  title: 'Messages become visible again while the function still works on them',
  area: 'function',
  subjects: ['event-source-mapping'],
  severity: 'medium',
  since: '0.1.0',
  rows: [3, 246],
  mappings: { owasp: ['SAS-8'], csa: ['CSA-8'], cwe: [841], cdk_nag: ['LambdaEventSourceSQSVisibilityTimeout'] },
  fix: 'safe',
  evaluate(subject, { estate, facts }) {
    const queue = estate.get(estate.resolve(subject.facet.source, 'queue')?.id, 'queue');
    const called = estate.functionOf(subject.facet.function)?.function;
    if (queue === undefined || called === undefined) return notApplicable;
    const { visibilityTimeout } = queue.facet;
    const { timeout } = called.facet;
    const visible = settled(visibilityTimeout);
    const runs = settled(timeout);
    const window = settled(subject.facet.batchWindow);
    if (visible === undefined) return open('visibility timeout of the queue', visibilityTimeout, estate);
    if (runs === undefined) return open('timeout of the function', timeout, estate);
    if (window === undefined) return open('batch window of the event source', subject.facet.batchWindow, estate);
    // Lambda compares the timeout itself, but a batch takes no longer than the durable execution that it starts.
    // https://docs.aws.amazon.com/lambda/latest/dg/durable-invoking-esm.html
    const batch = Math.min(runs, settled(called.facet.executionTimeout) ?? runs);
    const advised = Math.max(runs, 6 * batch + window);
    if (visible >= advised) return pass;
    const evidence = [
      { at: timeout.origin, message: `${called.name} may run for ${runs} seconds` },
      { at: visibilityTimeout.origin, message: `messages of ${queue.name} are hidden for ${visible} seconds` },
    ];
    const fix = { summary: `set VisibilityTimeout: ${advised}`, edit: [set(queue, 'visibilityTimeout', advised)] };
    if (visible < runs) {
      return fail(
        visibilityTimeout.origin,
        `Messages of ${queue.name} reappear after ${visible} seconds while ${called.name} may work on them for ${runs}: AWS refuses such a mapping, or a message is processed twice.`,
        { evidence, fix },
      );
    }
    return fail(
      visibilityTimeout.origin,
      `Messages of ${queue.name} reappear after ${visible} seconds; AWS advises ${advised} (six times the timeout of ${called.name} and the batch window), so that a throttled batch can be tried again in time.`,
      {
        // Batches are throttled in a flood, or where the function may run few times at once.
        severity:
          isReachedFromOutside(facts.exposure.of(queue.id)) || called.facet.reservedConcurrency.kind !== 'absent'
            ? 'low'
            : 'info',
        evidence,
        fix,
      },
    );
  },
});
