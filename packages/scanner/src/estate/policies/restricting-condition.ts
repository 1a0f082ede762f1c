import type { Unknown, Value } from '@leastwise/model';
import type { Condition, Statement } from './policy-document.ts';
import { hole, spellPattern } from './spell-pattern.ts';

/**
 * Whether the conditions of a statement keep out callers that nobody named, by what S3 calls "public":
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 * A key that says who or from where, compared with a fixed value, restricts. Encryption, time, prefixes, Referer and
 * user agent do not: anyone can meet them.
 */
export type Restriction = 'restricts' | 'none' | { readonly unknown: Unknown };

export function callerRestriction(statement: Statement): Restriction {
  let open: Unknown | undefined;
  for (const condition of statement.conditions) {
    const answer = judge(condition, requiredKeys(statement));
    if (answer === 'restricts') return 'restricts';
    if (answer !== 'none') open ??= answer.unknown;
  }
  open ??= statement.conditionsOpen;
  return open === undefined ? 'none' : { unknown: open };
}

/** Keys that say who calls or from where; in lower case, as the platform compares keys. */
const callerKeys: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceowner',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:principalisawsservice',
  'aws:userid',
  'aws:username',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
  's3:accesspointarn',
  'kms:calleraccount',
  'sns:endpoint',
  'elasticfilesystem:accesspointarn',
  'elasticfilesystem:accessedviamounttarget',
  'lambda:sourcefunctionarn',
  'events:creatoraccount',
  'es:sourceip',
]);

interface Comparison {
  readonly literal: boolean;
  readonly kind: 'string' | 'arn' | 'ip' | 'bool';
}

/** Operators that keep the callers in; negated ones keep some out and let the world in. */
const comparisons: Readonly<Record<string, Comparison>> = {
  stringequals: { literal: true, kind: 'string' },
  stringequalsignorecase: { literal: true, kind: 'string' },
  stringlike: { literal: false, kind: 'string' },
  arnequals: { literal: false, kind: 'arn' },
  arnlike: { literal: false, kind: 'arn' },
  ipaddress: { literal: false, kind: 'ip' },
  bool: { literal: true, kind: 'bool' },
};

function judge(condition: Condition, required: ReadonlySet<string>): Restriction {
  const key = condition.key.toLowerCase();
  if (!callerKeys.has(key)) return 'none';
  const written = condition.operator.toLowerCase();
  // Without the key in the request both forms are met, and a caller from outside sends none.
  if (written.startsWith('forallvalues:') && !required.has(key)) return 'none';
  const ifExists = written.endsWith('ifexists');
  if (ifExists && !required.has(key) && key !== 'aws:sourceip') return 'none';
  const comparison = comparisons[written.replace(/^for(all|any)values?:/, '').replace(/ifexists$/, '')];
  if (comparison === undefined) return 'none';
  if (condition.open !== undefined && !comparison.literal) return { unknown: condition.open };
  if (condition.values.length === 0) return condition.open === undefined ? 'none' : 'restricts';
  return worst(condition.values.map((value) => judgeValue(value, comparison, key)));
}

/** Several values are joined by "or": one that admits everyone is enough. */
function worst(answers: readonly Restriction[]): Restriction {
  if (answers.includes('none')) return 'none';
  return answers.find((answer) => typeof answer === 'object') ?? 'restricts';
}

function judgeValue(value: Value, comparison: Comparison, key: string): Restriction {
  if (value.kind === 'reference') return 'restricts';
  if (value.kind === 'unknown') {
    // Whatever the text will be, it is compared as it stands; and the platform fills in pseudo parameters with one name.
    return comparison.literal || value.cause === 'pseudo' || value.cause === 'attribute'
      ? 'restricts'
      : { unknown: value };
  }
  const text = spellPattern(value);
  if (text === undefined) return 'restricts';
  if (text === '' || text.includes('${')) return 'none';
  switch (comparison.kind) {
    case 'bool':
      return text === 'true' ? 'restricts' : 'none';
    case 'ip':
      return wideNetwork(text) ? 'none' : 'restricts';
    case 'arn':
      return fixedArn(text) ? 'restricts' : 'none';
    case 'string':
      if (key === 'aws:sourceip') return 'none';
      if (comparison.literal) return 'restricts';
      return text.startsWith('arn:')
        ? fixedArn(text)
          ? 'restricts'
          : 'none'
        : fixedStart(text, key)
          ? 'restricts'
          : 'none';
  }
}

/** S3 counts ranges wider than /8 (IPv4) and /32 (IPv6) as everyone. */
function wideNetwork(range: string): boolean {
  const [address, bits] = range.split('/');
  if (bits === undefined || address === undefined) return false;
  return Number(bits) < (address.includes(':') ? 32 : 8);
}

/** An ARN whose account is fixed, or whose name is where the service writes no account (`arn:aws:s3:::photos`). */
function fixedArn(pattern: string): boolean {
  const parts = pattern.split(':');
  if (parts.length < 6) return pattern === hole || (pattern.startsWith(hole) && !/^\uFFFC?[*?]+$/.test(pattern));
  const account = parts[4] ?? '';
  const resource = parts.slice(5).join(':');
  if (account !== '' && !/[*?]/.test(account)) return true;
  return account === '' && parts[2] === 's3' && !/^[*?]/.test(resource);
}

/** `o-a1b2*` still says whose; `o-*`, `*` and role ids with a wildcard in front do not. */
function fixedStart(pattern: string, key: string): boolean {
  if (key === 'aws:userid') return !/^[*?]/.test(pattern);
  if (key === 'aws:principalorgpaths' || key === 'aws:sourceorgpaths') return /^o-[a-z0-9\uFFFC]+\//.test(pattern);
  return !/[*?]/.test(pattern);
}

/** Keys that `Null: {key: false}` asks to be there. */
function requiredKeys(statement: Statement): ReadonlySet<string> {
  const required = new Set<string>();
  for (const condition of statement.conditions) {
    if (condition.operator.toLowerCase() !== 'null') continue;
    if (condition.values.every((value) => spellPattern(value) === 'false')) required.add(condition.key.toLowerCase());
  }
  return required;
}
