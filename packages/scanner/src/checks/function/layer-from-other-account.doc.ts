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
  why: 'A layer is code: it is loaded before the handler, sees every event, all variables and the credentials of the role. A layer of another account can be withdrawn, and the next version may hold anything.',
  exploit:
    'Whoever takes over the account of the publisher puts a new version out; at the next update of the ARN it reads the credentials of your functions.',
  fix: {
    sam: 'Publish the content as `AWS::Serverless::LayerVersion` of your own.',
    cloudformation: 'Publish the content as `AWS::Lambda::LayerVersion` of your own and refer to it.',
  },
  blindSpots:
    'Which account is yours is not in the template: a literal ARN of your own account is reported too. Layers of AWS and of well-known vendors are informative.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html'],
  examples: {
    bad: [
      {
        title: 'an order function with a layer of a stranger',
        template: template('      Layers:\n        - arn:aws:lambda:eu-west-1:999988887777:layer:image-tools:3\n'),
        subject: 'PlaceOrder',
        marks: 'image-tools',
      },
    ],
    good: [
      {
        title: 'an order function with a layer of its own',
        template: template(
          '      Layers:\n        - !Sub arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:layer:image-tools:3\n',
        ),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
