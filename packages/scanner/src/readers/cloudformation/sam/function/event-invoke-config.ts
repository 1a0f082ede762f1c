import { asMap, asText, type Value } from '@leastwise/model';
import type { Maker } from '../made.ts';
import { invokeFunction, publishToTopic, putToBucket, putToBus, sendToQueue } from '../policies/statements.ts';
import { get, isSet } from '../read-value.ts';
import type { Draft, SamResource, Workbench } from '../workbench.ts';

/**
 * `EventInvokeConfig`: what happens to asynchronous events. A destination of type SQS or SNS without an ARN makes its queue
 * or topic. Returns what the role needs to send there.
 */
export function draftEventInvokeConfig(
  owner: SamResource,
  alias: Draft | undefined,
  bench: Workbench,
): readonly Value[] {
  const config = owner.properties.get('EventInvokeConfig');
  if (!isSet(config)) return [];
  const make = bench.makeAt(config.origin);
  const policies: Value[] = [];
  const logicalId = `${owner.logicalId}EventInvokeConfig`;
  const destinations: Record<string, Value> = {};
  const written = get(config, 'DestinationConfig');
  if (isSet(written) && written.kind === 'known' && asMap(written) === undefined) {
    bench.invalid(
      written.origin,
      `DestinationConfig of ${owner.logicalId} is no map.`,
      'Write OnSuccess or OnFailure under it.',
    );
  }
  for (const name of ['OnSuccess', 'OnFailure']) {
    const destination = get(written, name);
    if (destination === undefined) continue;
    const at = bench.makeAt(destination.origin);
    const arn = destinationArn(owner, destination, logicalId + name, at, bench);
    destinations[name] = at.of({ Destination: arn });
    const policy =
      arn === undefined ? undefined : destinationPolicies[typeOf(destination) ?? '']?.(at, arn, logicalId + name);
    if (policy !== undefined) policies.push(policy);
  }
  bench.draft(
    owner,
    logicalId,
    'AWS::Lambda::EventInvokeConfig',
    {
      FunctionName: make.ref(owner.logicalId),
      Qualifier: alias?.properties.get('Name') ?? '$LATEST',
      DestinationConfig: destinations,
      MaximumEventAgeInSeconds: get(config, 'MaximumEventAgeInSeconds'),
      MaximumRetryAttempts: get(config, 'MaximumRetryAttempts'),
    },
    { make, dependsOn: alias === undefined ? [] : [alias.logicalId] },
  );
  return policies;
}

const destinationPolicies: Readonly<Record<string, (make: Maker, arn: Value, name: string) => Value>> = {
  SQS: sendToQueue,
  SNS: publishToTopic,
  EventBridge: putToBus,
  Lambda: invokeFunction,
  S3Bucket: putToBucket,
};

function typeOf(destination: Value): string | undefined {
  return asText(get(destination, 'Type') ?? destination);
}

function destinationArn(
  owner: SamResource,
  destination: Value,
  logicalId: string,
  make: Maker,
  bench: Workbench,
): Value | undefined {
  const arn = get(destination, 'Destination');
  const type = typeOf(destination);
  if (type === undefined || !Object.hasOwn(destinationPolicies, type)) {
    const names = Object.keys(destinationPolicies).join(', ');
    bench.invalid(
      destination.origin,
      `A destination of ${owner.logicalId} needs a Type of ${names}.`,
      'Write Type under the destination.',
    );
    return arn;
  }
  if (arn !== undefined) return arn;
  if (type === 'SQS') {
    bench.draft(owner, `${logicalId}Queue`, 'AWS::SQS::Queue', {}, { make });
    bench.references.set(`${owner.logicalId}.DestinationQueue`, `${logicalId}Queue`);
    return make.ref(`${logicalId}Queue`, 'Arn');
  }
  if (type === 'SNS') {
    bench.draft(owner, `${logicalId}Topic`, 'AWS::SNS::Topic', {}, { make });
    bench.references.set(`${owner.logicalId}.DestinationTopic`, `${logicalId}Topic`);
    return make.ref(`${logicalId}Topic`);
  }
  bench.invalid(
    destination.origin,
    `A destination of type ${type} of ${owner.logicalId} names no Destination.`,
    'Write its ARN.',
  );
  return undefined;
}
