import { asMap, member, type Value } from '@leastwise/model';
import type { Estate } from '../estate.ts';
import { number, text } from '../mapping.ts';
import { dereference, type Operation } from './openapi-document.ts';
import { readIntegration, type Integration } from './read-integration.ts';

/** The integration of an operation; `defaultTimeout` in milliseconds by the kind of API. */
export function operationIntegration(
  estate: Estate,
  document: Value,
  operation: Operation,
  defaultTimeout: number,
): Integration {
  const written = dereference(document, member(operation.value, 'x-amazon-apigateway-integration'));
  const parameters = asMap(member(written, 'requestParameters'));
  return readIntegration(estate, {
    present: written.kind !== 'absent',
    type: text('type').read(written),
    subtype: text('integrationSubtype').read(written),
    uri: member(written, 'uri'),
    credentials: member(written, 'credentials'),
    connectionType: text('connectionType', { default: 'INTERNET' }).read(written),
    timeout: number('timeoutInMillis', { default: defaultTimeout }).read(written),
    parameters: [...(parameters?.values() ?? [])],
    templates: [...(asMap(member(written, 'requestTemplates'))?.values() ?? [])],
    ...invocationType(parameters),
    at: written.kind === 'absent' ? operation.at : written.origin,
  });
}

function invocationType(parameters: ReadonlyMap<string, Value> | undefined): { invocationType?: Value } {
  for (const [key, value] of parameters ?? []) {
    if (/x-amz-invocation-type$/i.test(key)) return { invocationType: value };
  }
  return {};
}
