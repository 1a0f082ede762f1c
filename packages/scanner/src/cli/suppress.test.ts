import type { Finding } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { suppress } from './suppress.ts';

const finding = (check: string, subject: string): Finding => ({
  fingerprint: check + subject,
  check,
  title: '',
  severity: 'high',
  confidence: 'high',
  subject,
  functions: [],
  at: { file: 'template.yaml', start: 0, end: 1 },
  evidence: [],
  fix: { kind: 'none', summary: '' },
  mappings: {},
});
const url = finding('function-url-without-auth', 'aws:template.yaml#/WebhookUrl');
const accept = { check: 'function-url-without-auth', reason: 'The code checks a signature.', until: '2027-03-01' };

describe('a suppression', () => {
  it('holds until its last day, and keeps its reason', () => {
    const { findings, diagnostics } = suppress([url], [accept], '2027-03-01', 'leastwise.yaml');
    expect(findings[0]?.suppressed).toEqual({ by: 'leastwise.yaml', reason: accept.reason, until: '2027-03-01' });
    expect(diagnostics).toEqual([]);
  });

  it('ends on the day after, and says so', () => {
    const { findings, diagnostics } = suppress([url], [accept], '2027-03-02', 'leastwise.yaml');
    expect(findings[0]?.suppressed).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['suppression-expired']);
  });

  it('that matches nothing is told', () => {
    const other = { ...accept, check: 'deprecated-runtime' };
    expect(suppress([url], [other], '2027-01-01', 'leastwise.yaml').diagnostics.map(({ code }) => code)).toEqual([
      'suppression-unused',
    ]);
  });

  it.each([
    ['WebhookUrl', true],
    ['aws:template.yaml#/WebhookUrl', true],
    ['aws:template.yaml#/Web*', true],
    ['Url', false],
    ['OtherUrl', false],
  ])('for the subject %s applies to the webhook: %s', (subject, applies) => {
    const [marked] = suppress([url], [{ ...accept, subject }], '2027-01-01', 'leastwise.yaml').findings;
    expect(marked?.suppressed !== undefined).toBe(applies);
  });
});
