import type { NodeId, SourceRange, Unknown, Value } from '@leastwise/model';
import type { AnyNode, Estate, NodeOf } from '../estate.ts';
import type { Kind } from '../facets/index.ts';
import { namesAction } from '../policies/action-pattern.ts';
import { dataActions } from '../policies/data-actions.ts';
import type { Statement } from '../policies/policy-document.ts';
import { policiesOf, type AttachedPolicy } from './attached-policies.ts';
import { coverage } from './resource-coverage.ts';

export type ReachVerb = 'reads' | 'writes' | 'invokes';

/** Something that a role lets its holder do to one resource. */
export interface Reach {
  readonly to: NodeId;
  readonly verb: ReachVerb;
  readonly at: SourceRange;
  readonly note: string;
}

/** Something that a role lets its holder do to every resource of a kind. */
export interface WideReach {
  readonly kind: Kind;
  readonly verb: ReachVerb;
  readonly statement: Statement;
  readonly policy: AttachedPolicy;
}

/** What the policies of an identity allow on data, by what their Resource patterns lead to. Deny and boundaries are not subtracted. */
export function reachOf(
  estate: Estate,
  identityId: NodeId,
): { readonly reaches: readonly Reach[]; readonly wide: readonly WideReach[] } {
  const reaches = new Map<string, Reach>();
  const wide: WideReach[] = [];
  for (const policy of policiesOf(estate, identityId)) {
    policy.document.statements.forEach((statement, index) => {
      if (statement.effect !== 'Allow') return;
      const byKind = verbsByKind(statement);
      if (byKind.size === 0) return;
      for (const [kind, verbs] of byKind) {
        const covered = coverage(estate, statement.resources, [kind]);
        for (const verb of verbs) {
          if (covered.everything) wide.push({ kind, verb, statement, policy });
          for (const node of covered.nodes) {
            const key = `${node.id}\n${verb}`;
            if (!reaches.has(key))
              reaches.set(key, { to: node.id, verb, at: statement.origin, note: noteOf(statement, index, policy) });
          }
        }
      }
    });
  }
  return { reaches: [...reaches.values()], wide };
}

/** The variables of a function that name a node: how a permission on everything becomes a way to one resource. */
export function namedByEnvironment(
  estate: Estate,
  subject: NodeOf<'function'>,
): readonly { readonly node: AnyNode; readonly variable: string; readonly at: SourceRange }[] {
  return subject.facet.environment.items.flatMap(({ key, value }) => {
    const node = estate.resolve(value, ...(Object.keys(dataActions) as Kind[]));
    return node === undefined || node.id === subject.id ? [] : [{ node, variable: key, at: value.origin }];
  });
}

/**
 * What deployment reads out of a secret or parameter and writes into a variable of a function: the function holds the
 * content then, whatever its role allows.
 */
export function heldByEnvironment(
  estate: Estate,
  subject: NodeOf<'function'>,
): readonly { readonly node: AnyNode; readonly variable: string; readonly at: SourceRange }[] {
  return subject.facet.environment.items.flatMap(({ key, value }) =>
    dynamicReferences(value).flatMap((dynamic) => {
      const node = sourceOf(estate, dynamic);
      return node === undefined ? [] : [{ node, variable: key, at: value.origin }];
    }),
  );
}

function dynamicReferences(value: Value): readonly Unknown[] {
  const parts = value.kind === 'text' ? value.parts : value.kind === 'unknown' ? [value] : [];
  return parts.filter(
    (part) => typeof part !== 'string' && part.kind === 'unknown' && part.cause === 'dynamic-reference',
  ) as readonly Unknown[];
}

const KEPT_IN = { secretsmanager: 'secret', ssm: 'parameter', 'ssm-secure': 'parameter' } as const;

/** `{{resolve:secretsmanager:orders/db:SecretString:password}}`: the node that it names by reference, name or ARN. */
function sourceOf(estate: Estate, dynamic: Unknown): AnyNode | undefined {
  const named = dynamic.about?.[0];
  if (named !== undefined) return estate.nodes.get(named);
  const written = /^\{\{resolve:(secretsmanager|ssm|ssm-secure):(.+)\}\}$/.exec(dynamic.name ?? '');
  if (written === null) return undefined;
  const service = written[1] as keyof typeof KEPT_IN;
  const key = written[2] ?? '';
  const id = (key.startsWith('arn:') ? /^arn(?::[^:]*){6}/ : /^[^:]+/).exec(key)?.[0];
  return id === undefined
    ? undefined
    : estate.resolve({ kind: 'known', value: id, origin: dynamic.origin }, KEPT_IN[service]);
}

function verbsByKind(statement: Statement): ReadonlyMap<Kind, readonly ReachVerb[]> {
  const found = new Map<Kind, ReachVerb[]>();
  for (const [kind, actions] of Object.entries(dataActions)) {
    const verbs = (['reads', 'writes', 'invokes'] as const).filter((verb) =>
      (actions[verb] ?? []).some((action) => namesAction(statement, action) === 'yes'),
    );
    if (verbs.length > 0) found.set(kind as Kind, verbs);
  }
  return found;
}

function noteOf(statement: Statement, index: number, policy: AttachedPolicy): string {
  return `${policy.name}, ${statement.sid === undefined ? `statement ${index + 1}` : `statement ${statement.sid}`}`;
}
