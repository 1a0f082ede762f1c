import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { openUrl, orderServiceReport, plainContext, withFindings } from '../order-service-report.fixture.ts';
import { renderSarif } from './render-sarif.ts';

/** The schema of OASIS, as Microsoft ships it. It is draft 04 in name, and uses nothing that draft 07 reads otherwise. */
function validator() {
  const require = createRequire(import.meta.url);
  const {
    $schema: _,
    id: __,
    ...schema
  } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly { readonly id: string; readonly properties: Record<string, unknown> }[];
        };
      };
      readonly results: readonly Record<string, unknown>[];
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean;
          readonly toolExecutionNotifications: readonly { descriptor: { id: string } }[];
        },
      ];
    },
  ];
}

const parse = (text: string): Log['runs'][0] => (JSON.parse(text) as Log).runs[0];

describe('SARIF', () => {
  it('shows an order service, and is what the standard says', async () => {
    const text = await renderSarif(orderServiceReport, plainContext);
    const valid = validator();
    valid(JSON.parse(text));
    expect(valid.errors ?? []).toEqual([]);
    expect(text).toMatchSnapshot();
  });

  it('lets GitHub follow an alert by our fingerprint', async () => {
    const [first] = parse(await renderSarif(orderServiceReport, plainContext)).results;
    expect(first?.['partialFingerprints']).toEqual({ primaryLocationLineHash: '0123456789abcdef:1' });
  });

  it('carries what somebody accepted as suppressed', async () => {
    const accepted = {
      ...openUrl,
      suppressed: { by: 'leastwise.yaml', reason: 'The code checks a signature.', until: null },
    };
    const [first] = parse(await renderSarif(withFindings([accepted]), plainContext)).results;
    expect(first?.['suppressions']).toEqual([
      { kind: 'external', status: 'accepted', justification: 'The code checks a signature.' },
    ]);
  });

  it('keeps the gravest 25,000 and says so', async () => {
    const findings = Array.from({ length: 25_010 }, (_, index) => ({
      ...openUrl,
      fingerprint: String(index),
      evidence: [],
    }));
    const run = parse(await renderSarif(withFindings(findings), plainContext));
    expect(run.results.length).toBe(25_000);
    expect(run.invocations[0].toolExecutionNotifications.map((one) => one.descriptor.id)).toContain('results-cut');
  });

  it('says when not everything was read', async () => {
    const diagnostic = {
      code: 'template-yaml-invalid',
      message: 'No YAML.',
      location: openUrl.location,
      hint: '',
      effect: 'incomplete' as const,
    };
    const inputs = orderServiceReport.inputs.map((input) => ({ ...input, diagnostics: [diagnostic] }));
    const run = parse(await renderSarif({ ...orderServiceReport, inputs }, plainContext));
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications[0]?.descriptor.id).toBe('template-yaml-invalid');
  });

  it('writes paths as addresses', async () => {
    const odd = { ...openUrl, location: { ...openUrl.location, file: 'my app/größe #1.yaml' } };
    expect(await renderSarif(withFindings([odd]), plainContext)).toContain(
      '"uri": "my%20app/gr%C3%B6%C3%9Fe%20%231.yaml"',
    );
  });
});
