/** An order system of any size: each function with a role, a queue, a rule and a permission, all around one table. */
export function plainOrderSystem(functions: number): string {
  const resources: Record<string, unknown> = { Orders: table };
  for (let index = 0; index < functions; index++) {
    resources[`Place${index}`] = resource('AWS::Lambda::Function', {
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      Timeout: 20,
      Code: { ZipFile: 'exports.handler = async () => ({ statusCode: 200 })' },
      Role: arnOf(`Role${index}`),
      Environment: { Variables: { ORDERS: { Ref: 'Orders' }, PARCELS: { Ref: `Parcels${index}` } } },
    });
    resources[`Role${index}`] = resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: statement({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      Policies: [
        {
          PolicyName: 'orders',
          PolicyDocument: statement({
            Effect: 'Allow',
            Action: ['dynamodb:PutItem', 'sqs:SendMessage'],
            Resource: [arnOf('Orders'), arnOf(`Parcels${index}`)],
          }),
        },
      ],
    });
    resources[`Parcels${index}`] = resource('AWS::SQS::Queue', {});
    resources[`Hourly${index}`] = resource('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 hour)',
      Targets: [{ Id: 'place', Arn: arnOf(`Place${index}`) }],
    });
    resources[`Permission${index}`] = resource('AWS::Lambda::Permission', {
      FunctionName: { Ref: `Place${index}` },
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      SourceArn: arnOf(`Hourly${index}`),
    });
  }
  return JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: resources });
}

/** The same in SAM, with an HTTP API and a chain of queues. */
export function samOrderSystem(functions: number): string {
  const resources: Record<string, unknown> = { Orders: table };
  for (let index = 0; index < functions; index++) {
    resources[`Place${index}`] = resource('AWS::Serverless::Function', {
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      Timeout: 20,
      InlineCode: 'exports.handler = async () => ({ statusCode: 200 })',
      Environment: { Variables: { ORDERS: { Ref: 'Orders' } } },
      Policies: [{ DynamoDBCrudPolicy: { TableName: { Ref: 'Orders' } } }],
      Events: {
        Place: { Type: 'HttpApi', Properties: { Path: `/orders/${index}`, Method: 'post' } },
        Parcels: { Type: 'SQS', Properties: { Queue: arnOf(`Parcels${(index + 1) % functions}`) } },
      },
    });
    resources[`Parcels${index}`] = resource('AWS::SQS::Queue', {});
  }
  return JSON.stringify({ Transform: 'AWS::Serverless-2016-10-31', Resources: resources });
}

const resource = (type: string, properties: object): object => ({ Type: type, Properties: properties });
const arnOf = (logicalId: string): object => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const statement = (only: object): object => ({ Version: '2012-10-17', Statement: [only] });
const table = resource('AWS::DynamoDB::Table', {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
});
