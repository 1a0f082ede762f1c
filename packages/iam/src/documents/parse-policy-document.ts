import { isConditionOperator } from '../conditions/operator-name.ts';
import type {
  ConditionBlock,
  ParsedPolicyDocument,
  PolicyDocument,
  PolicyProblem,
  PolicyProblemCode,
  PolicyVersion,
  Principal,
  Statement,
} from './policy-document.ts';

/** Longer than any ARN (2,048) and any quota of AWS leaves room for; keeps matching from being made slow. */
const LONGEST_VALUE = 4096;
const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/**
 * Reads a policy document from JSON (or from its text), as far as it can be read. Never throws: what is wrong is a coded
 * problem with its path. A statement that cannot be understood is left out and named in `unreadable`.
 */
export function parsePolicyDocument(json: unknown): ParsedPolicyDocument {
  const problems: PolicyProblem[] = [];
  const say = (code: PolicyProblemCode, path: string, message: string): undefined => {
    problems.push({ code, message, path });
  };
  const source = typeof json === 'string' ? fromText(json) : json;
  if (!isRecord(source)) {
    say('not-a-document', '', 'A policy document is a JSON object with the elements Version and Statement.');
    return { document: { Version: '2008-10-17', Statement: [] }, problems, unreadable: [0] };
  }
  const given = source['Statement'];
  if (given === undefined) say('no-statement', 'Statement', 'The document has no Statement element.');
  const list = given === undefined ? [] : Array.isArray(given) ? given : [given];
  const Statement: Statement[] = [];
  const unreadable: number[] = [];
  list.forEach((item: unknown, index) => {
    const read = parseStatement(item, `Statement[${index}]`, say);
    if (read === undefined) unreadable.push(index);
    else Statement.push(read);
  });
  const Id = source['Id'];
  const document: PolicyDocument = {
    Version: versionOf(source['Version'], say),
    ...(typeof Id === 'string' ? { Id } : {}),
    Statement,
  };
  return { document, problems, unreadable };
}

type Say = (code: PolicyProblemCode, path: string, message: string) => undefined;

function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function versionOf(given: unknown, say: Say): PolicyVersion {
  if (given === '2012-10-17' || given === '2008-10-17') return given;
  if (given !== undefined) say('unknown-version', 'Version', 'The versions are 2012-10-17 and 2008-10-17.');
  return '2008-10-17';
}

function parseStatement(item: unknown, path: string, say: Say): Statement | undefined {
  if (!isRecord(item)) return say('not-a-statement', path, 'A statement is a JSON object.');
  for (const name of Object.keys(item)) {
    if (!elements.includes(name))
      say('unknown-element', `${path}.${name}`, `A statement has no element ${quoted(name)}.`);
  }
  const { Effect, Sid } = item;
  if (Effect !== 'Allow' && Effect !== 'Deny') {
    return say('wrong-effect', `${path}.Effect`, 'Effect is "Allow" or "Deny", in this letter case.');
  }
  if (item['Action'] === undefined && item['NotAction'] === undefined) {
    return say('no-action', path, 'A statement has an Action or a NotAction element.');
  }
  for (const name of ['Action', 'Resource', 'Principal']) {
    if (item[name] === undefined || item[`Not${name}`] === undefined) continue;
    return say('conflicting-elements', path, `A statement has ${name} or Not${name}, not both.`);
  }
  const read = {
    Action: textsOf(item, 'Action', 'wrong-action', path, say),
    NotAction: textsOf(item, 'NotAction', 'wrong-action', path, say),
    Resource: textsOf(item, 'Resource', 'wrong-resource', path, say),
    NotResource: textsOf(item, 'NotResource', 'wrong-resource', path, say),
    Principal: principalOf(item['Principal'], `${path}.Principal`, say),
    NotPrincipal: principalOf(item['NotPrincipal'], `${path}.NotPrincipal`, say),
    Condition: conditionOf(item['Condition'], `${path}.Condition`, say),
  };
  const present = Object.entries(read).filter(([, value]) => value !== absent);
  if (present.some(([, value]) => value === undefined)) return undefined;
  return { ...(typeof Sid === 'string' ? { Sid } : {}), Effect, ...Object.fromEntries(present) };
}

/** The element is not there; undefined is an element that could not be read. */
const absent = Symbol('absent');

function textsOf(
  item: Readonly<Record<string, unknown>>,
  name: string,
  code: PolicyProblemCode,
  path: string,
  say: Say,
): readonly string[] | undefined | typeof absent {
  if (item[name] === undefined) return absent;
  return texts(item[name], code, `${path}.${name}`, say);
}

function texts(given: unknown, code: PolicyProblemCode, path: string, say: Say): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (!list.every((value) => typeof value === 'string')) {
    return say(code, path, 'The element is a text or a list of texts.');
  }
  if (list.some((value) => value.length > LONGEST_VALUE)) {
    return say('too-long', path, `A value is longer than ${LONGEST_VALUE} characters.`);
  }
  return list;
}

function principalOf(given: unknown, path: string, say: Say): Principal | undefined | typeof absent {
  if (given === undefined) return absent;
  if (given === '*') return { AWS: ['*'] };
  const wrong = 'A principal is "*" or an object of AWS, Service, Federated and CanonicalUser.';
  if (!isRecord(given)) return say('wrong-principal', path, wrong);
  const read: { [type in (typeof principalTypes)[number]]?: readonly string[] } = {};
  for (const [name, value] of Object.entries(given)) {
    const type = principalTypes.find((known) => known === name);
    if (type === undefined) return say('wrong-principal', `${path}.${name}`, wrong);
    const accounts = typeof value === 'number' ? String(value) : value;
    const list = texts(accounts, 'wrong-principal', `${path}.${name}`, say);
    if (list === undefined) return undefined;
    read[type] = list;
  }
  return read;
}

function conditionOf(given: unknown, path: string, say: Say): ConditionBlock | undefined | typeof absent {
  if (given === undefined) return absent;
  if (!isRecord(given)) return say('wrong-condition', path, 'Condition is an object of operators.');
  const operators: [string, ConditionBlock[string]][] = [];
  for (const [operator, keys] of Object.entries(given)) {
    const at = `${path}.${operator}`;
    if (!isRecord(keys)) return say('wrong-condition', at, 'An operator holds an object of context keys.');
    // The evaluation says Unknown for it: only AWS knows what it would do.
    if (!isConditionOperator(operator)) say('unknown-operator', at, `IAM has no operator ${quoted(operator)}.`);
    const values: [string, readonly string[]][] = [];
    for (const [key, value] of Object.entries(keys)) {
      const list: readonly unknown[] = Array.isArray(value) ? value : [value];
      const plain = list.map((one) => (typeof one === 'number' || typeof one === 'boolean' ? String(one) : one));
      const read = texts(plain, 'wrong-condition', `${at}.${key}`, say);
      if (read === undefined) return undefined;
      values.push([key, read]);
    }
    operators.push([operator, Object.fromEntries(values)]);
  }
  return Object.fromEntries(operators);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
