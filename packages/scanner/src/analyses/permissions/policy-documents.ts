import {
  compilePolicies,
  managedPolicy,
  parsePolicyDocument,
  unknownText,
  type CompiledPolicies,
  type NamedPolicy,
  type Policies,
} from '@leastwise/iam';
import type { NodeId, SourceRange, Unknown, Value } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import {
  awsManagedName,
  documentsIn,
  policiesOf,
  type AttachedPolicy,
  type IdentityNode,
} from '../../estate/identities/attached-policies.ts';
import { readPolicyDocument, type PolicyElement, type Statement } from '../../estate/policies/policy-document.ts';
import { spell, withOpenParts } from './spell-arn.ts';

/** The policies of an identity as `@leastwise/iam` takes them, in the spelling of `spell-arn.ts`. */
export interface IdentityPolicies {
  /** Parts that deployment decides are tokens: what is allowed here is allowed. */
  readonly exact: Policies;
  /** Parts that may be anything are not known: what is not allowed here is surely not allowed. */
  readonly open: Policies;
  /** Both, ready to be asked; made when first asked for. */
  readonly compiled: { readonly exact: CompiledPolicies; readonly open: CompiledPolicies };
  /** Where statement `index` of a policy stands, as explanations count them. */
  statementAt(policy: string, index: number): SourceRange | undefined;
  /** Why there may be more than these policies say. */
  readonly unknown?: Unknown;
}

const known = new WeakMap<Estate, Map<NodeId, IdentityPolicies>>();

export function policyDocumentsOf(estate: Estate, identity: IdentityNode): IdentityPolicies {
  let kept = known.get(estate);
  if (kept === undefined) known.set(estate, (kept = new Map()));
  const found = kept.get(identity.id) ?? convert(estate, identity);
  kept.set(identity.id, found);
  return found;
}

/** Policies that are read when the first question is asked of them. */
export function compiledLazily(exact: Policies, open: Policies): IdentityPolicies['compiled'] {
  let exactly: CompiledPolicies | undefined;
  let openly: CompiledPolicies | undefined;
  return {
    get exact() {
      return (exactly ??= compilePolicies(exact));
    },
    get open() {
      return (openly ??= compilePolicies(open));
    },
  };
}

/** The trust policy of a role, to be asked as the policy of a resource. */
export function trustDocumentOf(estate: Estate, role: IdentityNode): NamedPolicy | undefined {
  if (role.kind !== 'role') return undefined;
  const document = readPolicyDocument(role.facet.trust);
  return { name: 'trust policy', document: documentOf(estate, document.statements) };
}

function convert(estate: Estate, identity: IdentityNode): IdentityPolicies {
  const places = new Map<string, readonly SourceRange[]>();
  let unknown: Unknown | undefined;
  const named = (policy: AttachedPolicy, at: number): NamedPolicy => {
    const name = `${policy.name} (${at + 1})`;
    const published = policy.how === 'aws-managed' ? managedPolicy(policy.name)?.document : undefined;
    if (published !== undefined) {
      places.set(
        name,
        parsePolicyDocument(published).document.Statement.map(() => policy.at),
      );
      return { name, document: published };
    }
    const statements = policy.document.statements.filter(({ effect }) => effect !== undefined);
    unknown ??=
      policy.document.open ?? policy.document.statements.find(({ effect }) => effect === undefined)?.effectOpen;
    places.set(
      name,
      statements.map(({ origin }) => origin),
    );
    return { name, document: documentOf(estate, statements) };
  };
  const identityPolicies = policiesOf(estate, identity.id).map(named);
  const boundary = boundaryOf(estate, identity);
  const missing = [
    ...(unknown === undefined ? [] : ['identity' as const]),
    ...(boundary === 'unknown' ? ['boundary' as const] : []),
  ];
  const exact: Policies = {
    identity: identityPolicies,
    ...(boundary === undefined || boundary === 'unknown' ? {} : { boundary: boundary.map(named) }),
    ...(missing.length === 0 ? {} : { unknown: missing }),
  };
  const open = withOpenTexts(exact);
  return {
    exact,
    open,
    compiled: compiledLazily(exact, open),
    statementAt: (policy, index) => places.get(policy)?.[index],
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function boundaryOf(estate: Estate, identity: IdentityNode): readonly AttachedPolicy[] | 'unknown' | undefined {
  if (identity.kind === 'group') return undefined;
  const { boundary } = identity.facet;
  if (boundary.kind === 'absent') return undefined;
  const customer = estate.resolve(boundary, 'managed-policy');
  if (customer !== undefined) return documentsIn(customer);
  const name = awsManagedName(boundary);
  if (name === undefined || managedPolicy(name) === undefined) return 'unknown';
  const document = { statements: [], origin: boundary.origin };
  return [{ document, source: identity as AttachedPolicy['source'], at: boundary.origin, name, how: 'aws-managed' }];
}

/** Statements as a document that `@leastwise/iam` reads. */
export function documentOf(estate: Estate, statements: readonly Statement[]): unknown {
  return { Version: '2012-10-17', Statement: statements.map((statement) => statementOf(estate, statement)) };
}

function statementOf(estate: Estate, statement: Statement): unknown {
  const { actions, resources, principals } = statement;
  return {
    Effect: statement.effect,
    ...(actions.present ? { [actions.not ? 'NotAction' : 'Action']: texts(estate, actions) } : {}),
    ...(resources.present ? { [resources.not ? 'NotResource' : 'Resource']: texts(estate, resources) } : {}),
    ...(principals.present ? { [principals.not ? 'NotPrincipal' : 'Principal']: principalOf(estate, statement) } : {}),
    ...conditionOf(estate, statement),
  };
}

function texts(estate: Estate, element: PolicyElement): readonly string[] {
  const spelled = element.values.map((value: Value) => spell(estate, value));
  return element.open === undefined || spelled.includes(unknownText) ? spelled : [...spelled, unknownText];
}

function principalOf(estate: Estate, { principals }: Statement): unknown {
  if (principals.principals.some(({ type }) => type === '*')) return '*';
  const byType: Record<string, string[]> = {};
  for (const { type, value } of principals.principals) (byType[type] ??= []).push(spell(estate, value));
  if (principals.open !== undefined) (byType['AWS'] ??= []).push(unknownText);
  return byType;
}

/** Parts that are not read become a key that no request has a value for, so that the statement may or may not hold. */
function conditionOf(estate: Estate, { conditions, conditionsOpen }: Statement): { readonly Condition?: unknown } {
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, key, values, open } of conditions) {
    const spelled = values.map((value) => spell(estate, value));
    (block[operator] ??= {})[key] = open === undefined || spelled.length > 0 ? spelled : [unknownText];
  }
  if (conditionsOpen !== undefined) (block['StringEquals'] ??= {})['aws:PrincipalTag/unknown'] = [unknownText];
  return Object.keys(block).length === 0 ? {} : { Condition: block };
}

export function withOpenTexts(policies: Policies): Policies {
  return mapTexts(policies, withOpenParts) as Policies;
}

/** A document with every text of it changed. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]));
}
