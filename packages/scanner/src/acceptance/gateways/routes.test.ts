import { describe, expect, it } from 'vitest';
import { buildEstate } from '../../estate/build-estate.ts';
import type { Estate } from '../../estate/estate.ts';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';

function estateOf(resources: string, head = ''): Estate {
  const application = applicationOfText(`${head}Resources:\n${common}${resources}`);
  const [assignment] = application.assignments;
  if (assignment === undefined) throw new Error('the template has no assignment');
  return buildEstate('orders', assignment, application.fragments(assignment));
}

const common = `
  PlaceOrder: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: index.handler, Role: 'arn:aws:iam::111122223333:role/order', Code: {ZipFile: 'x'}}}
`;
const uri = `!Sub 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${PlaceOrder.Arn}/invocations'`;

/** Each route as `name: requirements → kind of integration`. */
function routes(estate: Estate): readonly string[] {
  return estate
    .of('route')
    .map(
      ({ name, facet }) =>
        `${name}: ${facet.auth.map(({ kind }) => kind).join('+') || 'nothing'} → ${facet.integration.kind}`,
    );
}

const restApi = (more = '') => `
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: orders${more}}}
  Orders: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: orders}}
  Order: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref Api, ParentId: !Ref Orders, PathPart: '{id}'}}
`;
const method = (id: string, more: string, resource = 'Order') => `
  ${id}: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Api, ResourceId: !Ref ${resource}, HttpMethod: GET, ${more}, Integration: {Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: ${uri}}}}
`;

describe('methods of a REST API', () => {
  it('take their path from the chain of parents', () => {
    expect(routes(estateOf(restApi() + method('Get', 'AuthorizationType: NONE')))).toEqual([
      'GET /orders/{id}: nothing → lambda',
    ]);
  });

  it.each([
    ['AuthorizationType: AWS_IAM', 'iam'],
    ['AuthorizationType: CUSTOM, AuthorizerId: a1b2c3', 'lambda-authorizer'],
    ['AuthorizationType: NONE, ApiKeyRequired: true', 'api-key'],
    ['AuthorizationType: AWS_IAM, ApiKeyRequired: true', 'iam+api-key'],
    ['OperationName: get', 'nothing'],
  ])('%s asks for %s', (written, asked) => {
    expect(routes(estateOf(restApi() + method('Get', written)))).toEqual([`GET /orders/{id}: ${asked} → lambda`]);
  });

  it('ask for what nobody knows when the type is a parameter without default', () => {
    const [route] = estateOf(
      restApi() + method('Get', 'AuthorizationType: !Ref Auth'),
      'Parameters: {Auth: {Type: String}}\n',
    ).of('route');
    expect(route?.facet.auth).toMatchObject([
      { kind: 'unknown', settleWith: expect.stringContaining('--param Auth=') },
    ]);
  });

  it('name the user pool behind a Cognito authorizer', () => {
    const pool = `
  Pool: {Type: AWS::Cognito::UserPool}
  Pools: {Type: AWS::ApiGateway::Authorizer, Properties: {RestApiId: !Ref Api, Name: pools, Type: COGNITO_USER_POOLS, ProviderARNs: [!GetAtt Pool.Arn]}}
`;
    const estate = estateOf(
      restApi() + pool + method('Get', 'AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Pools'),
    );
    expect(estate.of('route')[0]?.facet.auth).toMatchObject([{ kind: 'cognito', node: 'aws:template.yaml#/Pool' }]);
  });

  it('keep an API of another stack unknown, since its policy stands there', () => {
    const imported = `
  Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !ImportValue SharedApi, ResourceId: !ImportValue SharedRoot, HttpMethod: GET, AuthorizationType: NONE, Integration: {Type: AWS_PROXY, Uri: ${uri}}}}
`;
    expect(
      estateOf(imported)
        .of('route')[0]
        ?.facet.auth.map(({ kind }) => kind),
    ).toEqual(['unknown']);
  });
});

const policyOf = (statements: string) => `, Policy: {Version: '2012-10-17', Statement: [${statements}]}`;
const everyone = `{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}`;

