import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import bypassed from '../../checks/entry/authorizer-bypassed-by-route.ts';
import defaultEndpoint from '../../checks/entry/default-endpoint-beside-protected-domain.ts';
import openUrl from '../../checks/entry/function-url-without-auth.ts';
import openPolicy from '../../checks/entry/rest-policy-open.ts';
import openRoute from '../../checks/entry/route-without-authorization.ts';
import around from '../../checks/entry/second-way-around-authorizer.ts';
import spending from '../../checks/cost/public-entry-without-spending-limit.ts';
import type { Check } from '../../checks/define-check.ts';
import { defaultSettings } from '../../checks/settings.ts';
import { readApplications } from '../../readers/read-applications.ts';
import { scan } from '../../scan.ts';

/** What a check says of a template: `severity: sentence` for each finding, `unknown: what` for each open question. */
function says(check: Check, resources: string): readonly string[] {
  const tree = memoryTree({ 'template.yaml': `Resources:\n${resources}` });
  const { applications } = readApplications(
    tree,
    { files: ['template.yaml'], builtFiles: [] },
    { parameters: new Map(), applications: [] },
  );
  const [scanned] = scan({ tree, applications, checks: [check], settings: { ...defaultSettings, asOf: '2026-11-01' } });
  expect(scanned?.judgement.diagnostics).toEqual([]);
  const { findings = [], questions = [] } = scanned?.judgement ?? {};
  return [
    ...findings.map(({ severity, title }) => `${severity}: ${title}`),
    ...questions.map(({ what }) => `unknown: ${what}`),
  ];
}

const fn = (id: string, more = '') =>
  `  ${id}: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: index.handler, Role: 'arn:aws:iam::111122223333:role/${id}', Code: {ZipFile: x}${more}}}\n`;
const httpApi = (
  more = '',
) => `  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: orders, ProtocolType: HTTP${more}}}
  Behind: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Orders.Arn}}
`;
const route = (id: string, key: string, auth: string) =>
  `  ${id}: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: '${key}', AuthorizationType: ${auth}, Target: !Sub 'integrations/\${Behind}'}}\n`;

describe('open routes', () => {
  it('are no finding when they answer preflights beside other methods', () => {
    const template =
      fn('Orders') + httpApi() + route('Get', 'GET /orders', 'AWS_IAM') + route('Preflight', 'OPTIONS /orders', 'NONE');
    expect(says(openRoute, template)).toEqual([]);
    expect(says(bypassed, template)).toEqual([]);
  });

  it('are one finding an API, by the gravest of them', () => {
    const role = `  Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: []}, Policies: [{PolicyName: write, PolicyDocument: {Statement: [{Effect: Allow, Action: 'dynamodb:PutItem', Resource: !GetAtt Table.Arn}]}}]}}
  Table: {Type: AWS::DynamoDB::Table, Properties: {TableName: orders}}
  Orders: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: index.handler, Role: !GetAtt Role.Arn, Code: {ZipFile: x}}}
`;
    expect(
      says(openRoute, role + httpApi() + route('Get', 'GET /orders', 'NONE') + route('Post', 'POST /orders', 'NONE')),
    ).toEqual(['high: 2 routes of orders ask for no authorization: GET /orders and POST /orders.']);
  });

  it('lead past the authorizer when they lead to the same function', () => {
    const template =
      fn('Orders') + httpApi() + route('Get', 'GET /orders', 'AWS_IAM') + route('Rest', '$default', 'NONE');
    expect(says(bypassed, template)).toEqual([
      'medium: $default of orders asks for no authorization and leads where GET /orders asks for it.',
    ]);
  });
});

const url = (
  auth: string,
  principal: string,
) => `  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Orders, AuthType: ${auth}}}
  UrlPermission: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Orders, Action: lambda:InvokeFunctionUrl, Principal: '${principal}'}}
`;
const front = `  Front: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true, Origins: [{Id: url, DomainName: !Select [2, !Split [/, !GetAtt Url.FunctionUrl]], OriginAccessControlId: !Ref Signing}], DefaultCacheBehavior: {TargetOriginId: url, ViewerProtocolPolicy: https-only}}}}
  Signing: {Type: AWS::CloudFront::OriginAccessControl, Properties: {OriginAccessControlConfig: {Name: url, OriginAccessControlOriginType: lambda, SigningBehavior: always, SigningProtocol: sigv4}}}
`;

