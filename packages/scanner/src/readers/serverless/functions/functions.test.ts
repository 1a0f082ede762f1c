import { describe, expect, it } from 'vitest';
import { readServiceText } from '../read-service-text.fixture.ts';

const head = 'service: orders\nprovider:\n  name: aws\n  runtime: nodejs22.x\n';

describe('a function of a service', () => {
  it('has an address of its own that is open to all, unless IAM is asked for', () => {
    const read = readServiceText(`${head}functions:
  open: { handler: a.b, url: true }
  closed: { handler: a.b, url: { authorizer: aws_iam } }
`);
    expect(read.plain('OpenLambdaFunctionUrl')).toMatchObject({ AuthType: 'NONE' });
    expect(read.plain('OpenLambdaPermissionFnUrl')).toMatchObject({ Principal: '*', FunctionUrlAuthType: 'NONE' });
    expect(read.plain('ClosedLambdaFunctionUrl')).toMatchObject({ AuthType: 'AWS_IAM' });
    expect(read.types.has('ClosedLambdaPermissionFnUrl')).toBe(false);
  });

  it('has a role of its own with the plugin for it, and shares the other without', () => {
    const functions = `functions:
  place:
    handler: a.b
    iamRoleStatements:
      - { Effect: Allow, Action: 'sqs:SendMessage', Resource: '*' }
`;
    const own = readServiceText(`${head}plugins: [serverless-iam-roles-per-function]\n${functions}`);
    expect(own.plain('PlaceLambdaFunction')).toMatchObject({ Role: '${PlaceIamRoleLambdaExecution.Arn}' });
    expect(JSON.stringify(own.plain('PlaceIamRoleLambdaExecution'))).toContain('sqs:SendMessage');
    const shared = readServiceText(`${head}${functions}`);
    expect(shared.plain('PlaceLambdaFunction')).toMatchObject({ Role: '${IamRoleLambdaExecution.Arn}' });
    expect(JSON.stringify(shared.plain('IamRoleLambdaExecution'))).not.toContain('sqs:SendMessage');
  });

  it('may write to the connections of WebSocket APIs with the shared role, and not with its own', () => {
    const service = (start: string, own: string) =>
      readServiceText(`${start}functions:
  greet:
    handler: a.b
    events: [{ websocket: $default }]
${own}  list: { handler: a.c }
`);
    const shared = service(head, '');
    expect(JSON.stringify(shared.plain('IamRoleLambdaExecution'))).toContain(
      '"Action":["execute-api:ManageConnections"],"Resource":["arn:aws:execute-api:*:*:*/@connections/*"]',
    );
    const plugin = `${head}plugins: [serverless-iam-roles-per-function]\n`;
    const own = service(plugin, '    iamRoleStatements: []\n');
    expect(JSON.stringify(own.plain('GreetIamRoleLambdaExecution'))).not.toContain('ManageConnections');
    expect(JSON.stringify(own.plain('IamRoleLambdaExecution'))).toContain('ManageConnections');
    const existing = service(`${head}  apiGateway: { websocketApiId: abc }\n`, '');
    expect(JSON.stringify(existing.plain('IamRoleLambdaExecution'))).not.toContain('ManageConnections');
  });

  it('is started through its alias when concurrency is provisioned', () => {
    const read = readServiceText(`${head}functions:
  place:
    handler: a.b
    provisionedConcurrency: 2
    events: [{ sqs: 'arn:aws:sqs:eu-west-1:111122223333:inbox' }]
`);
    expect(read.plain('PlaceEventSourceMappingSQSInbox')).toMatchObject({
      FunctionName: '${PlaceProvConcLambdaAlias}',
    });
  });

  it('may send to the destinations that it names', () => {
    const read = readServiceText(`${head}functions:
  place: { handler: a.b, destinations: { onFailure: repair } }
  repair: { handler: a.c }
`);
    expect(read.plain('PlaceLambdaEvConf')).toMatchObject({
      DestinationConfig: { OnFailure: { Destination: '${RepairLambdaFunction.Arn}' } },
    });
    expect(JSON.stringify(read.plain('IamRoleLambdaExecution'))).toContain('lambda:InvokeFunction');
  });

  it('joins lists of function files, and says which of them could not be read', () => {
    const read = readServiceText(`${head}functions:\n  - \${file(orders.yml)}\n  - \${file(made.js)}\n`, {
      'orders/orders.yml': 'place: { handler: a.b }',
      'orders/made.js': 'module.exports = () => ({})',
    });
    expect(read.types.has('PlaceLambdaFunction')).toBe(true);
    expect(read.fragment.diagnostics).toMatchObject([{ code: 'serverless-functions-not-read', effect: 'incomplete' }]);
  });

  it('follows the conditions of its resources', () => {
    const read = readServiceText(`${head}functions:
  place:
    handler: a.b
    environment: { MODE: !If [IsProd, safe, quick] }
resources:
  Conditions:
    IsProd: !Equals ['\${sls:stage}', prod]
`);
    expect(read.plain('PlaceLambdaFunction')).toMatchObject({ Environment: { Variables: { MODE: 'quick' } } });
  });
});
