import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  OrderLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /aws/lambda/place-order
${more}`;

export default {
  why: 'CloudWatch keeps logs until they are deleted. Logs of functions hold what customers sent: kept for ever they cost, and break the rules on personal data.',
  exploit: 'Whoever gets to read the logs once gets years of them.',
  fix: {
    sam: 'Set `RetentionInDays` of the log group, and name it in `LoggingConfig` of the function.',
    cloudformation: 'Set `RetentionInDays` of the log group.',
  },
  blindSpots:
    'A function without a log group in the templates gets one without limit at its first call; that is not reported here.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html'],
  examples: {
    bad: [
      { title: 'order logs that are kept for ever', template: template(''), subject: 'OrderLogs', marks: 'OrderLogs' },
    ],
    good: [
      {
        title: 'order logs that are kept for a month',
        template: template('      RetentionInDays: 30\n'),
        subject: 'OrderLogs',
      },
    ],
  },
} satisfies CheckDoc;
