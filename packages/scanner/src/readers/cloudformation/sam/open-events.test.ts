import { asMap, describe as show, member, type TemplateResource, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { readTemplateText } from '../read-template-text.ts';

const read = (
  more: string,
  globals = '',
): { resources: readonly TemplateResource[]; problems: readonly string[]; unknowns: readonly string[] } => {
  const [fragment] = readTemplateText(`Transform: AWS::Serverless-2016-10-31
${globals}
Parameters: { Path: { Type: String }, Authorizer: { Type: String } }
Resources:
${more}`);
  return {
    resources: fragment?.resources ?? [],
    problems: fragment?.diagnostics.map(({ message }) => message) ?? [],
    unknowns: fragment?.unknowns.map((unknown) => unknown.name ?? '') ?? [],
  };
};

const property = (
  resources: readonly TemplateResource[],
  logicalId: string,
  ...path: readonly (string | number)[]
): Value => member(resources.find((resource) => resource.logicalId === logicalId)?.properties as Value, ...path);

const order = (events: string, more = ''): string => `  Order:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: index.handler, InlineCode: x, Events: ${events}${more} }
`;

describe('an API event whose place is a parameter without default', () => {
  it.each([
    ['Api', 'ServerlessRestApi'],
    ['HttpApi', 'ServerlessHttpApi'],
  ])('of type %s is a route all the same', (type, api) => {
    const { resources, problems, unknowns } = read(
      order(`{ Get: { Type: ${type}, Properties: { Path: !Sub '/v1/\${Path}', Method: !Ref Path } } }`),
    );
    expect(problems).toEqual([]);
    expect(unknowns).toEqual(['Path']);
    expect([...(asMap(property(resources, api, 'Body', 'paths')) ?? new Map()).keys()]).toEqual(['/v1/<Path>']);
  });
});

describe('an authorizer that is a parameter without default', () => {
  const api = (type: string, auth: string): string =>
    `  Shop: { Type: 'AWS::Serverless::${type}', Properties: { StageName: live, Auth: { ${auth} Authorizers: { Pool: { UserPoolArn: arn, IdentitySource: a, JwtConfiguration: { issuer: a, audience: [b] } } } } } }\n`;

  it.each([
    ['Api', 'RestApiId', 'get'],
    ['HttpApi', 'ApiId', 'get'],
  ])('is asked for by each route of the %s that names none', (type, key, method) => {
    const { resources, problems } = read(
      api(type, 'DefaultAuthorizer: !Ref Authorizer,') +
        order(`{ Get: { Type: ${type}, Properties: { ${key}: !Ref Shop, Path: /a, Method: ${method} } } }`),
    );
    expect(problems).toEqual([]);
    expect(show(property(resources, 'Shop', 'Body', 'paths', '/a', method, 'security', 0))).toBe('${Authorizer}');
  });

  it.each([
    ['Api', 'RestApiId'],
    ['HttpApi', 'ApiId'],
  ])('of one event of the %s stands alone', (type, key) => {
    const { resources, problems } = read(
      api(type, 'DefaultAuthorizer: Pool,') +
        order(
          `{ Get: { Type: ${type}, Properties: { ${key}: !Ref Shop, Path: /a, Method: get, Auth: { Authorizer: !Ref Authorizer } } } }`,
        ),
    );
    expect(problems).toEqual([]);
    const security = property(resources, 'Shop', 'Body', 'paths', '/a', 'get', 'security');
    expect(
      security.kind === 'known' && Array.isArray(security.value) ? security.value.map((item) => show(item)) : security,
    ).toEqual(['${Authorizer}']);
  });
});

describe('AWS::NoValue in a function', () => {
  const globals =
    'Globals: { Function: { VpcConfig: { SubnetIds: [a], SecurityGroupIds: [b] }, Environment: { Variables: { ONE: "1", TWO: "2" } } } }';

  it('removes what Globals give, as a whole and inside a map', () => {
    const { resources } = read(
      order('{}', ', VpcConfig: !Ref AWS::NoValue, Environment: { Variables: { ONE: !Ref AWS::NoValue } }'),
      globals,
    );
    expect(property(resources, 'Order', 'VpcConfig').kind).toBe('absent');
    const variables = asMap(property(resources, 'Order', 'Environment', 'Variables'));
    expect([...(variables?.keys() ?? [])]).toEqual(['TWO']);
  });

  it('removes it under a condition as well', () => {
    const { resources } = read(
      order('{}', ', VpcConfig: !If [Inside, { SubnetIds: [c] }, !Ref AWS::NoValue]'),
      `${globals}\nConditions: { Inside: !Equals [a, b] }`,
    );
    expect(property(resources, 'Order', 'VpcConfig').kind).toBe('absent');
  });
});
