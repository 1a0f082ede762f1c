import type { ConditionBlock, PolicyDocument, Statement } from '../documents/policy-document.ts';
import { contains, containsPattern } from '../patterns/algebra.ts';
import { hasWildcard, unknownText, wildcardPattern } from '../patterns/wildcard.ts';
import { splitBySize } from './policy-size.ts';
import { statementSids } from './statement-sid.ts';

/** One permission that something needs. */
export interface Need {
  /** `dynamodb:GetItem`, never a pattern. */
  readonly action: string;
  /** ARNs or patterns of them; `*` for an action that knows no resource. */
  readonly resources: readonly string[];
  readonly condition?: ConditionBlock;
}

export interface MinimalPolicy {
  /** `inline` while it fits into the inline policies of one role, otherwise documents for managed policies. */
  readonly kind: 'inline' | 'managed';
  readonly documents: readonly PolicyDocument[];
  readonly problems: readonly NeedProblem[];
}

export interface NeedProblem {
  readonly code: 'action-pattern' | 'no-resource' | 'unknown-resource' | 'too-large';
  readonly message: string;
  readonly need: Need;
}

/**
 * The smallest policy that allows the needs and nothing else: single actions, the resources as needed, one statement for the
 * actions of a service that share resources and condition. The same needs in any order give the same text. What cannot be
 * written without widening (a pattern of actions, a resource that is not known) is left out and said.
 */
export function minimisePolicy(needs: readonly Need[]): MinimalPolicy {
  const problems = needs.flatMap((need) => problemOf(need) ?? []);
  const usable = needs.filter((need) => problemOf(need) === undefined);
  const statements = withSids(groupByResources(groupByAction(usable)));
  const size = splitBySize(statements);
  const tooLarge = size.tooLarge.map((statement) => {
    const need = { action: statement.Action?.[0] ?? '', resources: statement.Resource ?? [] };
    return { code: 'too-large' as const, message: 'One permission alone is larger than a policy may be.', need };
  });
  return { kind: size.kind, documents: size.documents, problems: [...problems, ...tooLarge] };
}

function problemOf(need: Need): NeedProblem | undefined {
  if (hasWildcard(need.action)) {
    return { code: 'action-pattern', message: 'A need names one action; expand the pattern first.', need };
  }
  if (need.resources.length === 0) {
    return { code: 'no-resource', message: 'A need names resources; an action that knows none needs "*".', need };
  }
  if (!need.resources.some((resource) => resource.includes(unknownText))) return undefined;
  return {
    code: 'unknown-resource',
    message: 'A part of the resource is not known; it cannot be written exactly.',
    need,
  };
}

interface ActionNeed {
  readonly action: string;
  readonly resources: readonly string[];
  readonly condition: ConditionBlock | undefined;
}

/** Each action once a condition, without resources that another one of them, or a need without condition, covers. */
function groupByAction(needs: readonly Need[]): readonly ActionNeed[] {
  const grouped = new Map<string, { action: string; condition: ConditionBlock | undefined; resources: Set<string> }>();
  for (const { action, resources, condition } of needs) {
    const block =
      condition === undefined || Object.keys(condition).length === 0 ? undefined : sortedCondition(condition);
    const key = JSON.stringify([action.toLowerCase(), block]);
    const group = grouped.get(key) ?? { action, condition: block, resources: new Set() };
    grouped.set(key, group);
    for (const resource of resources) group.resources.add(resource);
  }
  const free = new Map(
    [...grouped.values()]
      .filter((one) => one.condition === undefined)
      .map((one) => [one.action.toLowerCase(), one.resources]),
  );
  return [...grouped.values()].flatMap(({ action, condition, resources }) => {
    const covering = condition === undefined ? [] : [...(free.get(action.toLowerCase()) ?? [])];
    const kept = outermost([...resources]).filter((one) => !covering.some((free) => containsPattern(free, one)));
    return kept.length === 0 ? [] : [{ action, condition, resources: kept }];
  });
}

function outermost(resources: readonly string[]): readonly string[] {
  const sorted = resources.toSorted(byCode);
  const outer = sorted
    .map((text) => ({ text, pattern: wildcardPattern(text) }))
    .filter(({ text }) => hasWildcard(text));
  return sorted.filter((one) => {
    const inner = wildcardPattern(one);
    // Of two spellings of the same pattern the first stays.
    return !outer.some(({ text, pattern }) => {
      return text !== one && contains(pattern, inner) && (byCode(text, one) < 0 || !contains(inner, pattern));
    });
  });
}

function groupByResources(needs: readonly ActionNeed[]): readonly Statement[] {
  const grouped = new Map<string, { actions: string[]; need: ActionNeed }>();
  for (const need of needs) {
    const key = JSON.stringify([serviceOf(need.action), need.resources, need.condition]);
    const group = grouped.get(key) ?? { actions: [], need };
    grouped.set(key, group);
    group.actions.push(need.action);
  }
  return [...grouped.values()]
    .map(({ actions, need }) => ({
      Effect: 'Allow' as const,
      Action: actions.toSorted(byCode),
      Resource: need.resources.map(escapeVariables),
      ...(need.condition === undefined ? {} : { Condition: need.condition }),
    }))
    .toSorted((a, b) =>
      byCode(JSON.stringify([a.Action, a.Resource, a.Condition]), JSON.stringify([b.Action, b.Resource, b.Condition])),
    );
}

/** A name that holds `${` would be read as a policy variable. */
function escapeVariables(resource: string): string {
  return resource.replaceAll('${', '${$}{');
}

function withSids(statements: readonly Statement[]): readonly Statement[] {
  const sids = statementSids(statements);
  return statements.map((statement, at) => ({ Sid: sids[at] ?? '', ...statement }));
}

function sortedCondition(block: ConditionBlock): ConditionBlock {
  return sortedRecord(block, (keys) => sortedRecord(keys, (values) => values.toSorted(byCode)));
}

function sortedRecord<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(
    Object.entries(record)
      .toSorted(([a], [b]) => byCode(a, b))
      .map(([key, value]) => [key, map(value)]),
  );
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':')).toLowerCase();
}

/** The order of character codes, the same in every locale. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
