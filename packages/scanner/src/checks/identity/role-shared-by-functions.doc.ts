import type { CheckDoc } from '../check-doc.ts';

const role = (name: string): string => `  ${name}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
`;

const lambda = (name: string, roleName: string): string => `  ${name}:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt ${roleName}.Arn
      Code:
        ZipFile: exports.handler = async () => undefined;
`;

export default {
  why: 'A role for several functions holds the rights of all of them. A flaw in the least important one opens what the most important one may do.',
  exploit:
    'The function that shows opening hours has an injection. It runs as the role of the one that refunds payments.',
  fix: {
    sam: 'Leave out Role and list policy templates under Policies of each function: SAM makes a role for each.',
    cloudformation: 'Write one AWS::IAM::Role for each function.',
  },
  blindSpots: 'Functions of other applications that name the same role are not seen.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html'],
  examples: {
    bad: [
      {
        title: 'orders and refunds in one role',
        template: `Resources:\n${role('ShopRole')}${lambda('PlaceOrder', 'ShopRole')}${lambda('RefundOrder', 'ShopRole')}`,
        subject: 'ShopRole',
        marks: 'ShopRole',
      },
    ],
    good: [
      {
        title: 'a role for each',
        template: `Resources:\n${role('OrderRole')}${role('RefundRole')}${lambda('PlaceOrder', 'OrderRole')}${lambda('RefundOrder', 'RefundRole')}`,
        subject: 'OrderRole',
      },
    ],
  },
} satisfies CheckDoc;
