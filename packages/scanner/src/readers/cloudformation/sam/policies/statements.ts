import { textValue } from '../../text-value.ts';
import type { Maker, Material } from '../made.ts';
import type { Value } from '@leastwise/model';

/** A trust policy for one AWS service. */
export function trustService(make: Maker, service: string): Value {
  return make.of({
    Version: '2012-10-17',
    Statement: [{ Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: [service] } }],
  });
}

/** An inline policy of a role: its name and statements that allow. */
function inlinePolicy(make: Maker, name: string, ...statements: readonly Allowed[]): Value {
  return make.of({
    PolicyName: name,
    PolicyDocument: {
      Statement: statements.map(({ action, resource }) => ({ Action: action, Effect: 'Allow', Resource: resource })),
    },
  });
}

export interface Allowed {
  readonly action: string | readonly string[];
  readonly resource: Material;
}

export const startExecution = (make: Maker, stateMachine: Value, name: string): Value =>
  inlinePolicy(make, `${name}StartExecutionPolicy`, { action: 'states:StartExecution', resource: stateMachine });

export const sendToQueue = (make: Maker, queue: Material, name: string): Value =>
  inlinePolicy(make, `${name}SQSPolicy`, { action: 'sqs:SendMessage', resource: queue });

export const publishToTopic = (make: Maker, topic: Material, name: string): Value =>
  inlinePolicy(make, `${name}SNSPolicy`, { action: 'sns:publish', resource: topic });

export const putToBucket = (make: Maker, bucket: Value | undefined, name: string): Value =>
  inlinePolicy(
    make,
    `${name}S3Policy`,
    { action: 's3:PutObject', resource: bucket === undefined ? undefined : textValue([bucket, '/*'], bucket.origin) },
    { action: 's3:ListBucket', resource: bucket },
  );

export const putToBus = (make: Maker, bus: Material, name: string): Value =>
  inlinePolicy(make, `${name}EventBridgePolicy`, { action: 'events:PutEvents', resource: bus });

export const invokeFunction = (make: Maker, target: Material, name: string): Value =>
  inlinePolicy(make, `${name}LambdaPolicy`, { action: 'lambda:InvokeFunction', resource: target });
