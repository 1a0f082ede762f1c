import { describe, expect, it } from 'vitest';
import { findSecrets } from '../find-secrets.ts';
import type { RuleSample } from '../secret-rule.ts';
import { secretRules } from './index.ts';

const candidate = (sample: RuleSample): { text: string; name?: string } => ({
  text: sample.parts.join(''),
  ...(sample.name === undefined ? {} : { name: sample.name }),
});

describe('every secret rule', () => {
  for (const rule of secretRules) {
    const label = rule.names ? `${rule.id} by name` : rule.id;
    it(`${label} finds its example, alone and inside a document`, () => {
      const sample = candidate(rule.positive);
      expect(findSecrets(sample).map((each) => each.kind)).toContain(rule.id);
      const around = 'an order was placed; '.repeat(2000);
      const embedded = sample.name !== undefined ? `${sample.name}=${sample.text}` : sample.text;
      expect(findSecrets({ text: `${around} ${embedded} \n${around}` }).map((each) => each.kind)).toContain(rule.id);
    });

    it(`${label} leaves its counter-example alone`, () => {
      expect(findSecrets(candidate(rule.negative)).map((each) => each.kind)).not.toContain(rule.id);
    });

    it(`${label} is global, bounded and names its source`, () => {
      expect(rule.pattern.flags).toContain('g');
      expect(rule.pattern.source.replace(/\[[^\]]*\]/g, 'c')).not.toMatch(/c[*+](?!\?)|\.[*+]|\\[wsSdD][*+]/);
      expect(rule.source).toMatch(/^https:\/\//);
      expect(rule.keywords.every((word) => word === word.toLowerCase() && /^[\x20-\x7e]+$/.test(word))).toBe(true);
    });
  }
});
