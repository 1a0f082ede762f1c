import { asMap, asText, type Value } from '@leastwise/model';
import type { Maker } from '../made.ts';
import { get, isSet } from '../read-value.ts';

/**
 * As whom API Gateway invokes the function of a route with IAM authorization: the caller, unless `InvokeRole` says
 * otherwise.
 */
export function invokeCredentials(make: Maker, method: Value | undefined, api: Value | undefined): Value | undefined {
  const authorizer = textAt(method, 'Authorizer');
  const byDefault = textAt(api, 'DefaultAuthorizer') === 'AWS_IAM' && !isSet(method);
  if (authorizer !== 'AWS_IAM' && !byDefault) return undefined;
  if (isEmptied(method)) return undefined;
  const role = get(method, 'InvokeRole') ?? (isEmptied(api) ? make.of('NONE') : get(api, 'InvokeRole'));
  const name = role === undefined ? 'CALLER_CREDENTIALS' : asText(role);
  if (role !== undefined && !isSet(role)) return undefined;
  if (name === 'NONE') return undefined;
  if (name !== 'CALLER_CREDENTIALS') return role;
  return {
    kind: 'known',
    value: 'arn:aws:iam::*:user/*',
    assumed: 'AWS::Partition',
    origin: role?.origin ?? make.origin,
  };
}

/** `InvokeRole:` with nothing behind it stands for `NONE`. */
function isEmptied(auth: Value | undefined): boolean {
  const map = auth === undefined ? undefined : asMap(auth);
  return map?.has('InvokeRole') === true && get(auth, 'InvokeRole') === undefined;
}

function textAt(map: Value | undefined, key: string): string | undefined {
  const value = get(map, key);
  return value === undefined ? undefined : asText(value);
}
