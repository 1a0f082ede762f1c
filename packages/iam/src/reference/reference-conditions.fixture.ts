/**
 * The conditions of IAM, written down a second time from the documentation, slowly and plainly: regular expressions instead of
 * tokens, lists instead of indexes, no compiled form, no knowledge of what is unknown. Shares no code with the evaluator.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export type ReferenceContext = {
  readonly [key: string]: string | number | boolean | readonly (string | number | boolean)[];
};

export function referenceConditionsHold(condition: unknown, context: ReferenceContext, hasVariables: boolean): boolean {
  for (const [operator, keys] of Object.entries((condition ?? {}) as Record<string, Record<string, unknown>>)) {
    for (const [key, expected] of Object.entries(keys)) {
      if (!oneHolds(operator, key, toList(expected), context, hasVariables)) return false;
    }
  }
  return true;
}

/** Undefined: a variable has no value. */
export function referenceGlob(pattern: string, context: ReferenceContext, hasVariables: boolean): RegExp | undefined {
  return toRegExp(pattern, context, hasVariables, true);
}

export function referenceValue(context: ReferenceContext, key: string): readonly string[] | undefined {
  const name = Object.keys(context).find((one) => one.toLowerCase() === key.toLowerCase());
  return name === undefined ? undefined : toList(context[name]).map(String);
}

function toList(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

function oneHolds(
  operator: string,
  key: string,
  expected: readonly string[],
  context: ReferenceContext,
  hasVariables: boolean,
): boolean {
  const actual = referenceValue(context, key);
  const isMissing = actual === undefined || actual.length === 0;
  let name = operator;
  if (name === 'Null') return expected.includes(String(isMissing));
  let set = '';
  for (const prefix of ['ForAllValues:', 'ForAnyValue:']) {
    if (name.startsWith(prefix)) {
      set = prefix;
      name = name.slice(prefix.length);
    }
  }
  const ifExists = name.endsWith('IfExists');
  if (ifExists) name = name.slice(0, -'IfExists'.length);
  if (actual === undefined && ifExists) return true;
  const isNegated = name.includes('Not');
  const base = name.replace('Not', '');
  const matches = (value: string): boolean => {
    if (!hasRightType(base, value)) return false;
    const equal = expected.some((one) => compare(base, value, one, context, hasVariables));
    return isNegated ? !equal : equal;
  };
  if (set === 'ForAllValues:') return (actual ?? []).every((value) => value === '' || matches(value));
  if (set === 'ForAnyValue:') return (actual ?? []).some(matches);
  if (isMissing) return isNegated || ifExists;
  return actual.length === 1 && matches(actual[0] ?? '');
}

function hasRightType(base: string, value: string): boolean {
  if (base.startsWith('Numeric')) return value.trim() !== '' && !Number.isNaN(Number(value));
  if (base.startsWith('Date')) return !Number.isNaN(toTime(value));
  if (base === 'IpAddress') return toBits(value.split('/')[0] ?? '') !== undefined;
  return true;
}

function compare(
  base: string,
  value: string,
  expected: string,
  context: ReferenceContext,
  hasVariables: boolean,
): boolean {
  switch (base) {
    case 'StringEquals':
      return toRegExp(expected, context, hasVariables, false)?.test(value) ?? false;
    case 'StringEqualsIgnoreCase':
      return (
        toRegExp(expected.toLowerCase(), lowered(context), hasVariables, false)?.test(value.toLowerCase()) ?? false
      );
    case 'StringLike':
      return toRegExp(expected, context, hasVariables, true)?.test(value) ?? false;
    case 'ArnEquals':
    case 'ArnLike':
      return arnLike(value, expected, context, hasVariables);
    case 'NumericEquals':
      return Number(value) === Number(expected);
    case 'NumericLessThan':
      return Number(value) < Number(expected);
    case 'NumericLessThanEquals':
      return Number(value) <= Number(expected);
    case 'NumericGreaterThan':
      return Number(value) > Number(expected);
    case 'NumericGreaterThanEquals':
      return Number(value) >= Number(expected);
    case 'DateEquals':
      return toTime(value) === toTime(expected);
    case 'DateLessThan':
      return toTime(value) < toTime(expected);
    case 'DateLessThanEquals':
      return toTime(value) <= toTime(expected);
    case 'DateGreaterThan':
      return toTime(value) > toTime(expected);
    case 'DateGreaterThanEquals':
      return toTime(value) >= toTime(expected);
    case 'Bool':
      return value.toLowerCase() === expected.toLowerCase();
    case 'BinaryEquals':
      return value.replace(/=+$/, '') === expected.replace(/=+$/, '');
    case 'IpAddress':
      return inNetwork(value, expected);
    default:
      throw new Error(`The reference knows no operator ${base}.`);
  }
}

function lowered(context: ReferenceContext): ReferenceContext {
  return Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, toList(value).map((one) => one.toLowerCase())]),
  );
}

function toRegExp(
  text: string,
  context: ReferenceContext,
  hasVariables: boolean,
  hasWildcards: boolean,
): RegExp | undefined {
  let source = '';
  let rest = text;
  while (rest !== '') {
    const variable = hasVariables ? /^\$\{([^}]*)\}/.exec(rest) : null;
    if (variable !== null) {
      const value = variableValue(variable[1] ?? '', context);
      if (value === undefined) return undefined;
      source += quote(value);
      rest = rest.slice(variable[0].length);
      continue;
    }
    const character = rest[0] ?? '';
    source += hasWildcards && character === '*' ? '[^]*' : hasWildcards && character === '?' ? '[^]' : quote(character);
    rest = rest.slice(1);
  }
  return new RegExp(`^${source}$`);
}

function variableValue(inside: string, context: ReferenceContext): string | undefined {
  if (['*', '?', '$'].includes(inside)) return inside;
  const [key = '', fallback] = inside.split(',').map((part) => part.trim());
  const value = referenceValue(context, key);
  if (value?.length === 1) return value[0];
  return fallback?.replaceAll("'", '');
}

function quote(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function arnLike(value: string, expected: string, context: ReferenceContext, hasVariables: boolean): boolean {
  if (expected === '*') return true;
  const filled = hasVariables
    ? expected.replaceAll(/\$\{([^}]*)\}/g, (_, inside: string) => variableValue(inside, context) ?? '\0')
    : expected;
  const patterns = sixParts(filled);
  const parts = sixParts(value);
  if (patterns.length !== 6 || parts.length !== 6) return false;
  return patterns.every((pattern, at) => toRegExp(pattern, {}, false, true)?.test(parts[at] ?? '') ?? false);
}

function sixParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function toTime(text: string): number {
  return /^\d{5,}$/.test(text) ? Number(text) * 1000 : new Date(text).getTime();
}

function inNetwork(value: string, network: string): boolean {
  const [base = '', length] = network.split('/');
  const address = toBits(value);
  const wanted = toBits(base);
  if (address === undefined || wanted === undefined || address.length !== wanted.length) return false;
  const prefix = length === undefined ? wanted.length : Number(length);
  return address.slice(0, prefix) === wanted.slice(0, prefix);
}

/** The address as a text of zeros and ones. */
function toBits(address: string): string | undefined {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) {
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  }
  if (!/^[\da-f:]+$/i.test(address) || !address.includes(':')) return undefined;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = new Array<string>(8 - front.length - back.length).fill('0');
  return [...front, ...middle, ...back].map((part) => Number.parseInt(part, 16).toString(2).padStart(16, '0')).join('');
}
