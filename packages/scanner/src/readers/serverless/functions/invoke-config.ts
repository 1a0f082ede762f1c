import { asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { get, isMap } from '../../cloudformation/sam/read-value.ts';
import type { Bench, ServiceFunction } from '../bench.ts';
import { functionId, functionPart } from '../naming.ts';

const actions: Readonly<Record<string, string>> = {
  sns: 'sns:Publish',
  sqs: 'sqs:SendMessage',
  eventBus: 'events:PutEvents',
  function: 'lambda:InvokeFunction',
};

/** `destinations`, `maximumRetryAttempts` and `maximumEventAge`, with the permission to reach a destination. */
export function invokeConfig(owner: ServiceFunction, bench: Bench): void {
  const onSuccess = destination(owner, owner.get('destinations', 'onSuccess'), bench);
  const onFailure = destination(owner, owner.get('destinations', 'onFailure'), bench);
  const age = owner.get('maximumEventAge');
  const retries = owner.get('maximumRetryAttempts');
  if (onSuccess === undefined && onFailure === undefined && age === undefined && retries === undefined) return;
  const has = onSuccess !== undefined || onFailure !== undefined;
  const ends = { OnSuccess: end(onSuccess), OnFailure: end(onFailure) };
  bench.add(
    `${functionPart(owner.key)}LambdaEvConf`,
    'AWS::Lambda::EventInvokeConfig',
    {
      FunctionName: bench.makeAt(owner.cause.at).ref(functionId(owner.key)),
      Qualifier: owner.get('provisionedConcurrency') === undefined ? '$LATEST' : 'provisioned',
      MaximumEventAgeInSeconds: age,
      MaximumRetryAttempts: retries,
      DestinationConfig: has ? ends : undefined,
    },
    { ...owner.cause, by: 'destinations' },
  );
}

const end = (value: Value | undefined): Material => (value === undefined ? undefined : { Destination: value });

/** A destination is a function of the service by its key, an ARN, or a map with the kind of what is meant. */
function destination(owner: ServiceFunction, written: Value | undefined, bench: Bench): Value | undefined {
  if (written === undefined) return undefined;
  const make = bench.makeAt(written.origin);
  const allow = (action: string, arn: Value): Value => {
    bench.allow(owner, make.of({ Effect: 'Allow', Action: action, Resource: arn }));
    return arn;
  };
  const type = get(written, 'type');
  const arn = get(written, 'arn');
  if (isMap(written) && arn !== undefined) {
    const action = actions[type === undefined ? '' : (asText(type) ?? '')];
    return action === undefined ? arn : allow(action, arn);
  }
  const text = asText(written);
  const local = bench.functions.find(({ key }) => key === text);
  if (local !== undefined) return allow('lambda:InvokeFunction', make.ref(functionId(local.key), 'Arn'));
  const service = /^arn:[^:]*:(\w+):/.exec(text ?? '')?.[1];
  const action = {
    sns: 'sns:Publish',
    sqs: 'sqs:SendMessage',
    events: 'events:PutEvents',
    lambda: 'lambda:InvokeFunction',
  }[service ?? ''];
  return action === undefined ? written : allow(action, written);
}
