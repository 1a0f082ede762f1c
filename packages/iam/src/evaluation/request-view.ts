import { unknownKey, type ContextValue, type ContextView } from '../conditions/context.ts';
import { matchesPattern, wildcardPattern } from '../patterns/wildcard.ts';
import { accountOfArn, lastSegment } from '../principals/arn.ts';
import type { Caller } from '../principals/caller.ts';
import type { AccessRequest, RequestContext } from '../request.ts';

/**
 * The keys of a request: those that the caller gives, then those that follow from the principal and the resource. A given key
 * wins over a derived one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export class RequestView implements ContextView {
  readonly caller: Caller;
  readonly resourceAccount: string | undefined;
  readonly #request: AccessRequest;
  #folded: ReadonlyMap<string, ContextValue> | undefined;

  constructor(request: AccessRequest, caller: Caller) {
    this.#request = request;
    this.caller = caller;
    const { resource } = request;
    const owner =
      typeof resource === 'string' ? accountOfArn(resource) : (resource.account ?? accountOfArn(resource.arn));
    this.resourceAccount = owner ?? caller.account;
  }

  /** Undefined when one of the accounts is not known: then the request is taken as one within an account. */
  get isCrossAccount(): boolean {
    const { account } = this.caller;
    return account !== undefined && this.resourceAccount !== undefined && account !== this.resourceAccount;
  }

  value(key: string): ContextValue {
    const { context, unknownKeys } = this.#request;
    if (context !== undefined) {
      this.#folded ??= folded(context);
      const given = this.#folded.get(key);
      if (given !== undefined) return given;
    }
    if (unknownKeys !== undefined && unknownKeys.some((pattern) => covers(pattern, key))) return unknownKey;
    return this.#derived(key);
  }

  /** The keys of the request that begin so, in lower case, with their values. */
  given(prefix: string): ReadonlyMap<string, ContextValue> {
    this.#folded ??= folded(this.#request.context ?? {});
    return new Map([...this.#folded].filter(([key]) => key.startsWith(prefix)));
  }

  #derived(key: string): ContextValue {
    const { caller } = this;
    switch (key) {
      case 'aws:principalarn':
        return principalArn(caller);
      case 'aws:principalaccount':
        return caller.account;
      case 'aws:principaltype':
        return principalType(caller);
      case 'aws:userid':
        return userId(caller);
      case 'aws:username':
        return caller.kind === 'user' ? lastSegment(caller.text) : undefined;
      case 'aws:principalisawsservice':
        return caller.kind === 'unspecified' ? unknownKey : String(caller.kind === 'service');
      case 'aws:principalservicename':
        return caller.kind === 'service' ? caller.text : undefined;
      case 'aws:resourceaccount':
        return this.resourceAccount;
      default:
        return undefined;
    }
  }
}

function folded(context: RequestContext): ReadonlyMap<string, ContextValue> {
  return new Map(
    Object.entries(context).map(([key, value]) => [
      key.toLowerCase(),
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  );
}

function covers(pattern: string, key: string): boolean {
  if (pattern === '*') return true;
  const lower = pattern.toLowerCase();
  return lower === key || (lower.includes('*') && matchesPattern(wildcardPattern(lower), key));
}

/** Of a session the ARN of its role. When the path of the role is not known, the ARN without a path. */
function principalArn(caller: Caller): ContextValue {
  switch (caller.kind) {
    case 'session':
    case 'role':
      return (
        caller.roleArn ??
        `arn:${caller.text.split(':')[1] ?? 'aws'}:iam::${caller.account ?? ''}:role/${caller.roleName ?? ''}`
      );
    case 'root':
      return caller.text.startsWith('arn:') ? caller.text : `arn:aws:iam::${caller.text}:root`;
    case 'user':
    case 'federated-user':
    case 'unrecognised':
      return caller.text;
    case 'unspecified':
      return unknownKey;
    default:
      return undefined;
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
function principalType(caller: Caller): ContextValue {
  switch (caller.kind) {
    case 'root':
      return 'Account';
    case 'user':
      return 'User';
    case 'federated-user':
      return 'FederatedUser';
    case 'session':
    case 'role':
      return 'AssumedRole';
    case 'anonymous':
      return 'Anonymous';
    case 'unspecified':
      return unknownKey;
    default:
      return undefined;
  }
}

/** Users and roles have ids that AWS makes up; only the request can give them. */
function userId(caller: Caller): ContextValue {
  if (caller.userId !== undefined) return caller.userId;
  switch (caller.kind) {
    case 'root':
      return caller.account;
    case 'anonymous':
      return 'anonymous';
    case 'federated-user':
      return `${caller.account ?? ''}:${caller.sessionName ?? ''}`;
    case 'user':
    case 'session':
    case 'role':
    case 'unspecified':
      return unknownKey;
    default:
      return undefined;
  }
}
