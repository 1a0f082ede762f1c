import { describe, expect, it } from 'vitest';
import { applicationOfText } from './read-template-text.ts';

const told = (text: string): readonly string[] => {
  const application = applicationOfText(text);
  const fragments = application.assignments.flatMap((assignment) => application.fragments(assignment));
  return [
    ...new Set(fragments.flatMap(({ diagnostics }) => diagnostics.map(({ code, message }) => `${code}: ${message}`))),
  ];
};

const sam = (resources: string): string => `Transform: AWS::Serverless-2016-10-31\nResources:\n${resources}`;
const fn = (properties: string): string =>
  sam(
    `  Order: { Type: 'AWS::Serverless::Function', Properties: { Runtime: nodejs22.x, Handler: index.handler, InlineCode: x, ${properties} } }\n`,
  );
const api = (properties: string): string =>
  sam(`  Shop: { Type: 'AWS::Serverless::Api', Properties: { StageName: live, ${properties} } }\n`);
const http = (properties: string): string =>
  sam(`  Shop: { Type: 'AWS::Serverless::HttpApi', Properties: { ${properties} } }\n`);
const authorizer =
  'Auth: { DefaultAuthorizer: Users, Authorizers: { Users: { IdentitySource: $request.header.Authorization, JwtConfiguration: { issuer: a, audience: [b] } } } }';

describe('what a deployment would refuse is told of, and the rest is read', () => {
  it.each([
    [
      'a choice without a second value',
      `Conditions: { Live: !Equals [a, b] }\nResources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: !If [Live, orders] } } }`,
      'Fn::If takes a condition and two values.',
    ],
    [
      'a look-up without a second key',
      `Mappings: { Sizes: { a: { b: c } } }\nResources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: !FindInMap [Sizes, a] } } }`,
      'Fn::FindInMap takes a map, a key and a second key.',
    ],
    [
      'a mapping of one level',
      `Mappings: { Sizes: { a: [b] } }\nResources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: !FindInMap [Sizes, a, b] } } }`,
      'The mapping Sizes does not have two levels of keys.',
    ],
    [
      'a mapping that is not there',
      `Resources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: !FindInMap [Sizes, a, b] } } }`,
      'There is no mapping Sizes.',
    ],
    [
      'a section without entries',
      `Mappings:\nResources: { Table: { Type: 'AWS::DynamoDB::Table' } }`,
      'Mappings holds nothing, which CloudFormation refuses.',
    ],
    [
      'a parameter of a made-up type',
      `Parameters: { Live: { Type: Boolean, Default: true } }\nResources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: !Ref Live } } }`,
      'Parameter Live is of type Boolean, which CloudFormation does not have.',
    ],
    [
      'a condition that is a function',
      `Conditions: { Live: !Equals [a, b] }\nResources: { Table: { Type: 'AWS::DynamoDB::Table', Condition: { Ref: Live } } }`,
      'A map or list stands as Condition of Table',
    ],
    [
      'a dependency that is a map',
      `Resources: { Table: { Type: 'AWS::DynamoDB::Table', DependsOn: [{ a: b }] } }`,
      'Something else than logical ids stands in DependsOn of Table',
    ],
    [
      'no Resources',
      'Transform: AWS::Serverless-2016-10-31\nResource: {}',
      'The template has no Resources, so there is nothing to look at.',
    ],
    ['a role that is a number', fn('Role: 2'), 'Role is a number (Order).'],
    [
      'code behind a dynamic reference',
      fn("CodeUri: 's3://{{resolve:ssm:/orders/bucket}}/code.zip'"),
      'CodeUri holds a dynamic reference, which SAM refuses (Order).',
    ],
    [
      'a path that is a number',
      fn('Events: { Get: { Type: HttpApi, Properties: { Path: 12.12, Method: get } } }'),
      'Path of the event Get is a number, which SAM refuses.',
    ],
    [
      'an API named by a function',
      `${fn('Events: { Get: { Type: Api, Properties: { Path: /, Method: get, RestApiId: !Select [0, [!Ref Shop]] } } }')}  Shop: { Type: 'AWS::Serverless::Api', Properties: { StageName: live } }\n`,
      'RestApiId of the event Get is written with Fn::Select, which SAM does not take here.',
    ],
    [
      'parameters of a gateway response as a list',
      api('GatewayResponses: { UNAUTHORIZED: { ResponseParameters: [a] } }'),
      'ResponseParameters of the gateway response UNAUTHORIZED of Shop is no map.',
    ],
    [
      'an endpoint configuration that is a text',
      api(
        'DisableExecuteApiEndpoint: true, DefinitionBody: { swagger: 2.0, paths: {}, x-amazon-apigateway-endpoint-configuration: a }',
      ),
      'x-amazon-apigateway-endpoint-configuration in the definition of Shop is no map.',
    ],
    [
      'a path without content',
      api("OpenApiVersion: '3.0.1', DefinitionBody: { openapi: 3.0.1, paths: { /a: } }"),
      '/a in the definition of Shop is no map.',
    ],
    [
      'something beside the methods of a path',
      api('Auth: { ApiKeyRequired: true }, DefinitionBody: { swagger: 2.0, paths: { /: { tags: [a] } } }'),
      'tags of / in the definition of Shop is no map.',
    ],
    [
      'headers of a response as a text',
      api(
        "Cors: \"'*'\", DefinitionBody: { openapi: 3.0.1, paths: { /a: { options: { responses: { '200': { headers: a } } } } } }",
      ),
      'headers of response 200 of options /a in the definition of Shop is no map.',
    ],
    [
      'tags of a definition as a map',
      http('DefinitionBody: { openapi: 3.0.1, paths: {}, tags: { name: a } }'),
      'tags in the definition of Shop is no list.',
    ],
    [
      'an operation without content behind an authorizer',
      http(`${authorizer}, DefinitionBody: { openapi: 3.0.1, paths: { /a: { post: } } }`),
      'post /a in the definition of Shop is no operation.',
    ],
    [
      'the method any behind an authorizer',
      http(`${authorizer}, DefinitionBody: { openapi: 3.0.1, paths: { /a: { any: { responses: {} } } } }`),
      'any /a in the definition of Shop is no operation.',
    ],
    [
      'an application behind a dynamic reference',
      sam(
        "  App: { Type: 'AWS::Serverless::Application', Properties: { Location: { ApplicationId: '{{resolve:ssm:/app}}', SemanticVersion: 1.0.0 } } }\n",
      ),
      'ApplicationId of App is a dynamic reference, which SAM refuses.',
    ],
  ])('%s', (_, template, message) => {
    expect(told(template).map((line) => line.replace(/^[a-z-]+: /, ''))).toContain(message);
  });
});
