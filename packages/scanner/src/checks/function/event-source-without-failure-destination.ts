import { settled } from '@leastwise/model';
import { isReachedFromOutside } from '../../analyses/exposure/exposure.ts';
import { triggersOf } from '../../estate/triggers/triggers-of.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';
import { deadLetterArn, deadLetterQueue } from '../fix-resources.ts';

const streams = new Set(['stream', 'table-stream', 'kafka', 'document-db']);

export default defineCheck({
  name: 'event-source-without-failure-destination',
  title: 'Records of a stream that fail block it, or are lost',
  area: 'function',
  subjects: ['event-source-mapping'],
  severity: 'low',
  since: '0.1.0',
  rows: [2],
  mappings: {
    owasp: ['SAS-8', 'SAS-10'],
    csa: ['CSA-8'],
    cwe: [390, 400],
    cdk_nag: ['LambdaEventSourceMappingDestination'],
  },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const called = estate.functionOf(subject.facet.function)?.function;
    const trigger =
      called === undefined
        ? undefined
        : triggersOf(estate, called.id).find((each) => each.generatedFrom?.id === subject.id);
    // A queue keeps its failures itself, by its redrive policy.
    if (called === undefined || trigger === undefined || !streams.has(trigger.facet.kind)) return notApplicable;
    const { failureDestination, maximumRetries, maximumRecordAge } = subject.facet;
    if (failureDestination.kind === 'unknown')
      return open('failure destination of the event source', failureDestination, estate);
    if (failureDestination.kind !== 'absent') return pass;
    const { source } = trigger.facet;
    // Where only the owner's own services write, one bad record is a fault, not an attack.
    const hostile = source === undefined || isReachedFromOutside(facts.exposure.of(source));
    const endless = settled(maximumRetries) === -1 && settled(maximumRecordAge) === -1;
    return fail(
      subject.keyRange,
      endless
        ? `One record of ${trigger.facet.label} that ${called.name} cannot process is tried until it expires, and holds up all behind it.`
        : `Records of ${trigger.facet.label} that ${called.name} cannot process are skipped, and nobody keeps them.`,
      {
        ...(hostile ? {} : { severity: 'info' as const }),
        fix: {
          summary: 'add DestinationConfig.OnFailure, MaximumRetryAttempts and BisectBatchOnFunctionError',
          edit: [
            deadLetterQueue(subject),
            set(subject, 'failureDestination', deadLetterArn),
            set(subject, 'maximumRetries', 3),
          ],
        },
      },
    );
  },
});
