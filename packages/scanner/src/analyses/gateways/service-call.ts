import { describe } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';

/** What a service integration does in the name of its role, and with what. */
export interface ServiceCall {
  readonly how: 'reads' | 'writes';
  /** The queue, table, ...; or the service where the template names no more. */
  readonly name: string;
}

const reading = /^(batchget|get|query|scan|list|describe|detect|receive|head|search|select|translate|recognize)/i;

/** Services that compute an answer and keep nothing: a flood costs money, but no data changes. */
const computing = new Set([
  'comprehend',
  'translate',
  'rekognition',
  'polly',
  'textract',
  'bedrock',
  'bedrock-runtime',
  'sagemaker',
]);

/** `…:dynamodb:action/GetItem` reads, all that is not plainly a question writes. Undefined for other integrations. */
export function serviceCall(estate: Estate, route: NodeOf<'route'>): ServiceCall | undefined {
  const { kind, uri, target } = route.facet.integration;
  if (kind !== 'service') return undefined;
  const node = target === undefined ? undefined : estate.nodes.get(target);
  // A hole such as ${AWS::Region} holds colons of its own.
  const spelled = describe(uri).replaceAll(/\$\{[^}]*\}/g, '*');
  const [, service, action] = /:apigateway:[^:]*:(?:[^:]*\.)?([a-z0-9-]+):(?:action\/([A-Za-z]+))?/.exec(spelled) ?? [];
  const name = node?.name ?? (service === undefined ? 'an AWS service' : `the service ${service}`);
  if (route.facet.protocol === 'graphql')
    return { how: route.facet.path.startsWith('Query.') ? 'reads' : 'writes', name };
  const asks =
    computing.has(service ?? '') ||
    (action === undefined ? /^(GET|HEAD)$/.test(route.facet.method) && service === 's3' : reading.test(action));
  return { how: asks ? 'reads' : 'writes', name };
}
