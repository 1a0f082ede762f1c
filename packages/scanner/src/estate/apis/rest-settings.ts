import { asText, isAbsent, member, settled, type Unknown, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../estate.ts';
import { flag } from '../mapping.ts';
import { readApiPolicy, type ApiPolicy } from './resource-policy.ts';

/** What holds for a whole REST API, whether its resource or its OpenAPI document says it. */
export interface RestSettings {
  readonly policy: ApiPolicy;
  /** Where the policy stands, or the API when there is none. */
  readonly policyValue: Value;
  readonly isPrivate: boolean | Unknown;
  /** Where the endpoint type is written. */
  readonly endpoint: Value;
  readonly defaultEndpointDisabled: Value<boolean>;
}

export function restSettings(estate: Estate, api: NodeOf<'rest-api'>): RestSettings {
  const { facet } = api;
  const inBody = member(facet.body, 'x-amazon-apigateway-policy');
  const policyValue = isAbsent(facet.policy) && inBody.kind !== 'unknown' ? inBody : facet.policy;
  const endpoint = member(facet.body, 'x-amazon-apigateway-endpoint-configuration');
  const disabledInBody = flag('disableExecuteApiEndpoint').read(endpoint);
  return {
    policy: readApiPolicy(policyValue),
    policyValue,
    isPrivate: isPrivate(estate, api),
    endpoint: facet.endpointTypes.items[0] ?? { kind: 'absent', origin: facet.endpointTypes.origin },
    defaultEndpointDisabled:
      isAbsent(facet.defaultEndpointDisabled) && settled(disabledInBody) === true
        ? disabledInBody
        : facet.defaultEndpointDisabled,
  };
}

function isPrivate(estate: Estate, api: NodeOf<'rest-api'>): boolean | Unknown {
  const types = api.facet.endpointTypes;
  if (types.open !== undefined) return types.open;
  for (const type of types.items) {
    const written = asText(type);
    if (written === 'PRIVATE') return true;
    const open = written === undefined ? estate.openReason(type) : undefined;
    if (open !== undefined) return open;
  }
  return false;
}
