import { asList, asMap, asText, member, type SourceRange, type Value } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { Estate } from '../estate.ts';
import { openRequirement, poolBehind } from './method-auth.ts';
import type { Scheme } from './openapi-schemes.ts';

/** What an operation asks: its own `security`, or else the document's. */
export function operationAuth(
  estate: Estate,
  document: Value,
  operation: Value,
  schemes: ReadonlyMap<string, Scheme>,
): { readonly auth: readonly AuthRequirement[]; readonly at: SourceRange } {
  const explicit = member(operation, 'x-amazon-apigateway-auth', 'type');
  const own = member(operation, 'security');
  const security = own.kind === 'absent' ? member(document, 'security') : own;
  const byType = typed(explicit);
  if (byType !== undefined && (byType.length > 0 || security.kind === 'absent'))
    return { auth: byType, at: explicit.origin };
  if (security.kind === 'absent') return { auth: [], at: operation.origin };
  return { auth: readSecurity(estate, security, schemes), at: security.origin };
}

/**
 * `x-amazon-apigateway-auth`: IAM is asked without any scheme.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html
 */
function typed(type: Value): readonly AuthRequirement[] | undefined {
  const written = asText(type)?.toUpperCase();
  if (written === 'NONE') return [];
  if (written === 'AWS_IAM') return [{ kind: 'iam', at: type.origin }];
  return undefined;
}

/**
 * A method has one authorizer and may want an API key besides, so the entries of the list come together, whatever
 * OpenAPI says of alternatives. An empty entry makes authentication optional in OpenAPI; what the import makes of one
 * beside others is not documented.
 */
function readSecurity(
  estate: Estate,
  security: Value,
  schemes: ReadonlyMap<string, Scheme>,
): readonly AuthRequirement[] {
  const entries = asList(security);
  if (entries === undefined) return [openRequirement(estate, security, 'What the operation asks for', security.origin)];
  const asked: AuthRequirement[] = [];
  let optional = false;
  for (const entry of entries) {
    const names = asMap(entry);
    if (names === undefined) asked.push(openRequirement(estate, entry, 'A security requirement', entry.origin));
    else if (names.size === 0) optional = true;
    for (const [name, scopes] of names ?? []) asked.push(...schemeAuth(estate, name, scopes, entry.origin, schemes));
  }
  if (optional && asked.length > 0) {
    return [
      {
        kind: 'unknown',
        at: security.origin,
        note: 'Authentication is optional here: one alternative asks for nothing.',
      },
    ];
  }
  return asked;
}

function schemeAuth(
  estate: Estate,
  name: string,
  scopes: Value,
  at: SourceRange,
  schemes: ReadonlyMap<string, Scheme>,
): readonly AuthRequirement[] {
  const scheme = schemes.get(name);
  if (scheme === undefined) {
    // The word that SAM writes for a route that opts out of the default authorizer.
    if (name.toUpperCase() === 'NONE') return [];
    return [{ kind: 'unknown', at, note: `The document has no security scheme ${name}.` }];
  }
  const node = scheme.asks === 'lambda-authorizer' ? scheme.authorizer : poolBehind(estate, scheme.authorizer);
  const wanted = (asList(scopes) ?? []).map((scope) => asText(scope)).filter((scope) => scope !== undefined);
  return [
    {
      kind: scheme.asks,
      at,
      ...(node === undefined ? {} : { node }),
      ...(wanted.length === 0 ? {} : { scopes: wanted }),
      ...(scheme.note === undefined ? {} : { note: scheme.note }),
    },
  ];
}
