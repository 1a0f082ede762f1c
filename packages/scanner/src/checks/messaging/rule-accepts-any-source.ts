import { asList, asMap, asText, isAbsent, settled, type Value } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { ownAccount, set } from '../fix-intents.ts';

export default defineCheck({
  name: 'rule-accepts-any-source',
  title: 'The rule takes events from whoever may put them on the bus',
  area: 'messaging',
  subjects: ['rule'],
  severity: 'low',
  since: '0.1.0',
  rows: [256],
  mappings: { owasp: ['SAS-1', 'SAS-4'], csa: ['CSA-1'], cwe: [346] },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const { pattern, targets, state, bus } = subject.facet;
    if (isAbsent(pattern) || settled(state) === 'DISABLED') return notApplicable;
    if (!targets.items.some((target) => estate.functionOf(target.arn) !== undefined)) return notApplicable;
    const written = parsed(pattern);
    const map = asMap(written);
    if (map === undefined)
      return written.kind === 'known' ? notApplicable : open('event pattern of the rule', pattern, estate);
    const source = map.get('source');
    const account = map.get('account');
    for (const member of [source, account]) {
      if (member?.kind === 'unknown') return open('source in the event pattern', member, estate);
      if (member !== undefined && narrows(member)) return pass;
    }
    const node = estate.resolve(bus, 'event-bus');
    const outside = node === undefined ? 'internal' : facts.exposure.of(node.id);
    return fail(
      pattern.origin,
      `${subject.name} starts a function for events of any source: whoever may put events on the bus can make up one that fits.`,
      {
        severity:
          outside === 'public' || outside === 'public-sign-up'
            ? 'high'
            : outside === 'authenticated'
              ? 'medium'
              : 'low',
        fix: {
          summary: 'add source (and account on a shared bus) to the event pattern',
          edit: asMap(pattern) === undefined ? [] : [set(subject, 'pattern.account', [ownAccount])],
        },
      },
    );
  },
});

/** A pattern may also be written as JSON text. */
function parsed(pattern: Value): Value {
  const text = asText(pattern);
  if (text === undefined) return pattern;
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return pattern;
    return {
      kind: 'known',
      value: new Map(Object.entries(data).map(([key, inner]) => [key, plain(inner, pattern)])),
      origin: pattern.origin,
    };
  } catch {
    return pattern;
  }
}

function plain(data: unknown, at: Value): Value {
  if (Array.isArray(data)) return { kind: 'known', value: data.map((item) => plain(item, at)), origin: at.origin };
  if (typeof data === 'object' && data !== null) {
    return {
      kind: 'known',
      value: new Map(Object.entries(data).map(([key, inner]) => [key, plain(inner, at)])),
      origin: at.origin,
    };
  }
  return { kind: 'known', value: typeof data === 'string' ? data : String(data), origin: at.origin };
}

/** False for what every value meets: an empty prefix, `exists: true`, `anything-but` with something made up. */
function narrows(member: Value): boolean {
  const items = asList(member) ?? [member];
  return items.every((item) => {
    const test = asMap(item);
    if (test === undefined) return asText(item) !== '';
    if (test.has('exists') || test.has('anything-but')) return false;
    const prefix = test.get('prefix') ?? test.get('wildcard');
    return prefix === undefined || (asText(prefix) !== '' && asText(prefix) !== '*');
  });
}
