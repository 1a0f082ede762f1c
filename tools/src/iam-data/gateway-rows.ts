import type { SourceOperation } from './read-models.ts';

/** What an API Gateway operation needs besides its verb: https://docs.aws.amazon.com/apigateway/latest/developerguide/ */
const additions: Readonly<Record<string, string>> = {
  CreateDomainNameAccessAssociation: '+CreateAccessAssociation',
  RejectDomainNameAccessAssociation: '+RejectAccessAssociation',
};

/**
 * The control plane of API Gateway is authorised by HTTP verb on the path of the resource
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html). The paths of HTTP and
 * WebSocket APIs leave `/v2` out.
 */
export function gatewayRow(operation: SourceOperation): string {
  const members = new Map(operation.members.map((member) => [member.uriName ?? '', member.name]));
  const path = operation.uri
    .replace(/\?.*$/, '')
    .replace(/^\/v2(?=\/)/, '')
    .replaceAll(/\{([^}+]+)\+?\}/g, (_, name: string) => `{${members.get(name) ?? name}!text}`);
  const needs = [`${operation.method} on ${kindOf(path)}@arn:\${Partition}:apigateway:\${Region}::${path}`];
  const more = [additions[operation.name] ?? [], passedRole(operation)].flat();
  return [...needs, ...more].join('; ');
}

/** A role that API Gateway takes on to call the integration or the authorizer. */
function passedRole(operation: SourceOperation): readonly string[] {
  if (!/^(?:Create|Put|Update)/.test(operation.name)) return [];
  return operation.members
    .filter(({ name }) => /^(?:credentials|CredentialsArn|authorizerCredentials|AuthorizerCredentialsArn)$/.test(name))
    .map(({ name }) => `+iam:PassRole if ${name} pass ${name} to apigateway.amazonaws.com`);
}

/** The last fixed segment: `stages` of `/restapis/{restApiId}/stages/{stageName}`. */
function kindOf(path: string): string {
  return path.split('/').findLast((segment) => segment !== '' && !segment.startsWith('{')) ?? 'path';
}
