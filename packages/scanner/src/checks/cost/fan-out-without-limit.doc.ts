import type { CheckDoc } from '../check-doc.ts';

const template = (limit: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Uploads:
    Type: AWS::SNS::Topic
  TakeUpload:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: uploads.take
      CodeUri: .
      Events:
        Upload: { Type: HttpApi, Properties: { Method: POST, Path: /uploads } }
      Policies:
        - SNSPublishMessagePolicy: { TopicName: !GetAtt Uploads.TopicName }
  MakeThumbnail:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: thumbnails.make
      CodeUri: .
${limit}      Events:
        Upload: { Type: SNS, Properties: { Topic: !Ref Uploads } }
  ReadText:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: texts.read
      CodeUri: .
${limit}      Events:
        Upload: { Type: SNS, Properties: { Topic: !Ref Uploads } }
`;

export default {
  why: 'A limit at the entry counts requests. Behind a topic, a bus or a bucket each request is multiplied by what listens there, and all of it is paid.',
  exploit:
    'The attacker sends many cheap requests; each of them starts every function that listens, until the concurrency of the account is used up.',
  fix: {
    sam: 'Set ReservedConcurrentExecutions on the functions that listen, or throttle what comes in.',
    cloudformation: 'Set ReservedConcurrentExecutions on the functions that listen, or throttle what comes in.',
  },
  blindSpots:
    'Filters of subscriptions and rules may let each function see a part only. What listens through a queue has the limit of its event source.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
    'https://docs.aws.amazon.com/sns/latest/dg/sns-lambda-as-subscriber.html',
  ],
  examples: {
    bad: [
      { title: 'uploads that two functions work on', template: template(''), subject: 'Uploads', marks: 'Uploads' },
    ],
    good: [
      {
        title: 'two functions with a limit',
        template: template('      ReservedConcurrentExecutions: 5\n'),
        subject: 'Uploads',
      },
    ],
  },
} satisfies CheckDoc;
