import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  OrderRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: orders
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: dynamodb:PutItem
                Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
${more}`;

export default {
  why: 'Lambda writes the logs of a function with the role of the function. When the role does not allow it, nothing is written, and no error says so.',
  exploit: 'An attacker leaves no trace: neither input nor errors of the function are recorded.',
  fix: {
    sam: 'Leave out `Role` and use `Policies` (SAM adds the right), or add `AWSLambdaBasicExecutionRole`.',
    cloudformation:
      'Attach the managed policy AWSLambdaBasicExecutionRole, or allow logs:CreateLogStream and logs:PutLogEvents on the log group of the function.',
  },
  blindSpots:
    'Whether the resource of the statement is the right log group is not compared. Roles that stand outside of the templates are not judged.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html'],
  examples: {
    bad: [
      {
        title: 'an order function whose role may only write orders',
        template: template(
          "  PlaceOrder:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs24.x\n      Handler: index.handler\n      Role: !GetAtt OrderRole.Arn\n      Code:\n        ZipFile: exports.handler = async () => 'placed';\n",
        ),
        subject: 'PlaceOrder',
      },
    ],
    good: [
      {
        title: 'an order function whose role may write logs',
        template: template(
          "      ManagedPolicyArns:\n        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole\n  PlaceOrder:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs24.x\n      Handler: index.handler\n      Role: !GetAtt OrderRole.Arn\n      Code:\n        ZipFile: exports.handler = async () => 'placed';\n",
        ),
        subject: 'PlaceOrder',
      },
    ],
  },
} satisfies CheckDoc;