describe('the resource policy of a REST API', () => {
  it.each([
    ['everyone', everyone, 'nothing'],
    [
      'one account',
      `{Effect: Allow, Principal: {AWS: '444455556666'}, Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}`,
      'resource-policy',
    ],
    [
      'certain addresses',
      `${everyone}, {Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: {NotIpAddress: {'aws:SourceIp': [192.0.2.0/24]}}}`,
      'resource-policy',
    ],
    [
      'one VPC endpoint',
      `{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: {StringEquals: {'aws:SourceVpce': vpce-1}}}`,
      'network',
    ],
    [
      'every address, spelled out',
      `{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: {IpAddress: {'aws:SourceIp': 0.0.0.0/0}}}`,
      'nothing',
    ],
    [
      'all but some addresses',
      `${everyone}, {Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: {IpAddress: {'aws:SourceIp': [192.0.2.0/24]}}}`,
      'nothing',
    ],
    [
      'another route only',
      `{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*/POST/payments'}`,
      'resource-policy',
    ],
    [
      'everyone, with a deny for other routes',
      `${everyone}, {Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*/DELETE/*'}`,
      'nothing',
    ],
  ])('admits %s', (_whom, statements, asked) => {
    const estate = estateOf(restApi(policyOf(statements)) + method('Get', 'AuthorizationType: NONE'));
    expect(routes(estate)).toEqual([`GET /orders/{id}: ${asked} → lambda`]);
  });

  it('asks no more of signed calls than that they are signed', () => {
    const one = `{Effect: Allow, Principal: {AWS: '444455556666'}, Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}`;
    expect(routes(estateOf(restApi(policyOf(one)) + method('Get', 'AuthorizationType: AWS_IAM')))).toEqual([
      'GET /orders/{id}: iam → lambda',
    ]);
  });

  it('asks callers of a private API to be in its network', () => {
    const estate = estateOf(
      restApi(', EndpointConfiguration: {Types: [PRIVATE]}') + method('Get', 'AuthorizationType: NONE'),
    );
    expect(routes(estate)).toEqual(['GET /orders/{id}: network → lambda']);
  });
});

const integration = `x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: ${uri}}`;
const document = (operation: string, more = '') => `
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        swagger: '2.0'
        securityDefinitions:
          Token: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer: {type: token, authorizerUri: ${uri}}}
          Signed: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
          Key: {type: apiKey, name: x-api-key, in: header}
          Elsewhere: {type: oauth2}
        ${more}
        paths: {/orders: {post: {${operation}${integration}}}}
`;

describe('operations of an OpenAPI document', () => {
  it.each([
    ['nothing at all', '', '', 'nothing'],
    ['a token authorizer', 'security: [{Token: []}], ', '', 'lambda-authorizer'],
    ['a signature', 'security: [{Signed: []}], ', '', 'iam'],
    ['an API key', 'security: [{Key: []}], ', '', 'api-key'],
    [
      'both of two entries, as one method has one authorizer',
      'security: [{Token: []}, {Key: []}], ',
      '',
      'lambda-authorizer+api-key',
    ],
    ['what the document asks of all', '', 'security: [{Token: []}]', 'lambda-authorizer'],
    ['nothing, against the document', 'security: [], ', 'security: [{Token: []}]', 'nothing'],
    ['nothing, in the words of SAM', 'security: [{NONE: []}], ', 'security: [{Token: []}]', 'nothing'],
    ['a signature by x-amazon-apigateway-auth', 'x-amazon-apigateway-auth: {type: AWS_IAM}, ', '', 'iam'],
    ['an optional token', 'security: [{}, {Token: []}], ', '', 'unknown'],
    ['a scheme that has no meaning for the gateway', 'security: [{Elsewhere: []}], ', '', 'unknown'],
    ['a scheme that is not there', 'security: [{Lost: []}], ', '', 'unknown'],
  ])('ask for %s', (_what, operation, more, asked) => {
    expect(routes(estateOf(document(operation, more)))).toEqual([`POST /orders: ${asked} → lambda`]);
  });

  it('leave one unknown route for a document in a bucket', () => {
    const estate = estateOf(
      '\n  Api: {Type: AWS::ApiGateway::RestApi, Properties: {BodyS3Location: {Bucket: documents, Key: orders.yaml}}}\n',
    );
    expect(routes(estate)).toEqual(['* *: unknown → unknown']);
  });

  it.each([
    'Body: text',
    'Body: [a, b]',
    'Body: {paths: text}',
    'Body: {paths: {/orders: text}}',
    'Body: {paths: {/orders: {get: text}}}',
    'Body: {securityDefinitions: [x], paths: {/o: {get: {security: x}}}}',
  ])('survive %s', (written) => {
    expect(() => estateOf(`\n  Api: {Type: AWS::ApiGateway::RestApi, Properties: {${written}}}\n`)).not.toThrow();
  });
});

const socket = (auth: string) => `
  Chat: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: chat, ProtocolType: WEBSOCKET}}
  Behind: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Chat, IntegrationType: AWS_PROXY, IntegrationUri: ${uri}}}
  ${auth === '' ? '' : `Connect: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Chat, RouteKey: $connect, AuthorizationType: ${auth}, Target: !Sub 'integrations/\${Behind}'}}`}
  Send: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Chat, RouteKey: send, AuthorizationType: NONE, Target: !Join [/, [integrations, !Ref Behind]]}}
`;

