import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { readApplications } from '../../readers/read-applications.ts';
import { buildEstate } from '../build-estate.ts';

const definition = (uri: string): string => `openapi: 3.0.1
paths:
  /orders:
    get: { x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: ${uri} } }
  /paid:
    get:
      security: [{ Pool: [] }]
      x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: ${uri} }
components:
  securitySchemes:
    Pool:
      type: apiKey
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/a'] }
`;

const routes = (location: string, files: Record<string, string>): readonly string[] => {
  const tree = memoryTree({
    ...files,
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters: { Bucket: { Type: String } }
Resources:
  Shop: { Type: 'AWS::Serverless::Api', Properties: { StageName: live, DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: ${location} } } } } }
  Order: { Type: 'AWS::Serverless::Function', Properties: { FunctionName: place-order, Runtime: nodejs22.x, Handler: index.handler, InlineCode: x } }
`,
  });
  const [application] = readApplications(
    tree,
    { files: ['template.yaml'], builtFiles: [] },
    { parameters: new Map(), applications: [] },
  ).applications;
  const [assignment] = application?.assignments ?? [];
  if (application === undefined || assignment === undefined) return [];
  const estate = buildEstate(application.name, assignment, application.fragments(assignment));
  return estate.of('route').map(({ facet }) => {
    const target = facet.integration.target?.split('/').at(-1) ?? facet.integration.kind;
    return `${facet.method} ${facet.path} ${facet.auth.map(({ kind, note }) => note ?? kind).join()} → ${target}`;
  });
};

describe('a definition that AWS::Include puts in place', () => {
  const uri =
    "{ Fn::Sub: 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Order.Arn}/invocations' }";

  it('from a file of the tree gives its routes with what each asks for', () => {
    expect(routes('./api.yaml', { 'api.yaml': definition(uri) })).toEqual([
      'GET /orders  → Order',
      'GET /paid cognito → Order',
    ]);
  });

  it('leads to a function that it names in a text with holes, since an included file has no Sub', () => {
    const text =
      "'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:place-order/invocations'";
    expect(routes('./api.yaml', { 'api.yaml': definition(text) })[0]).toBe('GET /orders  → Order');
  });

  it('may keep a path elsewhere in the document', () => {
    const moved = definition(uri).replace(
      '  /paid:\n    get:',
      "  /paid: { $ref: '#/x-paths/paid' }\nx-paths:\n  paid:\n    get:",
    );
    expect(routes('./api.yaml', { 'api.yaml': moved })).toEqual(['GET /orders  → Order', 'GET /paid cognito → Order']);
  });

  it('is open where a path is kept in another file', () => {
    const moved = definition(uri).replace(
      '  /paid:\n    get:',
      "  /paid: { $ref: 'paid.yaml' }\nx-paths:\n  paid:\n    get:",
    );
    const [first, second] = routes('./api.yaml', { 'api.yaml': moved });
    expect(first).toBe('GET /orders  → Order');
    expect(second).toContain('The operations behind paid.yaml are not in the document.');
  });

  it.each([
    ['s3://definitions/api.yaml', 'The included file s3://definitions/api.yaml is not in the tree.'],
    ["!Sub 's3://${Bucket}/api.yaml'", 'Which file is included is known only to a deployment.'],
  ])('from a bucket is one route that is not known, with the reason: %s', (location, reason) => {
    const found = routes(location, {});
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(reason);
  });
});
