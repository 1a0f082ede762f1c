import type { PolicyDocument } from '../documents/policy-document.ts';
import { compilePolicies } from '../evaluation/compile-policies.ts';
import { decisions, summary, type AccessAnswer } from './allows.ts';
import { RequestView } from '../evaluation/request-view.ts';
import { callerOf } from '../principals/caller.ts';
import { patternClasses } from '../patterns/classes.ts';
import { wildcardPattern } from '../patterns/wildcard.ts';
import type { UniverseAction } from './action-universe.ts';
import type { Need } from './minimise-policy.ts';

export interface MinimalityProof {
  readonly proved: boolean;
  /** Needs that the policy does not allow in full; a need with a condition may be allowed under one. */
  readonly missing: readonly {
    readonly need: Need;
    readonly resource: string;
    readonly answer: AccessAnswer['answer'];
  }[];
  /** Actions of the services in question that are allowed though nothing needs them, on any resource. */
  readonly excessActions: readonly string[];
  /** Needed actions that are allowed on more resources than needed, with a resource of the policy that is too wide. */
  readonly excessResources: readonly { readonly action: string; readonly resource: string }[];
  /** The line to print: how many needs are allowed and how many other actions are not. */
  readonly summary: string;
}

/**
 * Whether documents allow every need and nothing else of the services that the needs touch. The needs say what the policy
 * should be; the evaluator says what it is.
 */
export function proveMinimal(
  documents: PolicyDocument | readonly PolicyDocument[],
  needs: readonly Need[],
  universe: readonly (string | UniverseAction)[],
): MinimalityProof {
  const list = 'Statement' in documents ? [documents] : documents;
  const policies = compilePolicies({
    identity: list.map((document, index) => ({ name: `policy ${index + 1}`, document })),
  });
  const answerTo = (action: string, resource: string, withoutResource: boolean): AccessAnswer['answer'] => {
    const need = { action, resource, withoutResource, unknownKeys: ['*'] };
    return summary(decisions(policies, need, new RequestView(need, callerOf(undefined))));
  };
  const missing = needs.flatMap((need) =>
    need.resources.flatMap((resource) => {
      const answer = answerTo(need.action, resource, resource === '*');
      const isMet = answer === 'yes' || (answer === 'unknown' && need.condition !== undefined);
      return isMet ? [] : [{ need, resource, answer }];
    }),
  );
  const needed = new Map<string, string[]>();
  for (const { action, resources } of needs) {
    needed.set(action.toLowerCase(), [...(needed.get(action.toLowerCase()) ?? []), ...resources]);
  }
  const others = universe
    .map((entry) => (typeof entry === 'string' ? entry : entry.action))
    .filter((action) => isOfServices(action, needed) && !needed.has(action.toLowerCase()));
  const excessActions = others.filter((action) => answerTo(action, '*', false) !== 'no');
  const excessResources = list.flatMap((document) => widerThanNeeded(document, needed));
  const proved = missing.length + excessActions.length + excessResources.length === 0;
  const services = new Set([...needed.keys()].map((action) => action.split(':')[0]));
  const line =
    `${needs.length - new Set(missing.map(({ need }) => need)).size} of ${needs.length} needs allowed, ` +
    `${others.length - excessActions.length} of ${others.length} other actions of ${services.size} services not allowed`;
  return { proved, missing, excessActions, excessResources, summary: line };
}

function isOfServices(action: string, needed: ReadonlyMap<string, readonly string[]>): boolean {
  const prefix = action.toLowerCase().split(':')[0];
  return [...needed.keys()].some((other) => other.split(':')[0] === prefix);
}

/** Compares the resources of each Allow with those that its actions need, class by class. */
function widerThanNeeded(
  document: PolicyDocument,
  needed: ReadonlyMap<string, readonly string[]>,
): MinimalityProof['excessResources'] {
  return document.Statement.filter((statement) => statement.Effect === 'Allow').flatMap((statement) =>
    (statement.Action ?? []).flatMap((action) => {
      const resources = needed.get(action.toLowerCase());
      if (resources === undefined) return [];
      const wanted = resources.map(wildcardPattern);
      return (statement.Resource ?? ['*'])
        .map((resource) => resource.replaceAll('${$}', '$'))
        .filter((resource) => {
          const classes = patternClasses(wildcardPattern(resource), wanted);
          return classes === undefined || classes.some((matches) => !matches.includes(true));
        })
        .map((resource) => ({ action, resource }));
    }),
  );
}