describe('function URLs', () => {
  it('that only the missing permission closes are told, not judged', () => {
    expect(says(openUrl, fn('Orders') + url('NONE', '444455556666'))).toEqual([
      expect.stringMatching(/^info: .*only the missing permission/),
    ]);
  });

  it('behind a distribution that signs for them are not gone around by it', () => {
    expect(says(around, fn('Orders') + url('AWS_IAM', 'cloudfront.amazonaws.com') + front)).toEqual([]);
  });

  it('beside a guarded API are a way around it', () => {
    const template = fn('Orders') + httpApi() + route('Get', 'GET /orders', 'AWS_IAM') + url('NONE', '*');
    expect(says(around, template)).toEqual([
      expect.stringMatching(/^high: Orders is guarded at GET \/orders, but anyone can start it through/),
    ]);
  });
});

const privateApi = (
  condition: string,
  auth: string,
) => `  Ledger: {Type: AWS::ApiGateway::RestApi, Properties: {Name: ledger, EndpointConfiguration: {Types: [PRIVATE]}, Policy: {Statement: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'${condition}}]}}}
  Get: {Type: AWS::ApiGateway::Method, Properties: {RestApiId: !Ref Ledger, ResourceId: !GetAtt Ledger.RootResourceId, HttpMethod: GET, AuthorizationType: ${auth}, Integration: {Type: AWS_PROXY, Uri: !GetAtt Orders.Arn}}}
`;

describe('the policy of a private API', () => {
  it('that admits everyone admits every VPC endpoint of every account', () => {
    expect(says(openPolicy, fn('Orders') + privateApi('', 'NONE'))).toEqual([
      expect.stringMatching(/^high: .*every VPC endpoint/),
    ]);
  });

  it('that names an endpoint is right', () => {
    expect(
      says(openPolicy, fn('Orders') + privateApi(", Condition: {StringEquals: {'aws:SourceVpce': vpce-1}}", 'NONE')),
    ).toEqual([]);
  });
});

const distribution = (header: string) =>
  `  Front: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Enabled: true, WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/1', Origins: [{Id: api, DomainName: !Sub '\${Api}.execute-api.eu-west-1.amazonaws.com', CustomOriginConfig: {OriginProtocolPolicy: https-only}${header}}], DefaultCacheBehavior: {TargetOriginId: api, ViewerProtocolPolicy: https-only}}}}\n`;

describe('the execute-api address', () => {
  it('leads past the web ACL of a distribution', () => {
    expect(
      says(defaultEndpoint, fn('Orders') + httpApi() + route('Get', 'GET /orders', 'NONE') + distribution('')),
    ).toEqual([expect.stringMatching(/^high: .*web ACL of distribution/)]);
  });

  it('does not when only the distribution knows the key', () => {
    const header = ', OriginCustomHeaders: [{HeaderName: x-api-key, HeaderValue: from-the-secret-store}]';
    expect(
      says(defaultEndpoint, fn('Orders') + httpApi() + route('Get', 'GET /orders', 'NONE') + distribution(header)),
    ).toEqual([]);
  });
});

describe('a flood', () => {
  // 1,000 at a time × 2 GB × 0.0000166667 USD × 3,600 s = 120 USD, and 1,000 / 30 requests a second at 0.0000002 USD.
  it('costs what the account allows', () => {
    expect(says(spending, fn('Orders', ', MemorySize: 2048, Timeout: 30') + url('NONE', '*'))).toEqual([
      expect.stringMatching(/^low: A flood .*through ANY \/.* costs up to \$120 an hour and \$2,881 a day/),
    ]);
  });

  it.each([
    ['the defaults of the platform', fn('Orders') + url('NONE', '*')],
    [
      'reserved concurrency of two',
      fn('Orders', ', MemorySize: 2048, Timeout: 30, ReservedConcurrentExecutions: 2') + url('NONE', '*'),
    ],
    [
      'a function that is switched off',
      fn('Orders', ', MemorySize: 2048, Timeout: 30, ReservedConcurrentExecutions: 0') + url('NONE', '*'),
    ],
    ['signed requests only', fn('Orders', ', MemorySize: 2048, Timeout: 30') + url('AWS_IAM', '*')],
    [
      'a throttle of one request a second',
      `${fn('Orders', ', MemorySize: 1024, Timeout: 30') + httpApi() + route('Get', 'GET /orders', 'NONE')}  Stage: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: $default, DefaultRouteSettings: {ThrottlingRateLimit: 1}}}\n`,
    ],
  ])('costs little with %s', (_limit, template) => {
    expect(says(spending, template).filter((line) => !line.startsWith('info'))).toEqual([]);
  });
});
