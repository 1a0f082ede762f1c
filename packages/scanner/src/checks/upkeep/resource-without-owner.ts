import { settled, type Value } from '@leastwise/model';
import type { Items } from '../../estate/mapping.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';

/** The tag keys that people use for an owner, without case, blanks and prefixes such as `company:`. */
const ownerKey =
  /(?:^|[:/_-])(?:owner|owned-?by|team|squad|contact|maintainer|responsible|service-?owner|cost-?cent(?:er|re))$/i;

export default defineCheck({
  name: 'resource-without-owner',
  title: 'Nobody is named as the owner',
  area: 'upkeep',
  subjects: ['function', 'bucket', 'queue', 'topic', 'table', 'stream', 'state-machine', 'secret'],
  severity: 'info',
  since: '0.1.0',
  rows: [289],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-11'], cwe: [1059] },
  fix: 'none',
  evaluate(subject, { estate }) {
    const tags: Items<{ readonly key: Value<string> }> = subject.facet.tags;
    if (tags.items.some((tag) => ownerKey.test((settled(tag.key) ?? '').replaceAll(' ', '')))) return pass;
    if (tags.open !== undefined) return open(`tags of ${subject.name}`, tags.open, estate);
    const unknown = tags.items.find((tag) => tag.key.kind === 'unknown');
    if (unknown !== undefined) return open(`tags of ${subject.name}`, unknown.key, estate);
    return fail(subject.keyRange, `No tag of ${subject.name} says whose it is.`, {
      fix: { summary: 'add a tag owner or team' },
    });
  },
});
