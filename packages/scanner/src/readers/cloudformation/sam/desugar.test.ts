import fc from 'fast-check';
import { describe as labelled, expect, it } from 'vitest';
import { describe, memoryTree, type Data, type Fragment, type TemplateResource, type Value } from '@leastwise/model';
import { applicationOfText } from '../read-template-text.ts';
import { desugar } from './desugar.ts';
import { get, itemsOf } from './read-value.ts';

function read(text: string, files: Readonly<Record<string, string>> = {}): Fragment {
  const application = applicationOfText(text, { files });
  const [assignment] = application.assignments;
  const [fragment] = assignment === undefined ? [] : application.fragments(assignment);
  if (fragment === undefined) throw new Error('The template was not read');
  return fragment;
}

function resource(fragment: Fragment, logicalId: string): TemplateResource {
  const found = fragment.resources.find((one) => one.logicalId === logicalId);
  if (found === undefined)
    throw new Error(`There is no ${logicalId}, but ${fragment.resources.map((one) => one.logicalId).join(', ')}`);
  return found;
}

const at = (fragment: Fragment, logicalId: string, ...path: readonly (string | number)[]): string | undefined => {
  const value = get(resource(fragment, logicalId).properties, ...path);
  return value === undefined ? undefined : describe(value);
};

const orders = `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs22.x
    Timeout: 10
    Environment: { Variables: { TABLE: !Ref Table } }
    Layers: [!Ref Common]
Resources:
  Common: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: layer/ } }
  Table: { Type: AWS::Serverless::SimpleTable }
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Handler: place.handler
      CodeUri: src/
      Timeout: 30
      Environment: { Variables: { LOG: debug } }
      Layers: [arn:aws:lambda:eu-west-1:111122223333:layer:trace:1]
      AutoPublishAlias: live
      Policies:
        - DynamoDBCrudPolicy: { TableName: !Ref Table }
        - AWSLambdaVPCAccessExecutionRole
        - Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }]
      Events:
        Place: { Type: Api, Properties: { Path: '/orders/{id}', Method: post, Auth: { ApiKeyRequired: true } } }
        Queued: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } }
        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
  Queue: { Type: AWS::SQS::Queue }
Outputs:
  Alias: { Value: !Ref PlaceOrder.Alias }
  Api: { Value: !Sub 'https://\${ServerlessRestApi}.execute-api/Prod' }
`;

