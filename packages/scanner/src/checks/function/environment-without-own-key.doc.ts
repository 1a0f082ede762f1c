import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/orders
      Code:
        ZipFile: exports.handler = async () => 'placed';
${more}`;

export default {
  why: 'Variables are always encrypted at rest, by default with a key that AWS manages and that asks nobody. With a key of your own, reading them also needs kms:Decrypt on it, and each use is in CloudTrail.',
  exploit: 'Whoever may call GetFunctionConfiguration reads the variables; nothing else stands in the way.',
  fix: {
    sam: 'Set `KmsKeyArn` of the function, and let its role decrypt with the key.',
    cloudformation: 'Set `KmsKeyArn` of the function, and let its role decrypt with the key.',
  },
  blindSpots: 'Secrets do not belong into variables at all; other checks look for them. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html'],
  examples: {
    bad: [
      {
        title: 'an order function with plain variables',
        template: template('      Environment:\n        Variables:\n          CURRENCY: EUR\n'),
        subject: 'PlaceOrder',
      },
    ],
    good: [
      {
        title: 'an order function with a key of its own',
        template: template(
          '      KmsKeyArn: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab\n      Environment:\n        Variables:\n          CURRENCY: EUR\n',
        ),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