describe('HTTP and WebSocket APIs', () => {
  it('let $connect decide for every message', () => {
    const estate = estateOf(socket('AWS_IAM'));
    expect(routes(estate)).toEqual(['$connect: iam → lambda', 'send: iam → lambda']);
    expect(estate.of('route')[1]?.facet.decidedBy).toBe('aws:template.yaml#/Chat/$connect');
  });

  it('are open when nobody is asked at $connect', () => {
    expect(routes(estateOf(socket('')))).toEqual(['send: nothing → lambda']);
  });

  it('have one open route after quick create', () => {
    expect(
      routes(
        estateOf(
          '\n  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: orders, ProtocolType: HTTP, Target: !GetAtt PlaceOrder.Arn}}\n',
        ),
      ),
    ).toEqual(['$default: nothing → lambda']);
  });
});

const url = (auth: string, permission: string) => `
  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref PlaceOrder, AuthType: ${auth}}}
  Open: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref PlaceOrder, ${permission}}}
`;

describe('function URLs', () => {
  it.each([
    ['AWS_IAM', "Action: lambda:InvokeFunctionUrl, Principal: '*', FunctionUrlAuthType: AWS_IAM", 'iam'],
    ['NONE', "Action: lambda:InvokeFunctionUrl, Principal: '*', FunctionUrlAuthType: NONE", 'nothing'],
    ['NONE', 'Action: lambda:InvokeFunction, Principal: s3.amazonaws.com', 'resource-policy'],
    ['NONE', "Action: lambda:InvokeFunctionUrl, Principal: '444455556666'", 'resource-policy'],
  ])('with AuthType %s and %s ask for %s', (auth, permission, asked) => {
    expect(routes(estateOf(url(auth, permission)))).toEqual([`ANY /: ${asked} → lambda`]);
  });

  it('are open through a distribution that signs for them', () => {
    const estate = estateOf(`${url('AWS_IAM', 'Action: lambda:InvokeFunctionUrl, Principal: cloudfront.amazonaws.com')}
  Front: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true, Origins: [{Id: url, DomainName: !Select [2, !Split [/, !GetAtt Url.FunctionUrl]], OriginAccessControlId: !Ref Signing}], DefaultCacheBehavior: {TargetOriginId: url, ViewerProtocolPolicy: https-only}}}}
  Signing: {Type: AWS::CloudFront::OriginAccessControl, Properties: {OriginAccessControlConfig: {Name: url, OriginAccessControlOriginType: lambda, SigningBehavior: always, SigningProtocol: sigv4}}}
`);
    expect(routes(estate)).toContain('/* (origin url): nothing → lambda');
  });
});

const graphql = (schema: string) => `
  Photos: {Type: AWS::AppSync::GraphQLApi, Properties: {Name: photos, AuthenticationType: AWS_IAM, AdditionalAuthenticationProviders: [{AuthenticationType: API_KEY}]}}
  Schema: {Type: AWS::AppSync::GraphQLSchema, Properties: {ApiId: !GetAtt Photos.ApiId, ${schema}}}
  Source: {Type: AWS::AppSync::DataSource, Properties: {ApiId: !GetAtt Photos.ApiId, Name: photos, Type: AWS_LAMBDA, LambdaConfig: {LambdaFunctionArn: !GetAtt PlaceOrder.Arn}}}
  Resolver: {Type: AWS::AppSync::Resolver, Properties: {ApiId: !GetAtt Photos.ApiId, TypeName: Query, FieldName: photo, DataSourceName: !GetAtt Source.Name}}
`;

describe('GraphQL fields', () => {
  it.each([
    ['no directive', 'type Query { photo(id: ID!): String }', 'iam'],
    ['a directive of their own', 'type Query { photo(id: ID! = "a:b"): String @aws_api_key }', 'api-key'],
    ['a directive of their type', 'type Query @aws_api_key { photo: String other: Int }', 'api-key'],
    ['one against that of their type', 'type Query @aws_api_key { photo: String @aws_iam }', 'iam'],
    ['the directive of a neighbour', 'type Query { other: Int @aws_api_key photo: String }', 'iam'],
    ['the weakest of two', 'type Query { photo: String @aws_iam @aws_api_key }', 'api-key'],
  ])('with %s', (_what, schema, asked) => {
    expect(routes(estateOf(graphql(`Definition: '${schema}'`)))).toEqual([`Query.photo: ${asked} → lambda`]);
  });

  it('name what an unread schema may admit besides', () => {
    const [route] = estateOf(graphql('DefinitionS3Location: s3://schemas/photos.graphql')).of('route');
    expect(route?.facet.auth.map(({ kind }) => kind)).toEqual(['iam']);
    expect(route?.facet.alternatives.map((way) => way.map(({ kind }) => kind))).toEqual([['api-key']]);
  });
});