labelled('a function of an order service', () => {
  const fragment = read(orders);

  it('inherits Globals: maps merge, lists concatenate, scalars override', () => {
    expect(at(fragment, 'PlaceOrder', 'Runtime')).toBe('nodejs22.x');
    expect(at(fragment, 'PlaceOrder', 'Timeout')).toBe('30');
    expect(at(fragment, 'PlaceOrder', 'Environment', 'Variables', 'TABLE')).toBe('${Table}');
    expect(at(fragment, 'PlaceOrder', 'Environment', 'Variables', 'LOG')).toBe('debug');
    expect(itemsOf(get(resource(fragment, 'PlaceOrder').properties, 'Layers')).map(describe)).toEqual([
      '${Common}',
      'arn:aws:lambda:eu-west-1:111122223333:layer:trace:1',
    ]);
  });

  it('gets a role with what its policies and events need', () => {
    const role = resource(fragment, 'PlaceOrderRole').properties;
    expect(itemsOf(get(role, 'ManagedPolicyArns')).map(describe)).toEqual([
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
      'arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole',
    ]);
    const [crud] = itemsOf(get(role, 'Policies', 0, 'PolicyDocument', 'Statement', 0, 'Resource'));
    expect(crud === undefined ? '' : describe(crud)).toBe(
      'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}',
    );
  });

  it('is started through its alias, by the gateway only on its route', () => {
    expect(at(fragment, 'PlaceOrderPlacePermissionProd', 'FunctionName')).toBe('${PlaceOrderAliaslive}');
    expect(at(fragment, 'PlaceOrderPlacePermissionProd', 'SourceArn')).toBe(
      'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${ServerlessRestApi}/*/POST/orders/*',
    );
    expect(at(fragment, 'PlaceOrderQueued', 'EventSourceArn')).toBe('${Queue.Arn}');
    expect(at(fragment, 'PlaceOrderNightly', 'Targets', 0, 'Arn')).toBe('${PlaceOrderAliaslive}');
  });

  it('puts its route with its security into the definition of the implicit API', () => {
    const body = ['Body', 'paths', '/orders/{id}', 'post'] as const;
    expect(at(fragment, 'ServerlessRestApi', ...body, 'security', 0, 'api_key')).toBe('[…]');
    expect(at(fragment, 'ServerlessRestApi', ...body, 'x-amazon-apigateway-integration', 'type')).toBe('aws_proxy');
    expect(resource(fragment, 'ServerlessRestApiProdStage').generatedFrom?.by).toBe('AWS::Serverless::Api');
  });

  it('leads references to generated resources, in outputs too', () => {
    const [alias, api] = fragment.outputs;
    expect(alias === undefined ? '' : describe(alias.value)).toBe('${PlaceOrderAliaslive}');
    expect(api === undefined ? '' : describe(api.value)).toBe('https://${ServerlessRestApi}.execute-api/Prod');
    expect(fragment.diagnostics).toEqual([]);
  });

  it('keeps for every value the place in the SAM text that causes it', () => {
    const timeout = get(resource(fragment, 'PlaceOrder').properties, 'Timeout');
    const mapping = get(resource(fragment, 'PlaceOrderQueued').properties, 'FunctionName');
    expect(orders.slice(timeout?.origin.start, timeout?.origin.end)).toBe('30');
    expect(orders.slice(mapping?.origin.start, mapping?.origin.end)).toMatch(/^\{ Type: SQS/);
  });
});

const photos = (auth: string, url: string): string => `
Transform: AWS::Serverless-2016-10-31
Parameters: { Way: { Type: String, Default: NONE } }
Resources:
  Uploads: { Type: AWS::S3::Bucket }
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        DefaultAuthorizer: Members
        Authorizers:
          Members: { IdentitySource: $request.header.Authorization, JwtConfiguration: { issuer: https://id.example, audience: [photos] } }
  Show:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: show.handler
      CodeUri: show/
      FunctionUrlConfig: { AuthType: ${url} }
      Events:
        Get: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /photos, Method: get${auth} } }
        Uploaded: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: s3:ObjectCreated:* } }
`;

labelled('the ways into a photo shop', () => {
  const security = (fragment: Fragment): string | undefined => {
    const value = get(resource(fragment, 'Api').properties, 'Body', 'paths', '/photos', 'get', 'security', 0);
    return value?.kind === 'known' && value.value instanceof Map ? [...value.value.keys()].join() : undefined;
  };

  it('asks for the default authorizer unless the event says NONE', () => {
    expect(security(read(photos('', 'AWS_IAM')))).toBe('Members');
    expect(security(read(photos(', Auth: { Authorizer: NONE }', 'AWS_IAM')))).toBe('NONE');
  });

  it('lets everyone call a function URL only where the transform can read NONE itself', () => {
    const ids = (url: string): readonly string[] => read(photos('', url)).resources.map(({ logicalId }) => logicalId);
    expect(ids('NONE')).toEqual(expect.arrayContaining(['ShowUrlPublicPermissions', 'ShowURLInvokeAllowPublicAccess']));
    expect(ids('AWS_IAM')).not.toContain('ShowUrlPublicPermissions');
    expect(ids('!Ref Way')).not.toContain('ShowUrlPublicPermissions');
  });

  it('adds the notification to the bucket that is written', () => {
    const fragment = read(photos('', 'AWS_IAM'));
    expect(at(fragment, 'Uploads', 'NotificationConfiguration', 'LambdaConfigurations', 0, 'Function')).toBe(
      '${Show.Arn}',
    );
    expect(at(fragment, 'ShowUploadedPermission', 'SourceAccount')).toBe('${AWS::AccountId}');
  });
});

labelled('definitions in files of their own', () => {
  const template = (type: string): string => `
Transform: AWS::Serverless-2016-10-31
Resources:
  Flow: { Type: AWS::Serverless::${type}, Properties: { StageName: live, DefinitionUri: flow.json } }
`;

  it('are read in where they are files of the tree', () => {
    const machine = read(template('StateMachine').replace('StageName: live, ', ''), {
      'flow.json': '{"StartAt":"Pack","States":{"Pack":{"Type":"Succeed"}}}',
    });
    expect(at(machine, 'Flow', 'Definition', 'States', 'Pack', 'Type')).toBe('Succeed');
    const api = read(template('Api'), { 'flow.json': '{"openapi":"3.0.1","info":{},"paths":{"/orders":{}}}' });
    expect(at(api, 'Flow', 'Body', 'openapi')).toBe('3.0.1');
  });

  it('are said to be missing when they are', () => {
    const fragment = read(template('Api'));
    expect(fragment.diagnostics.map(({ effect }) => effect)).toContain('incomplete');
    expect(get(resource(fragment, 'Flow').properties, 'Body')?.kind).toBe('unknown');
  });
});

labelled('odd input', () => {
  const origin = { file: 'template.yaml', start: 0, end: 1 };
  const key = fc.constantFrom(
    'Events',
    'Type',
    'Properties',
    'Auth',
    'Authorizers',
    'Policies',
    'Api',
    'S3',
    'Path',
    'Method',
    'Cors',
    'DefinitionBody',
    'paths',
    '/',
    'get',
    'openapi',
    'Domain',
    'Route53',
    'Source',
    'Destination',
    'Id',
    'SNS',
    'Tags',
    'EventInvokeConfig',
    'DestinationConfig',
    'OnFailure',
    'FunctionUrlConfig',
    'Bucket',
    'Resolvers',
    'DataSources',
    'Routes',
    'UsagePlan',
    'ResourcePolicy',
    'StageName',
  );
  const scalar = fc.oneof(
    fc.constantFrom<Data>('Api', 'HttpApi', 'SQS', 'SNS', '', '3.0.1', 'Shop', 'NONE', true, 0, null),
    fc.string(),
  );
  const { value } = fc.letrec<{ value: Value; data: Data }>((tie) => ({
    value: fc.oneof(
      { weight: 5, arbitrary: tie('data').map((data): Value => ({ kind: 'known', value: data, origin })) },
      fc.constant<Value>({ kind: 'reference', node: 'aws:template.yaml#/Shop', attribute: 'Ref', origin }),
      fc.constant<Value>({ kind: 'unknown', cause: 'parameter', reason: 'Not given.', origin }),
      fc.constant<Value>({
        kind: 'text',
        parts: ['a', { kind: 'unknown', cause: 'pseudo', reason: 'Not given.', origin }],
        origin,
      }),
    ),
    data: fc.oneof(
      { depthSize: 'medium', maxDepth: 5 },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries): Data => new Map(entries)),
    ),
  }));
  const type = fc.constantFrom(
    'Function',
    'Api',
    'HttpApi',
    'WebSocketApi',
    'SimpleTable',
    'LayerVersion',
    'Application',
    'StateMachine',
    'Connector',
    'GraphQLApi',
    'CapacityProvider',
    'Unheard',
  );

  it('never throws, whatever stands where', () => {
    fc.assert(
      fc.property(type, value, value, (name, properties, extra) => {
        const idOf = (id: string): string => `aws:template.yaml#/${id}`;
        const output = desugar({
          resources: [
            {
              id: idOf('Shop'),
              logicalId: 'Shop',
              type: `AWS::Serverless::${name}`,
              properties,
              location: origin,
              keyRange: origin,
            },
            {
              id: idOf('Other'),
              logicalId: 'Other',
              type: 'AWS::Serverless::Function',
              properties: extra,
              location: origin,
              keyRange: origin,
            },
          ],
          globals: extra,
          stack: { file: 'template.yaml', stackPath: '', idOf },
          tree: memoryTree({}),
          readData: () => undefined,
          attribute: () => extra,
          holds: () => true,
          withNoValues: (resource) => resource.properties,
          pseudo: (pseudo, place) => ({
            kind: 'unknown',
            cause: 'pseudo',
            reason: 'Not given.',
            name: pseudo,
            origin: place,
          }),
        });
        expect(new Set(output.resources.map(({ id }) => id)).size).toBe(output.resources.length);
      }),
      { numRuns: 400 },
    );
  });
});
