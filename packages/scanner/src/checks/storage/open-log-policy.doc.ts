import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string): string => `Resources:
  EventsMayLog:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyName: events-may-log
      PolicyDocument: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":${principal},"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}]}'
`;

export default {
  why: 'Logs are what an investigation stands on. Whoever may write to them can bury traces, forge events that start functions, and make the bill grow.',
  exploit: 'The attacker writes millions of forged lines to the log group from an account of their own.',
  fix: {
    sam: 'Name the service, such as `{"Service": "events.amazonaws.com"}`, and add a condition on aws:SourceAccount.',
    cloudformation:
      'Name the service, such as `{"Service": "events.amazonaws.com"}`, and add a condition on aws:SourceAccount.',
  },
  blindSpots: 'Which log groups the account holds is not known.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html'],
  examples: {
    bad: [{ title: 'logs for the world', template: template('"*"'), subject: 'EventsMayLog', marks: '*' }],
    good: [
      {
        title: 'logs for EventBridge',
        template: template('{"Service":"events.amazonaws.com"}'),
        subject: 'EventsMayLog',
      },
    ],
  },
} satisfies CheckDoc;
