import { describe, expect, it } from 'vitest';
import { factsOf } from './facts-of.fixture.ts';
import {
  javascriptRewritings,
  javascriptWeaknesses,
  pythonRewritings,
  pythonWeaknesses,
} from './metamorphic-cases.fixture.ts';

describe.each([
  ['JavaScript', javascriptWeaknesses, javascriptRewritings],
  ['Python', pythonWeaknesses, pythonRewritings],
])('%s', (_, weaknesses, rewritings) => {
  describe.each(weaknesses)('made of data: $title', (weakness) => {
    it.each(Object.entries(rewritings))('is found as %s', (_name, rewrite) => {
      const { flows } = factsOf(rewrite(weakness, weakness.bad));
      expect(flows.map((flow) => flow.class)).toContain(weakness.class);
    });

    it.each(Object.entries(rewritings))('is silent when repaired as %s', (_name, rewrite) => {
      const { flows } = factsOf(rewrite(weakness, weakness.good));
      expect(flows.map((flow) => flow.class)).not.toContain(weakness.class);
    });
  });
});
