import type { CheckDoc } from '../check-doc.ts';

const template = (limit: string): string => `Resources:
  ResizePhoto:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/resize-photo
      Code:
        ZipFile: exports.handler = async () => 'ok';
      Timeout: 30
      MemorySize: 3008
${limit}
  ResizePhotoUrl:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !Ref ResizePhoto
      AuthType: NONE
  ResizePhotoUrlPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref ResizePhoto
      Action: lambda:InvokeFunctionUrl
      Principal: '*'
      FunctionUrlAuthType: NONE
`;

export default {
  why: 'Every request to an open function costs money. Without reserved concurrency or a throttle only the limit of the account ends it, and until then the bill grows and every other function of the account waits.',
  exploit:
    'The attacker sends requests that keep the function busy until its timeout, from one machine, day and night.',
  fix: {
    sam: 'Set ReservedConcurrentExecutions on the function; on APIs set a throttle, and a usage plan for what clients may use.',
    cloudformation: 'Set ReservedConcurrentExecutions on the function; on APIs set ThrottlingRateLimit on the stage.',
  },
  blindSpots:
    'Any open function can be flooded: at the defaults of the platform (128 MB, 3 seconds, 1,000 at a time) that is about 190 USD a day, at those of the Serverless Framework (1,024 MB) 1,440, which is told as inventory only. The finding starts at 1,500 USD a day. The figure is the worst case for the function alone, at list prices that leastwise.yaml can change. What the function calls costs more; firewalls with rate rules cost less.',
  sources: [
    'https://aws.amazon.com/lambda/pricing/',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  ],
  examples: {
    bad: [
      {
        title: 'a photo function that runs a thousand times at once for anyone',
        template: template('      Description: makes photos small'),
        subject: 'ResizePhoto',
        marks: '3008',
      },
    ],
    good: [
      {
        title: 'the same with two at a time',
        template: template('      ReservedConcurrentExecutions: 2'),
        subject: 'ResizePhoto',
      },
    ],
  },
} satisfies CheckDoc;
