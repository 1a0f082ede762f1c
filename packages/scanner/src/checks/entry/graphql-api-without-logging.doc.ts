import type { CheckDoc } from '../check-doc.ts';

const template = (log: string): string => `Resources:
  PhotoApi:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: photos
      AuthenticationType: AWS_IAM
${log}
`;

export default {
  why: 'A GraphQL API has one address: without its log nobody can say which fields were asked, by whom, and which were refused.',
  exploit: 'The attacker tries fields and ids one by one; nothing tells of it.',
  fix: {
    sam: 'Leave Logging on (AWS::Serverless::GraphQLApi logs by default).',
    cloudformation: 'Set LogConfig with CloudWatchLogsRoleArn, FieldLogLevel: ERROR and ExcludeVerboseContent: true.',
  },
  blindSpots: 'Resolvers may log by themselves.',
  sources: ['https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html'],
  examples: {
    bad: [{ title: 'a photo API without log', template: template('      XrayEnabled: true'), subject: 'PhotoApi' }],
    good: [
      {
        title: 'a photo API that logs what fails',
        template: template(
          '      LogConfig:\n        CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/photo-api-log\n        FieldLogLevel: ERROR',
        ),
        subject: 'PhotoApi',
      },
    ],
  },
} satisfies CheckDoc;
