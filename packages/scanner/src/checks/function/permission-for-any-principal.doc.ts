import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string, more = ''): string => `Resources:
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'placed';
  OrdersMayCall:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref PlaceOrder
      Action: lambda:InvokeFunction
      Principal: ${principal}
${more}`;

export default {
  why: 'A resource policy with the principal * lets every AWS account in the world invoke the function directly. Authorizers, validation and throttling of the API in front of it are not asked.',
  exploit:
    'An attacker with an account of their own learns or guesses the ARN (account id and function name are in logs, URLs and error texts) and runs `aws lambda invoke` on it with a forged event: a foreign user id in the claims, a message that no queue has seen.',
  fix: {
    sam: 'Use an event source of the function; SAM writes a permission for exactly that source. Remove the hand-written permission.',
    cloudformation:
      'Name the service or the account in `Principal`. For a service add `SourceArn` or `SourceAccount`; for the accounts of a company `PrincipalOrgID`.',
  },
  blindSpots:
    'Permissions that were added outside of the template are not seen. A permission for the function URL of the template is judged by the check of the URL.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html',
  ],
  examples: {
    bad: [
      {
        title: 'an order function that every account may invoke',
        template: template("'*'"),
        subject: 'OrdersMayCall',
        marks: '*',
      },
    ],
    good: [
      {
        title: 'an order function that one account may invoke',
        template: template("'444455556666'"),
        subject: 'OrdersMayCall',
      },
      {
        title: 'an order function that the accounts of one organization may invoke',
        template: template("'*'", '      PrincipalOrgID: o-a1b2c3d4e5\n'),
        subject: 'OrdersMayCall',
      },
    ],
  },
} satisfies CheckDoc;
