import type { CheckDoc } from '../check-doc.ts';

const template = (timeout: number): string => `Resources:
  GreetCustomer:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Timeout: ${timeout}
      Role: arn:aws:iam::111122223333:role/customers
      Code:
        ZipFile: exports.handler = async (event) => event;
  Customers:
    Type: AWS::Cognito::UserPool
    Properties:
      LambdaConfig:
        PreSignUp: !GetAtt GreetCustomer.Arn
`;

export default {
  why: 'Some callers wait only so long: Cognito 5 seconds, Connect 8, Lex and SES 30. When the function runs on, its answer is lost, its cost is not, and the caller often tries again while the first call still runs.',
  exploit:
    'Anyone who can slow the function down (by signing up with odd data) makes each attempt cost the full timeout, several times over.',
  fix: {
    sam: 'Set `Timeout` of the function to what its caller waits, or less.',
    cloudformation: 'Set `Timeout` of the function to what its caller waits, or less.',
  },
  blindSpots:
    'API Gateway, load balancers and AppSync are judged beside their routes. Callers outside of the templates are not known.',
  sources: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  ],
  examples: {
    bad: [{ title: 'a sign-up step with 60 seconds', template: template(60), subject: 'GreetCustomer', marks: '60' }],
    good: [{ title: 'a sign-up step with 5 seconds', template: template(5), subject: 'GreetCustomer' }],
  },
} satisfies CheckDoc;
