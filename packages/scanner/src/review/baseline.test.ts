import type { ReportFinding } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { openUrl, orderServiceReport, withFindings } from '../reports/order-service-report.fixture.ts';
import { baselineOf, compareWithBaseline, parseBaseline, renderBaseline, type Baseline } from './baseline.ts';

const baseline: Baseline = baselineOf(orderServiceReport);
const states = (findings: readonly ReportFinding[]) => findings.map((finding) => finding.baseline);

describe('a baseline', () => {
  it('survives being written and read', () => {
    expect(parseBaseline(renderBaseline(baseline))).toEqual(baseline);
  });

  it('knows what it holds, counts only the rest, and says what is gone', () => {
    const known = compareWithBaseline(orderServiceReport, baseline);
    const open = known.report.findings.filter((finding) => finding.suppressed === null);
    expect(new Set(states(open))).toEqual(new Set(['known']));
    expect(known.report.summary.findings).toEqual({ critical: 0, high: 0, medium: 0, low: 0, info: 0 });
    expect(compareWithBaseline(withFindings([]), baseline).gone).toEqual(baseline.findings);
  });

  it('tells what became worse from what is new', () => {
    const milder: Baseline = {
      ...baseline,
      findings: [{ fingerprint: openUrl.fingerprint, check: openUrl.check, subject: openUrl.subject, severity: 'low' }],
    };
    const other = { ...openUrl, fingerprint: 'another' };
    const { report } = compareWithBaseline(withFindings([{ ...openUrl, severity: 'critical' }, other]), milder);
    expect(states(report.findings)).toEqual(['worse', 'new']);
  });

  it.each([
    '',
    '[]',
    '{"schema":"leastwise.baseline/2","findings":[]}',
    '{"schema":"leastwise.baseline/1","findings":[{}]}',
  ])('refuses %j in words', (text) => {
    expect(parseBaseline(text)).toMatch(/^It is |^One of /);
  });
});
