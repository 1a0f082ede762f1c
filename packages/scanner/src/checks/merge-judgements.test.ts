import type { Assignment, Finding } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import type { Judgement } from './judge.ts';
import { mergeJudgements } from './merge-judgements.ts';

const world = (label: string, isDefault = false): Assignment => ({ label, conditions: new Map(), isDefault });
const judged = (...fingerprints: string[]): Judgement => ({
  findings: fingerprints.map((fingerprint): Finding => ({
    fingerprint,
    check: 'public-bucket',
    title: '',
    severity: 'high',
    confidence: 'high',
    subject: 'aws:template.yaml#/Invoices',
    functions: [],
    at: { file: 'template.yaml', start: 0, end: 1 },
    evidence: [],
    fix: { kind: 'none', summary: '' },
    mappings: {},
  })),
  questions: [],
  tallies: new Map([['public-bucket', { evaluated: fingerprints.length, unknown: 0, failed: fingerprints.length }]]),
  diagnostics: [],
});

describe('what holds in several worlds', () => {
  const dev = { assignment: world('', true), judgement: judged('everywhere', 'by-default') };
  const prod = { assignment: world('Stage=prod'), judgement: judged('everywhere', 'prod-only', 'another') };
  const merged = mergeJudgements([dev, prod]);
  const of = (fingerprint: string): Finding | undefined =>
    merged.findings.find((finding) => finding.fingerprint === fingerprint);

  it('needs no condition when it holds in all', () => {
    expect(of('everywhere')).toMatchObject({ confidence: 'high' });
    expect(of('everywhere')?.when).toBeUndefined();
  });

  it('is as sure as before when the default leads to it', () => {
    expect(of('by-default')).toMatchObject({ confidence: 'high', when: 'by default' });
  });

  it('is less sure, and says when, where no default leads', () => {
    expect(of('prod-only')).toMatchObject({ confidence: 'medium', when: 'Stage=prod' });
  });

  it('counts a subject once, however many worlds have it', () => {
    expect(merged.tallies.get('public-bucket')).toEqual({ evaluated: 3, unknown: 0, failed: 3 });
  });
});
