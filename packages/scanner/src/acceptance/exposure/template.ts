import type { ExpectedWay, ExposureCase, Json, JsonMap } from './exposure-case.ts';

/** Builders for the parts of a template that say nothing about exposure. Each gives resources by logical id. */
export type Resources = { readonly [logicalId: string]: JsonMap };

export const ref = (id: string): JsonMap => ({ Ref: id });
export const att = (id: string, name = 'Arn'): JsonMap => ({ 'Fn::GetAtt': [id, name] });
export const sub = (text: string): JsonMap => ({ 'Fn::Sub': text });
export const when = (condition: string, yes: Json, no: Json): JsonMap => ({ 'Fn::If': [condition, yes, no] });
export const noValue: JsonMap = { Ref: 'AWS::NoValue' };

export const resource = (type: string, properties: JsonMap = {}): JsonMap => ({ Type: type, Properties: properties });

/** A plain CloudFormation template. */
export function stack(...parts: readonly Resources[]): JsonMap {
  return { AWSTemplateFormatVersion: '2010-09-09', Resources: Object.assign({}, ...parts) as Resources };
}

/** A SAM template; `sections` are Globals, Parameters, Conditions. */
export function sam(resources: Resources, sections: JsonMap = {}): JsonMap {
  return { Transform: 'AWS::Serverless-2016-10-31', ...sections, Resources: resources };
}

/** A plain function with its role. */
export function fn(id: string, properties: JsonMap = {}, policies: readonly Json[] = []): Resources {
  return {
    [id]: resource('AWS::Lambda::Function', {
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile: 'exports.handler = async () => ({ statusCode: 200 })' },
      Role: att(`${id}Role`),
      ...properties,
    }),
    [`${id}Role`]: role('lambda.amazonaws.com', policies),
  };
}

export function role(service: string, statements: readonly Json[] = []): JsonMap {
  return resource('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    },
    ...(statements.length === 0
      ? {}
      : { Policies: [{ PolicyName: 'work', PolicyDocument: { Statement: statements } }] }),
  });
}

/** A SAM function with events. */
export function samFunction(events: JsonMap = {}, properties: JsonMap = {}): JsonMap {
  return resource('AWS::Serverless::Function', {
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    InlineCode: 'exports.handler = async () => ({ statusCode: 200 })',
    ...(Object.keys(events).length === 0 ? {} : { Events: events }),
    ...properties,
  });
}

export const event = (type: string, properties: JsonMap = {}): JsonMap => ({ Type: type, Properties: properties });

export function permission(functionId: string, principal: Json, more: JsonMap = {}): JsonMap {
  return resource('AWS::Lambda::Permission', {
    FunctionName: att(functionId),
    Action: 'lambda:InvokeFunction',
    Principal: principal,
    ...more,
  });
}

export const invocationUri = (functionId: string): JsonMap =>
  sub(`arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${functionId}.Arn}/invocations`);

export const allow = (principal: Json, action: Json, target: Json, more: JsonMap = {}): JsonMap => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: target,
  ...more,
});
export const deny = (principal: Json, action: Json, target: Json, more: JsonMap = {}): JsonMap => ({
  ...allow(principal, action, target, more),
  Effect: 'Deny',
});
export const policy = (...statements: readonly Json[]): JsonMap => ({ Version: '2012-10-17', Statement: statements });

type Auth = ExpectedWay['auth'];
type Rest = Partial<ExpectedWay>;

/** A synchronous way in through a route. */
export const routed = (
  kind: ExpectedWay['kind'],
  source: string,
  route: string,
  auth: Auth,
  exposure: ExpectedWay['exposure'],
  rest: Rest = {},
): ExpectedWay => ({ kind, source, route, auth, invocation: 'sync', exposure, ...rest });

export const started = (
  kind: ExpectedWay['kind'],
  source: string | undefined,
  invocation: ExpectedWay['invocation'],
  exposure: ExpectedWay['exposure'],
  rest: Rest = {},
): ExpectedWay => ({ kind, ...(source === undefined ? {} : { source }), auth: [], invocation, exposure, ...rest });

/** A case about the function with the logical id `Handler`, unless `more` says otherwise. */
export function situation(
  name: string,
  page: string,
  template: Json,
  ways: readonly ExpectedWay[],
  more: Partial<Omit<ExposureCase, 'name' | 'page' | 'template' | 'ways'>> = {},
): ExposureCase {
  return { name, page, template, ways, function: 'Handler', ...more };
}
