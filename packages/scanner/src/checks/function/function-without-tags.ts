import { defineCheck, fail, open, pass } from '../define-check.ts';
import { append } from '../fix-intents.ts';

export default defineCheck({
  name: 'function-without-tags',
  title: 'The function has no tags',
  area: 'function',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [19],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-11'], cwe: [1059], kics: ['cfn:8df8e857', 'sam:a71ecabe', 'sls:f99d3482'] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { tags } = subject.facet;
    if (tags.open !== undefined) return open('tags of the function', tags.open, estate);
    // SAM marks every function of its own.
    const written = tags.items.filter(
      (tag) => !(tag.key.kind === 'known' && /^(?:lambda:createdBy|aws:)/.test(tag.key.value)),
    );
    if (written.length > 0) return pass;
    return fail(subject.keyRange, `${subject.name} has no tags: nobody can tell whose it is or what it costs.`, {
      fix: {
        summary: 'add tags for owner and purpose',
        edit: [append(subject, 'tags', { Key: 'application', Value: { $pseudo: 'StackName' } })],
      },
    });
  },
});
