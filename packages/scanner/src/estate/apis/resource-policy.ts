import { asList, asMap, asText, describe, member, type SourceRange, type Value } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import { conditionReach, type ConditionReach } from './policy-condition.ts';

/** A statement of an API's resource policy, as far as it decides who gets through. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny' | 'unknown';
  readonly principal: 'anyone' | 'named' | 'unknown';
  /** Globs over `METHOD/path`; `*` where the text does not say. */
  readonly routes: readonly string[];
  readonly condition: ConditionReach;
  readonly at: SourceRange;
}

export type ApiPolicy =
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly value: Value }
  | { readonly state: 'read'; readonly statements: readonly PolicyStatement[]; readonly at: SourceRange };

export function readApiPolicy(policy: Value): ApiPolicy {
  if (policy.kind === 'absent') return { state: 'none' };
  const document = asMap(policy);
  if (document === undefined) return { state: 'open', value: policy };
  const written = member(policy, 'Statement');
  const items = asList(written) ?? (asMap(written) === undefined ? undefined : [written]);
  if (items === undefined) return written.kind === 'absent' ? { state: 'none' } : { state: 'open', value: written };
  return { state: 'read', statements: items.map(readStatement), at: policy.origin };
}

/**
 * What the policy asks of a caller of one route, whom nothing has identified yet unless `signed`. For signed calls from
 * the own account a policy that names nobody keeps nobody out, since the caller's own policies suffice.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function policyRequirements(
  policy: ApiPolicy,
  route: { readonly method: string; readonly path: string },
  signed: boolean,
): readonly AuthRequirement[] {
  if (policy.state === 'none') return [];
  if (policy.state === 'open') {
    return [{ kind: 'unknown', at: policy.value.origin, note: 'The resource policy of the API is not known.' }];
  }
  return [...keptOut(policy.statements, route), ...(signed ? [] : letIn(policy, route))];
}

/** The Allow statement that lets everyone through to this route, if no Deny narrows it. */
export function admitsAnyone(
  policy: ApiPolicy,
  route: { readonly method: string; readonly path: string },
): PolicyStatement | undefined {
  if (policy.state !== 'read' || keptOut(policy.statements, route).length > 0) return undefined;
  return policy.statements.find((statement) => isOpenGrant(statement) && touches(statement, route));
}

function isOpenGrant(statement: PolicyStatement): boolean {
  return (
    statement.effect === 'Allow' &&
    statement.principal === 'anyone' &&
    (statement.condition.kind === 'none' || statement.condition.kind === 'trivial')
  );
}

function keptOut(
  statements: readonly PolicyStatement[],
  route: { method: string; path: string },
): readonly AuthRequirement[] {
  const asked: AuthRequirement[] = [];
  for (const statement of statements) {
    if (statement.effect === 'Allow' || statement.principal === 'named' || !covers(statement, route)) continue;
    if (statement.effect === 'unknown' || statement.principal === 'unknown' || statement.condition.kind === 'unknown') {
      asked.push({
        kind: 'unknown',
        at: statement.at,
        note: 'A statement of the resource policy is not known in full.',
      });
    } else if (statement.condition.kind === 'none') {
      asked.push({
        kind: 'resource-policy',
        at: statement.at,
        refusesAll: true,
        note: 'The resource policy denies this route to everyone.',
      });
    } else if (statement.condition.denies !== undefined) {
      asked.push({ kind: statement.condition.denies, at: statement.at, note: statement.condition.words });
    }
  }
  return asked;
}

function letIn(
  policy: Extract<ApiPolicy, { state: 'read' }>,
  route: { method: string; path: string },
): readonly AuthRequirement[] {
  const grants = policy.statements.filter((statement) => statement.effect !== 'Deny' && touches(statement, route));
  if (grants.some(isOpenGrant)) return [];
  const open = grants.find(
    (grant) => grant.effect === 'unknown' || grant.principal === 'unknown' || grant.condition.kind === 'unknown',
  );
  if (open !== undefined) {
    return [{ kind: 'unknown', at: open.at, note: 'Whom the resource policy admits is not known.' }];
  }
  const [first] = grants;
  if (first === undefined) {
    return [
      {
        kind: 'resource-policy',
        at: policy.at,
        refusesAll: true,
        note: 'No statement of the resource policy allows this route.',
      },
    ];
  }
  const network = grants.every((grant) => grant.condition.allows === 'network');
  return [
    {
      kind: network ? 'network' : 'resource-policy',
      at: first.at,
      note: first.condition.words || 'The resource policy names who may call.',
    },
  ];
}

function readStatement(statement: Value): PolicyStatement {
  const effect = asText(member(statement, 'Effect'));
  return {
    effect: effect === 'Allow' || effect === 'Deny' ? effect : 'unknown',
    principal: readPrincipal(statement),
    routes: readRoutes(member(statement, 'Resource')),
    condition: conditionReach(member(statement, 'Condition')),
    at: statement.origin,
  };
}

function readPrincipal(statement: Value): PolicyStatement['principal'] {
  const written = member(statement, 'Principal');
  // NotPrincipal admits or denies all others: as good as everyone.
  if (written.kind === 'absent') return member(statement, 'NotPrincipal').kind === 'absent' ? 'unknown' : 'anyone';
  const inner = asMap(written);
  const named = inner === undefined ? [written] : [...inner.values()].flatMap((value) => asList(value) ?? [value]);
  if (named.some((value) => asText(value) === '*')) return 'anyone';
  return named.some((value) => value.kind === 'unknown' || value.kind === 'choice') ? 'unknown' : 'named';
}

/** `execute-api:/stage/GET/orders` and ARNs become `GET/orders`; holes match anything. */
function readRoutes(resource: Value): readonly string[] {
  const items = asList(resource) ?? [resource];
  return items.map((item) => {
    const spelled = describe(item).replaceAll(/\$\{[^}]*\}/g, '*');
    const slash = spelled.indexOf('/');
    if (item.kind === 'absent' || slash === -1) return '*';
    const afterStage = spelled
      .slice(slash + 1)
      .split('/')
      .slice(1)
      .join('/');
    return afterStage === '' ? '*' : afterStage;
  });
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

function requestsOf(route: { method: string; path: string }): readonly string[] {
  const path = route.path.replaceAll(/\{[^}]*\}/g, 'x').replace(/^\//, '');
  return (route.method === 'ANY' ? methods : [route.method]).map((method) => `${method}/${path}`);
}

function touches(statement: PolicyStatement, route: { method: string; path: string }): boolean {
  return requestsOf(route).some((request) => statement.routes.some((glob) => matches(glob, request)));
}

function covers(statement: PolicyStatement, route: { method: string; path: string }): boolean {
  return requestsOf(route).every((request) => statement.routes.some((glob) => matches(glob, request)));
}

/** Globs with `*` and `?`, by halves instead of a regular expression that a policy could make slow. */
function matches(glob: string, text: string): boolean {
  let [g, t, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    if (g < glob.length && (glob[g] === '?' || glob[g] === text[t]) && glob[g] !== '*') {
      g++;
      t++;
    } else if (glob[g] === '*') {
      star = g++;
      mark = t;
    } else if (star !== -1) {
      g = star + 1;
      t = ++mark;
    } else {
      return false;
    }
  }
  while (glob[g] === '*') g++;
  return g === glob.length;
}
