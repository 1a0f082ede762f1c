import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

export default defineCheck({
  name: 'secret-shared-by-functions',
  title: 'Several functions read one secret',
  area: 'secrets',
  subjects: ['secret'],
  severity: 'info',
  since: '0.1.0',
  rows: [286],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [653],
  },
  fix: 'none',
  evaluate(subject, { estate, facts }) {
    const readers = estate.edgesTo(subject.id, 'reads').flatMap((edge) => {
      const reader = estate.get(edge.from, 'function');
      return reader === undefined ? [] : [{ reader, at: edge.at, exposure: facts.exposure.of(reader.id) }];
    });
    if (readers.length === 0) return notApplicable;
    if (readers.length === 1) return pass;
    const mixed =
      readers.some(({ exposure }) => exposure === 'public' || exposure === 'public-sign-up') &&
      readers.some(({ exposure }) => exposure === 'internal');
    return fail(
      subject.keyRange,
      `${readers.length} functions read ${subject.name}${mixed ? ', some of them open to the internet and some not' : ''}: who takes one of them over acts as all.`,
      {
        ...(mixed ? { severity: 'low' as const } : {}),
        evidence: readers.map(({ reader, at, exposure }) => ({ at, message: `${reader.name} reads it (${exposure})` })),
        fix: { summary: 'give each function a user and a secret of its own' },
      },
    );
  },
});
