import { unknownKey, type ContextValue, type ContextView } from '../conditions/context.ts';
import { matchesPattern, wildcardPattern } from '../patterns/wildcard.ts';
import { accountOfArn, lastSegment } from '../principals/arn.ts';
import type { Caller } from '../principals/caller.ts';
import type { AccessRequest } from '../request.ts';

/**
 * The keys of a request: those that the caller gives, then those that follow from the principal and the resource. A given key
 * wins over a derived one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export class RequestView implements ContextView {
  readonly caller: Caller;
  readonly resourceAccount: string | undefined;
  readonly #request: AccessRequest;
  #names: readonly string[] | undefined;

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
      const names = (this.#names ??= Object.keys(context));
      for (const name of names) if (isSameKey(name, key)) return contextValue(context[name]);
    }
    if (unknownKeys !== undefined && unknownKeys.some((pattern) => covers(pattern, key))) return unknownKey;
    return this.#derived(key);
  }

  /** How many keys of the request begin so, in lower case. */
  count(prefix: string): number {
    return Object.keys(this.#request.context ?? {}).filter((key) => key.toLowerCase().startsWith(prefix)).length;
  }

  #derived(key: string): ContextValue {
    const { caller } = this;
    switch (key) {
      case 'aws:principalarn':
        return principalArn(caller);
      case 'aws:principalaccount':
        return caller.kind === 'anonymous' ? 'anonymous' : caller.account;
      case 'aws:principaltype':
        return principalType(caller);
      case 'aws:userid':
        return userId(caller);
      case 'aws:username':
        return caller.kind === 'user' ? lastSegment(caller.text) : undefined;
      case 'aws:principalisawsservice':
        return isAwsService(caller);
      case 'aws:principalservicename':
        return caller.kind === 'service' ? caller.text : undefined;
      case 'aws:resourceaccount':
        return this.resourceAccount;
      default:
        return undefined;
    }
  }
}

/** The second is in lower case. Requests have few keys, so comparing costs less than an index. */
function isSameKey(name: string, key: string): boolean {
  return name.length === key.length && (name === key || name.toLowerCase() === key);
}

function contextValue(value: unknown): ContextValue {
  if (typeof value === 'string') return value;
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String) : String(value);
}

/** Only signed requests have the key. */
function isAwsService(caller: Caller): ContextValue {
  if (caller.kind === 'unspecified') return unknownKey;
  return caller.kind === 'anonymous' || caller.kind === 'federated' ? undefined : String(caller.kind === 'service');
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
