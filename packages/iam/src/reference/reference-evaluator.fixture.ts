import { referenceConditionsHold, referenceGlob, type ReferenceContext } from './reference-conditions.fixture.ts';

/**
 * A second evaluator, written from the pages of AWS and not from the first one: for every policy it walks every statement and
 * asks every element with regular expressions. It knows users, roles, sessions, root users, services and the anonymous, and
 * one concrete request at a time. The tests compare the two; the bench measures them side by side.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export type ReferenceDecision = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';

export interface ReferenceRequest {
  readonly principal: string;
  readonly action: string;
  readonly resource: { readonly arn: string; readonly account: string };
  readonly context: ReferenceContext;
}

type Json = Readonly<Record<string, unknown>>;
type Documents = readonly { readonly document: unknown }[];

export interface ReferencePolicies {
  readonly identity?: Documents;
  readonly boundary?: Documents;
  readonly session?: Documents;
  readonly resource?: Documents;
  readonly serviceControl?: readonly { readonly policies: Documents }[];
}

export function referenceEvaluate(request: ReferenceRequest, policies: ReferencePolicies): ReferenceDecision {
  const ask = (documents: Documents | undefined, effect: string): boolean => {
    return matching(documents, effect, request).length > 0;
  };
  const who = chain(request.principal);
  const isOfAccount = who.account !== undefined;
  const isRoot = who.kind === 'root';
  const boundary = isOfAccount && !isRoot ? policies.boundary : undefined;
  const session = isOfAccount && !isRoot ? policies.session : undefined;
  const identity = isOfAccount && !isRoot ? (policies.identity ?? []) : [];
  const levels = isOfAccount ? (policies.serviceControl ?? []) : [];

  // Rule 1: an explicit Deny in any policy ends it.
  const everything = [
    ...identity,
    ...(boundary ?? []),
    ...(session ?? []),
    ...levels.flatMap((level) => level.policies),
  ];
  if (ask(everything, 'Deny')) return 'ExplicitlyDenied';
  if (matching(policies.resource, 'Deny', request).some((statement) => whoIsNamed(statement, who) !== 'nobody')) {
    return 'ExplicitlyDenied';
  }

  // Rule 2: every level of the organization must allow.
  if (!levels.every((level) => ask(level.policies, 'Allow'))) return 'ImplicitlyDenied';

  const named = matching(policies.resource, 'Allow', request).map((statement) => whoIsNamed(statement, who));
  if (!isOfAccount) return named.includes('itself') ? 'Allowed' : 'ImplicitlyDenied';

  const withinBoundary = boundary === undefined || ask(boundary, 'Allow');
  const withinSession = session === undefined || ask(session, 'Allow');
  const byIdentity = (isRoot || ask(identity, 'Allow')) && withinBoundary && withinSession;

  // Rule 3: across accounts both sides must allow.
  if (who.account !== request.resource.account) {
    return byIdentity && named.some((how) => how !== 'nobody') ? 'Allowed' : 'ImplicitlyDenied';
  }
  // Rule 4: in one account the resource policy may be enough.
  if (named.includes('itself')) return 'Allowed';
  if (named.includes('its role') && withinBoundary && withinSession) return 'Allowed';
  const mustBeNamed = /^kms:/i.test(request.action) && request.resource.arn.includes(':key/');
  const mustTrust = /^sts:AssumeRole/i.test(request.action) && request.resource.arn.includes(':role/');
  if ((mustBeNamed || mustTrust) && !named.includes('its account')) return 'ImplicitlyDenied';
  return byIdentity ? 'Allowed' : 'ImplicitlyDenied';
}

function matching(documents: Documents | undefined, effect: string, request: ReferenceRequest): readonly Json[] {
  const found: Json[] = [];
  for (const { document } of documents ?? []) {
    const hasVariables = (document as Json)['Version'] === '2012-10-17';
    for (const statement of list((document as Json)['Statement']) as readonly Json[]) {
      if (statement['Effect'] !== effect) continue;
      if (!actionMatches(statement, request.action)) continue;
      const context = withDerivedKeys(request);
      if (!resourceMatches(statement, request.resource.arn, context, hasVariables)) continue;
      if (!referenceConditionsHold(statement['Condition'], context, hasVariables)) continue;
      found.push(statement);
    }
  }
  return found;
}

function actionMatches(statement: Json, action: string): boolean {
  const isIn = (patterns: unknown): boolean => {
    return list(patterns).some((pattern) =>
      referenceGlob(String(pattern).toLowerCase(), {}, false)?.test(action.toLowerCase()),
    );
  };
  return statement['NotAction'] === undefined ? isIn(statement['Action']) : !isIn(statement['NotAction']);
}

function resourceMatches(statement: Json, arn: string, context: ReferenceContext, hasVariables: boolean): boolean {
  const isIn = (patterns: unknown): boolean => {
    return list(patterns).some((pattern) => referenceGlob(String(pattern), context, hasVariables)?.test(arn) ?? false);
  };
  if (statement['NotResource'] !== undefined) return !isIn(statement['NotResource']);
  return statement['Resource'] === undefined || isIn(statement['Resource']);
}

interface Chain {
  readonly kind: 'user' | 'session' | 'root' | 'service' | 'anonymous';
  readonly self: string;
  readonly role?: string;
  readonly account?: string;
}

function chain(principal: string): Chain {
  if (principal === '*') return { kind: 'anonymous', self: principal };
  if (!principal.startsWith('arn:')) return { kind: 'service', self: principal };
  const [, , , , account = '', resource = ''] = principal.split(':');
  if (resource === 'root') return { kind: 'root', self: principal, account };
  if (!resource.startsWith('assumed-role/')) return { kind: 'user', self: principal, account };
  const role = `arn:aws:iam::${account}:role/${resource.split('/')[1] ?? ''}`;
  return { kind: 'session', self: principal, role, account };
}

function whoIsNamed(statement: Json, who: Chain): 'itself' | 'its role' | 'its account' | 'nobody' {
  const element = statement['Principal'] ?? statement['NotPrincipal'];
  const groups = element === '*' ? { AWS: '*' } : (element as Json);
  const aws = list(groups['AWS'] ?? []).map(String);
  const services = list(groups['Service'] ?? []).map(String);
  let how: 'itself' | 'its role' | 'its account' | 'nobody' = 'nobody';
  if (
    who.account !== undefined &&
    aws.some((one) => one === who.account || one === `arn:aws:iam::${who.account}:root`)
  ) {
    how = who.kind === 'root' ? 'itself' : 'its account';
  }
  if (who.role !== undefined && aws.includes(who.role)) how = 'its role';
  if (aws.includes('*') || (who.kind !== 'service' && aws.includes(who.self))) how = 'itself';
  if (who.kind === 'service' && services.includes(who.self)) how = 'itself';
  if (statement['NotPrincipal'] === undefined) return how;
  return how === 'itself' || how === 'its role' ? 'nobody' : 'itself';
}

function withDerivedKeys(request: ReferenceRequest): ReferenceContext {
  const who = chain(request.principal);
  const derived = {
    ...(who.account === undefined
      ? {}
      : { 'aws:PrincipalAccount': who.account, 'aws:PrincipalArn': who.role ?? who.self }),
    ...(who.kind === 'user' ? { 'aws:username': who.self.split('/').at(-1) ?? '' } : {}),
    'aws:ResourceAccount': request.resource.account,
  };
  const given = new Set(Object.keys(request.context).map((key) => key.toLowerCase()));
  return {
    ...Object.fromEntries(Object.entries(derived).filter(([key]) => !given.has(key.toLowerCase()))),
    ...request.context,
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
