import { asList, asMap, member, type SourceRange, type Value } from '@leastwise/model';
import { known, unknown } from '../../../cloudformation/values.ts';
import { decodeText, encodedAs } from '../../evaluate/encoded-text.ts';
import { plainText } from '../../evaluate/functions/call.ts';
import type { ResourceInstance } from '../resource-instance.ts';
import type { DataAttribute } from './index.ts';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document */
export const policyDocumentAttribute: DataAttribute = (instance, name, at) => {
  if (name !== 'json' && name !== 'minified_json') return name === 'id' ? undefined : instance.argument(name);
  const document = documents.get(instance) ?? policyDocument(instance);
  documents.set(instance, document);
  if (document.kind !== 'known') return { ...document, origin: at };
  return { ...document, origin: at, via: [document.origin] };
};

/** One structure for all who refer to it. */
const documents = new WeakMap<ResourceInstance, Value>();

function policyDocument(instance: ResourceInstance): Value {
  const body = instance.body();
  const { origin } = body;
  const sources = [...documentsOf(body, 'source_policy_documents'), ...documentsOf(body, 'source_json')];
  const overrides = [...documentsOf(body, 'override_policy_documents'), ...documentsOf(body, 'override_json')];
  const written = member(body, 'statement');
  const own = asList(written)?.map(statementOf) ?? (written.kind === 'absent' ? [] : [openStatement(written)]);
  const statements: Value[] = [];
  for (const source of sources) statements.push(...statementsIn(source));
  // A statement replaces one of its own sid; what overrides does so as well, and else is added.
  for (const statement of own) place(statements, statement);
  for (const override of overrides) for (const statement of statementsIn(override)) place(statements, statement);
  const members: [string, Value][] = [['Version', argumentOr(body, 'version', '2012-10-17')]];
  const id = member(body, 'policy_id');
  if (id.kind !== 'absent') members.push(['Id', id]);
  members.push(['Statement', known(statements, origin)]);
  return encodedAs(known(new Map(members), origin));
}

function argumentOr(body: Value, name: string, fallback: string): Value {
  const value = member(body, name);
  return value.kind === 'absent' ? known(fallback, body.origin) : value;
}

function documentsOf(body: Value, name: string): readonly Value[] {
  const value = member(body, name);
  if (value.kind === 'absent') return [];
  return asList(value) ?? [value];
}

/** The statements of a document that another one takes over; one that is open stands for all that it may hold. */
function statementsIn(document: Value): readonly Value[] {
  if (document.kind === 'known' && plainText(document)?.trim() === '') return [];
  const structure = decodeText(document);
  if (structure === undefined) return [openStatement(document)];
  const statements = member(structure, 'Statement');
  return asList(statements) ?? (asMap(statements) === undefined ? [] : [statements]);
}

function openStatement(value: Value): Value {
  if (value.kind === 'unknown' || value.kind === 'choice') return value;
  return unknown('attribute', 'The statements of this policy are known only to a deployment.', value.origin);
}

function sidOf(statement: Value): string | undefined {
  const sid = plainText(member(statement, 'Sid'));
  return sid === undefined || sid === '' ? undefined : sid;
}

function place(statements: Value[], statement: Value): void {
  const sid = sidOf(statement);
  const at = sid === undefined ? -1 : statements.findIndex((each) => sidOf(each) === sid);
  if (at < 0) statements.push(statement);
  else statements[at] = statement;
}

const LISTS: readonly (readonly [string, string])[] = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
];

function statementOf(block: Value): Value {
  const map = asMap(block);
  if (map === undefined) return openStatement(block);
  const members = new Map<string, Value>();
  const sid = map.get('sid');
  if (sid !== undefined) members.set('Sid', sid);
  members.set('Effect', map.get('effect') ?? known('Allow', block.origin));
  for (const [argument, key] of LISTS) {
    const value = map.get(argument);
    if (value !== undefined && asList(value)?.length !== 0) members.set(key, value);
  }
  for (const [argument, key] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const value = map.get(argument);
    if (value !== undefined) members.set(key, principalsOf(value));
  }
  const conditions = map.get('condition');
  if (conditions !== undefined) members.set('Condition', conditionsOf(conditions));
  return known(members, block.origin);
}

/** `*` with `*` is everybody; blocks of one type are joined. */
function principalsOf(blocks: Value): Value {
  const list = asList(blocks);
  if (list === undefined) return blocks;
  const byType = new Map<string, Value>();
  for (const block of list) {
    const identifiers = member(block, 'identifiers');
    const type = plainText(member(block, 'type'));
    if (type === undefined) return openStatement(block);
    if (type === '*' && list.length === 1) {
      const [only] = asList(identifiers) ?? [];
      if (only !== undefined && plainText(only) === '*') return only;
    }
    const key = type === '*' ? 'AWS' : type;
    const before = byType.get(key);
    byType.set(key, before === undefined ? identifiers : joined(before, identifiers));
  }
  return known(byType, blocks.origin);
}

function joined(one: Value, other: Value): Value {
  const first = asList(one);
  const second = asList(other);
  if (first === undefined || second === undefined) return first === undefined ? one : other;
  return known([...first, ...second], one.origin);
}

function conditionsOf(blocks: Value): Value {
  const list = asList(blocks);
  if (list === undefined) return blocks;
  const byTest = new Map<string, Map<string, Value>>();
  const places = new Map<string, SourceRange>();
  for (const block of list) {
    const test = plainText(member(block, 'test'));
    const variable = plainText(member(block, 'variable'));
    if (test === undefined || variable === undefined) return openStatement(block);
    const tests = byTest.get(test) ?? new Map<string, Value>();
    byTest.set(test, tests);
    if (!places.has(test)) places.set(test, block.origin);
    const values = member(block, 'values');
    const before = tests.get(variable);
    tests.set(variable, before === undefined ? values : joined(before, values));
  }
  const entries = [...byTest].map(([test, tests]): [string, Value] => [
    test,
    known(tests, places.get(test) ?? blocks.origin),
  ]);
  return known(new Map(entries), blocks.origin);
}
