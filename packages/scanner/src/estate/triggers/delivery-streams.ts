import { asList, asText, member, type Value } from '@leastwise/model';
import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

/** Firehose waits for a function to change its records. https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html */
export const linkDeliveryStreams: Linker = (estate) => {
  for (const stream of estate.of('delivery-stream')) {
    const { extendedS3, s3, redshift, splunk, http, snowflake, openSearch } = stream.facet;
    for (const destination of [extendedS3, s3, redshift, splunk, http, snowflake, openSearch]) {
      for (const arn of transforms(destination.processors)) {
        const target = estate.functionOf(arn);
        if (target === undefined) continue;
        addTrigger(estate, {
          kind: 'delivery-stream',
          target,
          source: stream.id,
          label: `delivery stream ${stream.name}`,
          invocation: 'sync',
          at: arn.origin,
        });
      }
    }
  }
};

function transforms(processors: Value): readonly Value[] {
  return (asList(processors) ?? []).flatMap((processor) =>
    (asList(member(processor, 'Parameters')) ?? [])
      .filter((parameter) => asText(member(parameter, 'ParameterName')) === 'LambdaArn')
      .map((parameter) => member(parameter, 'ParameterValue')),
  );
}
