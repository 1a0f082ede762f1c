import type { SdkCall } from '@leastwise/code';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { textsOf } from './resolve-code-value.ts';

/**
 * The connections of a WebSocket API are called at an address: it says which API and stage, and the input of the call does not.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 */
export function connectionsAt(
  estate: Estate,
  subject: NodeOf<'function'>,
  call: SdkCall,
  resource: string,
): readonly string[] {
  const { endpoint } = call.client;
  if (endpoint === undefined) return [resource];
  return textsOf(estate, subject, endpoint).map((text) => {
    const [, api, stage = '*'] = address.exec(text) ?? [];
    if (api === undefined) return resource;
    return resource.replace(':*/*/', () => `:${api}/${stage === '' ? '*' : stage}/`);
  });
}

/** `https://abcdef.execute-api.eu-west-1.amazonaws.com/production`, also without the scheme. */
const address = /^(?:[a-z]+:\/\/)?((?:⟨[^⟩]*⟩|[^./*⟨])+)\.execute-api\.[^/]+(?:\/([^/?#]*))?/;
