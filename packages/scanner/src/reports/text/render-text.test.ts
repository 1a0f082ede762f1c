import { stripVTControlCharacters } from 'node:util';
import { memoryTree, type Report, type ReportFinding } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import {
  hygiene,
  keyInEnvironment,
  oldRuntime,
  openUrl,
  orderServiceReport,
  plainContext,
  withFindings,
} from '../order-service-report.fixture.ts';
import { displayWidth } from './display-width.ts';
import { renderText } from './render-text.ts';

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

describe('the screen', () => {
  it('shows an order service by function, the most important last', async () => {
    expect(await renderText(orderServiceReport, plainContext)).toMatchSnapshot();
  });

  it.each([80, 100, 160])('fits %i columns', async (columns) => {
    const text = await renderText(orderServiceReport, { ...plainContext, columns });
    // The total stays one line, so that it can be found by a program.
    const lines = text.trimEnd().split('\n').slice(0, -1);
    expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
  });

  it('says with colour nothing that it does not say in words', async () => {
    const coloured = await renderText(orderServiceReport, { ...plainContext, colour: true });
    expect(coloured).not.toBe(stripVTControlCharacters(coloured));
    expect(stripVTControlCharacters(coloured)).toBe(await renderText(orderServiceReport, plainContext));
  });

  it('shows no secret, neither in the frame of its own finding nor beside another', async () => {
    const beside: ReportFinding = {
      ...openUrl,
      location: { ...openUrl.location, line: 9, endLine: 9, column: 18, endColumn: 22 },
    };
    const text = await renderText(withFindings([keyInEnvironment, beside]), plainContext);
    expect(text).toContain('PAYMENT_API_KEY: orde…61');
    expect(text).not.toContain('9f1c7a3be2d84460b5d07c61');
  });

  it('masks what a check of secrets points at, though the text looks harmless', async () => {
    const tree = memoryTree({ 'template.yaml': 'Parameters:\n  Greeting:\n    Default: blue-horse-battery-staple\n' });
    const finding: ReportFinding = {
      ...keyInEnvironment,
      location: { file: 'template.yaml', line: 3, column: 14, endLine: 3, endColumn: 39 },
    };
    const secrets = {
      name: 'secret-in-environment',
      area: 'secrets',
      title: 'A secret',
    } as (typeof plainContext.checks)[number];
    const text = await renderText(withFindings([finding]), { ...plainContext, tree, checks: [secrets] });
    expect(text).toContain('Default: blue…le');
    expect(text).not.toContain('horse');
  });

  it('prints no control character of a scanned file', async () => {
    const hostile = 'Order\u001b[2J\u202eService';
    const report = withFindings([{ ...openUrl, title: hostile }]);
    const functions = report.functions.map((entry) => ({ ...entry, name: hostile, application: hostile }));
    const text = await renderText({ ...report, functions }, plainContext);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
    expect(text).toContain('Order␛[2J�Service');
  });

  it('puts low findings of one check on many functions into one entry', async () => {
    const functions = Array.from({ length: 12 }, (_, index) => ({
      ...(orderServiceReport.functions[1] as Report['functions'][number]),
      id: `aws:template.yaml#/Job${index}`,
      name: `Job${index}`,
    }));
    const findings = functions.map((entry) => ({
      ...oldRuntime,
      subject: entry.id,
      functions: [entry.id],
      fingerprint: entry.id,
    }));
    const text = await renderText(withFindings(findings, { functions, unknowns: [] }), plainContext);
    expect(text.split('\n').length).toBeLessThan(10);
    expect(text).toContain('× 12');
  });
});

it('stays useful over many applications: what is grave is told, the rest named, one line an application', async () => {
  const functions = Array.from({ length: 900 }, (_, index) => ({
    ...(orderServiceReport.functions[0] as Report['functions'][number]),
    id: `aws:app${index}/template.yaml#/PlaceOrder`,
    application: `app${index}`,
  }));
  const inputs = functions.map((entry) => ({
    file: 'template.yaml',
    format: 'sam',
    application: entry.application,
    functions: 1,
    diagnostics: [],
  }));
  const findings = functions.map((entry, index) => ({
    ...(index === 0 ? openUrl : { ...oldRuntime, severity: 'medium' as const }),
    subject: entry.id,
    functions: [entry.id],
    fingerprint: entry.id,
  }));
  const text = await renderText(withFindings(findings, { functions, inputs, unknowns: [] }), plainContext);
  expect(text).toContain('app7  1 function · 1 medium: deprecated-runtime');
  expect(text).toContain('CRITICAL  Anyone on the internet can call the URL of PlaceOrder.');
  expect(text.split('\n').length).toBeLessThan(940);
});

