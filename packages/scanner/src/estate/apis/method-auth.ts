import { asText, settled, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { Estate, NodeOf } from '../estate.ts';
import type { Items } from '../mapping.ts';

/** What a method or route resource says about authorization. */
export interface WrittenAuth {
  readonly auth: Value<string>;
  readonly authorizer: Value;
  readonly scopes: Items<Value>;
  readonly apiKeyRequired: Value<boolean>;
}

/** All that the method itself asks of a caller. What holds for the whole API comes on top. */
export function methodAuth(estate: Estate, written: WrittenAuth): readonly AuthRequirement[] {
  return [...authorization(estate, written), ...apiKey(estate, written.apiKeyRequired)];
}

function authorization(estate: Estate, written: WrittenAuth): readonly AuthRequirement[] {
  const at = written.auth.origin;
  const type = settled(written.auth)?.toUpperCase();
  if (type === undefined) return [openRequirement(estate, written.auth, 'The authorization type', at)];
  const authorizer = estate.resolve(written.authorizer, 'rest-authorizer', 'http-authorizer');
  const scopes = scopesOf(written.scopes);
  switch (type) {
    case 'NONE':
      return [];
    case 'AWS_IAM':
      return [{ kind: 'iam', at }];
    case 'CUSTOM':
      return [{ kind: 'lambda-authorizer', at, ...nodeOf(authorizer?.id) }];
    case 'COGNITO_USER_POOLS':
      return [{ kind: 'cognito', at, ...nodeOf(poolBehind(estate, authorizer?.id)), ...scopes }];
    case 'JWT':
      return [{ kind: 'jwt', at, ...nodeOf(poolBehind(estate, authorizer?.id)), ...scopes }];
    default:
      return [{ kind: 'unknown', at, note: `The platform has no authorization type ${type}.` }];
  }
}

function apiKey(estate: Estate, required: Value<boolean>): readonly AuthRequirement[] {
  const answer = settled(required);
  if (answer === false || required.kind === 'absent') return [];
  if (answer === true) return [{ kind: 'api-key', at: required.origin }];
  // An API key lets nobody in that the rest keeps out, and keeps nobody out: not knowing about it changes no verdict.
  return [];
}

/** The user pool behind an authorizer when it stands in the estate, else the authorizer. */
export function poolBehind(estate: Estate, authorizerId: NodeId | undefined): NodeId | undefined {
  const rest = estate.get(authorizerId, 'rest-authorizer');
  const http = estate.get(authorizerId, 'http-authorizer');
  const named: readonly Value[] = rest?.facet.providers.items ?? (http === undefined ? [] : [http.facet.issuer]);
  for (const value of named) {
    const pool = userPoolOf(estate, value);
    if (pool !== undefined) return pool.id;
  }
  return authorizerId;
}

/** The pool that a value names: its ARN or id, or an issuer address that ends with it. */
export function userPoolOf(estate: Estate, value: Value): NodeOf<'user-pool'> | undefined {
  return estate.get(estate.resolve(value, 'user-pool')?.id, 'user-pool');
}

/** The requirement for a value that the text does not settle. */
export function openRequirement(estate: Estate, value: Value<unknown>, what: string, at: SourceRange): AuthRequirement {
  const reason = estate.openReason(value);
  return {
    kind: 'unknown',
    at,
    note: `${what} is not known: ${reason?.reason ?? (value.kind === 'known' ? 'what stands here is not what the platform takes.' : 'it is known only to a deployment.')}`,
    ...(reason?.settleWith === undefined ? {} : { settleWith: reason.settleWith }),
  };
}

function scopesOf(items: Items<Value>): { scopes?: readonly string[] } {
  const scopes = items.items.map((item) => asText(item)).filter((scope) => scope !== undefined);
  return scopes.length === 0 ? {} : { scopes };
}

function nodeOf(node: NodeId | undefined): { node?: NodeId } {
  return node === undefined ? {} : { node };
}
