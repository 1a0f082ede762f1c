import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  OrderLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /aws/lambda/place-order
${more}`;

export default {
  why: 'Logs are always encrypted, by default with a key of AWS that asks nobody. With a key of your own, reading them also needs kms:Decrypt on it.',
  exploit: 'Whoever may call GetLogEvents reads the logs; nothing else stands in the way.',
  fix: {
    sam: 'Set `KmsKeyId` of the log group, and let the logs service use the key.',
    cloudformation: 'Set `KmsKeyId` of the log group, and let the logs service use the key.',
  },
  blindSpots: 'What the logs hold is not looked at. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'],
  examples: {
    bad: [
      { title: 'order logs with the key of AWS', template: template(''), subject: 'OrderLogs', marks: 'OrderLogs' },
    ],
    good: [
      {
        title: 'order logs with a key of their own',
        template: template(
          '      KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab\n',
        ),
        subject: 'OrderLogs',
      },
    ],
  },
} satisfies CheckDoc;