describe('the last line', () => {
  it('counts findings, fixes and unknown values', async () => {
    const text = await renderText(orderServiceReport, plainContext);
    expect(lastLine(text)).toBe(
      '2 functions in 1 template · 1 critical, 1 high, 1 medium, 1 low · 3 can be fixed (1 safe) · 1 value unknown (--param Timeout=<value>)',
    );
    expect(text).toContain('1 finding below the level not shown (--level info)');
  });

  it('calls a scan clean only when all was read', async () => {
    expect(lastLine(await renderText(withFindings([], { unknowns: [] }), plainContext))).toBe(
      '2 functions in 1 template · no findings',
    );
  });

  it('says that nothing was scanned', async () => {
    const empty = withFindings([], { inputs: [], functions: [], resources: [], unknowns: [] });
    expect(lastLine(await renderText(empty, plainContext))).toBe('Nothing to scan: no template was found.');
  });

  it('says that not all was read', async () => {
    const diagnostic = {
      code: 'template-yaml-invalid',
      message: 'The template is no YAML.',
      location: openUrl.location,
      hint: 'Close the quote.',
      effect: 'incomplete' as const,
    };
    const inputs = orderServiceReport.inputs.map((input) => ({ ...input, diagnostics: [diagnostic] }));
    const text = await renderText(withFindings([], { inputs, unknowns: [] }), plainContext);
    expect(lastLine(text)).toBe('2 functions in 1 template · no findings in what was read · not read in full');
    expect(text).toContain(
      'Not read in full: 1 place\n  The template is no YAML.\n    Close the quote.\n    template.yaml:11:19\n    template-yaml-invalid\n',
    );
  });

  it('does not count what somebody accepted', async () => {
    const accepted = {
      ...openUrl,
      suppressed: { by: 'leastwise.yaml', reason: 'The code checks a signature.', until: '2027-01-01' },
    };
    const text = await renderText(withFindings([accepted, hygiene], { unknowns: [] }), plainContext);
    expect(text).toContain('1 suppressed');
    expect(lastLine(text)).toContain('no findings');
  });
});

it('counts every one of ten thousand findings', async () => {
  const findings = Array.from({ length: 10_000 }, (_, index) => ({
    ...[openUrl, keyInEnvironment, oldRuntime][index % 3]!,
    fingerprint: String(index),
    subject: `aws:template.yaml#/F${index % 1000}`,
  }));
  const text = await renderText(withFindings(findings), plainContext);
  expect(lastLine(text)).toContain('3,334 critical');
  expect(lastLine(text)).toContain('10,000 can be fixed');
});

describe('a frame beside a key of several lines', () => {
  const body = Array.from(
    { length: 6 },
    (_, index) => `${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'.slice(index)}Kx${index}7QpLm2Zt9Rw4Yb`,
  );
  // Put together here, so that no scanner takes this file for a key.
  const armour = (word: string): string => ['-----', word, ' PRIVATE ', 'KEY-----'].join('');
  const text = [
    'Key: |',
    ...[armour('BEGIN'), ...body, armour('END')].map((line) => `  ${line}`),
    'AuthType: NONE',
    '',
  ].join('\n');

  it.each([2, 3, 5, 8, 10])('shows nothing of it on line %i', async (line) => {
    const finding = {
      ...openUrl,
      evidence: [],
      location: { file: 'key.yaml', line, column: 1, endLine: line, endColumn: 6 },
    };
    const shown = await renderText(withFindings([finding]), {
      ...plainContext,
      tree: memoryTree({ 'key.yaml': text }),
    });
    for (const secret of body) expect(shown).not.toContain(secret.slice(8));
  });
});
