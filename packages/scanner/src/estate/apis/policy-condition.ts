import { asList, asMap, asText, describe, type Value } from '@leastwise/model';

/** What the condition of a statement does to who gets through. */
export interface ConditionReach {
  /** `none`: there is none. `trivial`: it asks only what every caller can do, such as TLS. */
  readonly kind: 'none' | 'trivial' | 'some' | 'unknown';
  /** On an Allow statement: the kind of requirement that it makes. */
  readonly allows?: 'network' | 'resource-policy';
  /** On a Deny statement: the requirement that it makes; without it the statement narrows too little to count. */
  readonly denies?: 'network' | 'resource-policy';
  /** The keys in words: `aws:SourceVpce`. */
  readonly words: string;
}

const networkKeys = ['aws:sourcevpce', 'aws:sourcevpc', 'aws:vpcsourceip'];
/** Operators that hold for all but those named: a Deny with one of them admits only those named. */
const negated = /^(foranyvalue:|forallvalues:)?(not|stringnot|arnnot)/i;

export function conditionReach(condition: Value): ConditionReach {
  if (condition.kind === 'absent') return { kind: 'none', words: '' };
  const operators = asMap(condition);
  if (operators === undefined) return { kind: 'unknown', words: '' };
  const narrowing: { key: string; negated: boolean }[] = [];
  for (const [operator, block] of operators) {
    const keys = asMap(block);
    if (keys === undefined) return { kind: 'unknown', words: '' };
    for (const [key, value] of keys) {
      if (narrows(operator, key, value))
        narrowing.push({ key, negated: negated.test(operator) || isMissing(operator, value) });
    }
  }
  // A condition that holds for every caller (any address, TLS) is as good as none on an Allow.
  if (narrowing.length === 0) return { kind: operators.size === 0 ? 'none' : 'trivial', words: '' };
  const isNetwork = narrowing.some(({ key }) => networkKeys.includes(key.toLowerCase()));
  const requirement = isNetwork ? 'network' : 'resource-policy';
  return {
    kind: 'some',
    allows: requirement,
    ...(narrowing.every((entry) => entry.negated) ? { denies: requirement } : {}),
    words: `The resource policy asks for ${[...new Set(narrowing.map(({ key }) => key))].join(' and ')}.`,
  };
}

/** Keys about the call, not the caller: a stranger waits for the hour, or writes the header. */
const metByAnyone: ReadonlySet<string> = new Set([
  'aws:securetransport',
  'aws:viaawsservice',
  'aws:currenttime',
  'aws:epochtime',
  'aws:referer',
  'aws:useragent',
  'aws:requestedregion',
]);

function narrows(operator: string, key: string, value: Value): boolean {
  const name = key.toLowerCase();
  if (metByAnyone.has(name)) return false;
  const items = (asList(value) ?? [value]).map((item) => asText(item) ?? describe(item));
  if (/^ipaddress/i.test(operator) && items.some((item) => item === '0.0.0.0/0' || item === '::/0')) return false;
  return !(/like$/i.test(operator) && items.includes('*'));
}

/** `Null: {aws:SourceVpce: true}` holds for all who come without one. */
function isMissing(operator: string, value: Value): boolean {
  return /^null$/i.test(operator) && asText(value)?.toLowerCase() === 'true';
}
