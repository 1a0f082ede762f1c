import { asList, asMap, asText, type SourceRange, type Unknown, type Value } from '@leastwise/model';
import { parseJsonText } from './json-text.ts';

/**
 * A policy in the words of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html. Every member
 * keeps its place; what the text does not give is `open`, never left out in silence.
 */
export interface PolicyDocument {
  readonly statements: readonly Statement[];
  /** Set when there may be statements that are not known. */
  readonly open?: Unknown;
  readonly origin: SourceRange;
}

export interface Statement {
  readonly sid?: string;
  /** Undefined: not known, or not a word that IAM knows. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  /** Set when the effect is not known. */
  readonly effectOpen?: Unknown;
  /** `not`: the element is NotAction. */
  readonly actions: PolicyElement;
  readonly resources: PolicyElement;
  readonly principals: PrincipalElement;
  readonly conditions: readonly Condition[];
  /** Set when (part of) the condition block is not known. */
  readonly conditionsOpen?: Unknown;
  readonly origin: SourceRange;
}

export interface PolicyElement {
  readonly present: boolean;
  readonly not: boolean;
  readonly values: readonly Value[];
  readonly open?: Unknown;
  readonly origin: SourceRange;
}

export type PrincipalType = '*' | 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

export interface PrincipalElement {
  readonly present: boolean;
  readonly not: boolean;
  readonly principals: readonly Principal[];
  readonly open?: Unknown;
  readonly origin: SourceRange;
}

export interface Principal {
  readonly type: PrincipalType;
  readonly value: Value;
}

export interface Condition {
  /** As written: `StringEquals`, `ForAnyValue:StringLike`, `ArnLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Value[];
  readonly open?: Unknown;
  readonly origin: SourceRange;
}

/** Reads a policy from a map, or from the JSON text that some resources take instead. Never throws. */
export function readPolicyDocument(value: Value): PolicyDocument {
  if (value.kind === 'absent') return { statements: [], origin: value.origin };
  const written = asMap(value) === undefined ? (parseJsonText(value) ?? value) : value;
  const map = asMap(written);
  if (map === undefined)
    return { statements: [], open: openOf(written, 'This policy is not a policy document.'), origin: value.origin };
  const statement = map.get('Statement');
  if (statement === undefined) return { statements: [], origin: value.origin };
  return { ...readStatements(statement), origin: value.origin };
}

/** A list of statements, or a single one. */
export function readStatements(value: Value): { readonly statements: readonly Statement[]; readonly open?: Unknown } {
  const written = asMap(value) === undefined && asList(value) === undefined ? (parseJsonText(value) ?? value) : value;
  const items = asList(written) ?? [written];
  const statements: Statement[] = [];
  let open: Unknown | undefined;
  for (const item of items) {
    const inner = asList(item);
    const map = asMap(item);
    if (map !== undefined) statements.push(readStatement(map, item.origin));
    else if (inner !== undefined) {
      const nested = readStatements(item);
      statements.push(...nested.statements);
      open ??= nested.open;
    } else if (item.kind !== 'absent') open ??= openOf(item, 'This statement is not a map.');
  }
  return { statements, ...(open === undefined ? {} : { open }) };
}

function readStatement(map: ReadonlyMap<string, Value>, origin: SourceRange): Statement {
  const sid = map.get('Sid');
  const sidText = sid === undefined ? undefined : asText(sid);
  const effect = map.get('Effect');
  const word = effect === undefined ? undefined : asText(effect);
  const conditions = readConditions(map.get('Condition'));
  return {
    ...(sidText === undefined ? {} : { sid: sidText }),
    effect: word === 'Allow' || word === 'Deny' ? word : undefined,
    ...(word === undefined && effect !== undefined
      ? { effectOpen: openOf(effect, 'This effect is neither Allow nor Deny.') }
      : {}),
    actions: readElement(map, 'Action', 'NotAction', origin),
    resources: readElement(map, 'Resource', 'NotResource', origin),
    principals: readPrincipals(map, origin),
    conditions: conditions.conditions,
    ...(conditions.open === undefined ? {} : { conditionsOpen: conditions.open }),
    origin,
  };
}

function readElement(
  map: ReadonlyMap<string, Value>,
  name: string,
  notName: string,
  origin: SourceRange,
): PolicyElement {
  const value = map.get(name) ?? map.get(notName);
  if (value === undefined || value.kind === 'absent') return { present: false, not: false, values: [], origin };
  return { present: true, not: !map.has(name), ...flatten(value), origin: value.origin };
}

/** The members of a value or list; lists inside lists come from intrinsics and count as one list. */
function flatten(value: Value): { values: readonly Value[]; open?: Unknown } {
  const list = asList(value);
  if (list === undefined) {
    if (value.kind === 'choice' || asMap(value) !== undefined)
      return { values: [], open: openOf(value, 'What stands here is not a text.') };
    return value.kind === 'absent'
      ? { values: [] }
      : { values: [value], ...(value.kind === 'unknown' ? { open: value } : {}) };
  }
  const parts = list.map(flatten);
  const open = parts.find((part) => part.open !== undefined)?.open;
  return { values: parts.flatMap((part) => part.values), ...(open === undefined ? {} : { open }) };
}

function readPrincipals(map: ReadonlyMap<string, Value>, origin: SourceRange): PrincipalElement {
  const value = map.get('Principal') ?? map.get('NotPrincipal');
  if (value === undefined || value.kind === 'absent') return { present: false, not: false, principals: [], origin };
  const about = { present: true, not: !map.has('Principal'), origin: value.origin };
  const kinds = asMap(value);
  if (kinds === undefined) {
    const text = asText(value);
    if (text === '*') return { ...about, principals: [{ type: '*', value }] };
    if (text !== undefined || value.kind === 'reference' || value.kind === 'text')
      return { ...about, principals: [{ type: 'AWS', value }] };
    return { ...about, principals: [], open: openOf(value, 'What stands here is not a principal.') };
  }
  const principals: Principal[] = [];
  let open: Unknown | undefined;
  for (const [kind, members] of kinds) {
    const type = principalTypes.find((known) => known === kind);
    const read = flatten(members);
    open ??= read.open;
    if (type !== undefined) for (const member of read.values) principals.push({ type, value: member });
  }
  return { ...about, principals, ...(open === undefined ? {} : { open }) };
}

const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

function readConditions(value: Value | undefined): { conditions: readonly Condition[]; open?: Unknown } {
  if (value === undefined || value.kind === 'absent') return { conditions: [] };
  const operators = asMap(value);
  if (operators === undefined) return { conditions: [], open: openOf(value, 'This condition is not a map.') };
  const conditions: Condition[] = [];
  let open: Unknown | undefined;
  for (const [operator, block] of operators) {
    const keys = asMap(block);
    if (keys === undefined) {
      if (block.kind !== 'absent') open ??= openOf(block, 'This condition is not a map.');
      continue;
    }
    for (const [key, values] of keys) conditions.push({ operator, key, ...flatten(values), origin: values.origin });
  }
  return { conditions, ...(open === undefined ? {} : { open }) };
}

function openOf(value: Value, otherwise: string): Unknown {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'choice') {
    return {
      kind: 'unknown',
      cause: 'parameter',
      reason: `It depends on ${value.options.map((option) => option.when).join(' or ')}.`,
      origin: value.origin,
    };
  }
  return {
    kind: 'unknown',
    cause: value.kind === 'known' ? 'invalid' : 'attribute',
    reason: otherwise,
    origin: value.origin,
  };
}
