import type { FixIntent, FixMap, FixText, NodeId } from '@leastwise/model';
import { added, addResource, ownAccount } from './fix-intents.ts';

interface Subject {
  readonly id: NodeId;
}

/** The whole account, as a policy names it. */
const account: FixText = { $text: ['arn:', { $pseudo: 'Partition' }, ':iam::', ownAccount, ':root'] };
export const accountPrincipal: FixMap = { AWS: account };

/** A key that the account alone manages. */
export function ownKey(subject: Subject, more: readonly FixMap[] = []): FixIntent {
  return addResource(subject, 'Key', 'AWS::KMS::Key', {
    EnableKeyRotation: true,
    KeyPolicy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: accountPrincipal, Action: 'kms:*', Resource: '*' }, ...more],
    },
  });
}

/** What CloudWatch Logs has to be allowed: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
export const forLogs: FixMap = {
  Effect: 'Allow',
  Principal: { Service: { $text: ['logs.', { $pseudo: 'Region' }, '.amazonaws.com'] } },
  Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
  Resource: '*',
  Condition: {
    ArnLike: {
      'kms:EncryptionContext:aws:logs:arn': {
        $text: ['arn:', { $pseudo: 'Partition' }, ':logs:', { $pseudo: 'Region' }, ':', ownAccount, ':*'],
      },
    },
  },
};

export const keyArn = added('Key', 'Arn');

/** Where failed messages wait for two weeks, which is the longest that SQS keeps them. */
export function deadLetterQueue(subject: Subject, more: FixMap = {}): FixIntent {
  return addResource(subject, 'DeadLetterQueue', 'AWS::SQS::Queue', { MessageRetentionPeriod: 1_209_600, ...more });
}

export const deadLetterArn = added('DeadLetterQueue', 'Arn');

/** Lets a service put what it could not deliver into the added queue. */
export function deadLetterPolicy(subject: Subject, service: string): FixIntent {
  return addResource(subject, 'DeadLetterQueuePolicy', 'AWS::SQS::QueuePolicy', {
    Queues: [added('DeadLetterQueue')],
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: service },
          Action: 'sqs:SendMessage',
          Resource: deadLetterArn,
          Condition: { StringEquals: { 'aws:SourceAccount': ownAccount } },
        },
      ],
    },
  });
}

export function logGroup(subject: Subject, suffix = 'Logs'): FixIntent {
  return addResource(subject, suffix, 'AWS::Logs::LogGroup', { RetentionInDays: 365 });
}

/** What an access log says of each request: who, what, when and how it ended; no header and no body. */
export const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  length: '$context.responseLength',
});
