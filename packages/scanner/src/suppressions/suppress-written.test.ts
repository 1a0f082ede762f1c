import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../checks/index.ts';
import { defaultSettings } from '../checks/settings.ts';
import { readApplications } from '../readers/read-applications.ts';
import { scan } from '../scan.ts';
import { subjectsOf } from './subjects-of.ts';
import { suppressWritten } from './suppress-written.ts';

const hook = (above = '', inside = '', metadata = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
${above}  Webhook:
    Type: AWS::Serverless::Function
${metadata}    Properties:
${inside}      Runtime: nodejs16.x
      Handler: hooks.receive
      CodeUri: s3://releases/hooks.zip
      FunctionUrlConfig:
        AuthType: NONE
`;

function suppressed(template: string, asOf = '2026-11-20') {
  const tree = memoryTree({ 'template.yaml': template });
  const inputs = { parameters: new Map(), applications: [] };
  const { applications } = readApplications(tree, { files: ['template.yaml'], builtFiles: [] }, inputs);
  const [application] = scan({ tree, applications, checks: allChecks, settings: { ...defaultSettings, asOf } });
  if (application === undefined) throw new Error('The template is no application.');
  const { findings, diagnostics } = suppressWritten(application.judgement.findings, {
    tree,
    files: ['template.yaml'],
    subjects: subjectsOf(application),
    checks: allChecks,
    asOf,
  });
  const accepted = findings.flatMap((finding) =>
    finding.suppressed === undefined ? [] : [{ check: finding.check, ...finding.suppressed }],
  );
  return { accepted, codes: diagnostics.map(({ code }) => code) };
}

describe('a comment beside a resource', () => {
  const words = 'leastwise-ignore function-url-without-auth until=2027-03-01 reason="The partner signs each call."';

  it.each([
    ['above the resource', hook(`  # ${words}\n`)],
    ['inside the resource', hook('', `      # ${words}\n`)],
    ['on the line of the finding', hook().replace('AuthType: NONE', `AuthType: NONE # ${words}`)],
    ['on the line above the finding', hook().replace('        AuthType', `        # ${words}\n        AuthType`)],
  ])('%s accepts its finding', (_, template) => {
    const { accepted, codes } = suppressed(template);
    expect(accepted).toEqual([
      {
        check: 'function-url-without-auth',
        by: 'comment',
        reason: 'The partner signs each call.',
        until: '2027-03-01',
      },
    ]);
    expect(codes).toEqual([]);
  });

  it('ends on the day after its last, and says so', () => {
    const { accepted, codes } = suppressed(hook(`  # ${words}\n`), '2027-03-02');
    expect(accepted).toEqual([]);
    expect(codes).toEqual(['suppression-expired']);
  });

  it.each([
    ['without a reason', 'leastwise-ignore function-url-without-auth until=2027-03-01', 'suppression-incomplete'],
    ['without a date', 'leastwise-ignore function-url-without-auth reason="later"', 'suppression-incomplete'],
    ['for nothing', 'leastwise-ignore bucket-public until=2027-03-01 reason="x"', 'suppression-unknown-check'],
    ['for what is not found', 'leastwise-ignore queue-policy-public until=2027-03-01 reason="x"', /suppression-un/],
  ])('%s accepts nothing, and is told', (_, comment, code) => {
    const { accepted, codes } = suppressed(hook(`  # ${comment}\n`));
    expect(accepted).toEqual([]);
    expect(codes.join()).toMatch(code);
  });

  it('does not reach the next resource', () => {
    const two = `${hook(`  # ${words}\n`)}${hook().split('Resources:\n')[1]?.replace('Webhook', 'OtherHook')}`;
    expect(suppressed(two).accepted).toHaveLength(1);
  });
});

describe('what other tools are told', () => {
  it.each([
    ['checkov', hook('', '      # checkov:skip=CKV_AWS_258:The partner signs each call.\n')],
    ['checkov', hook('', '', '    Metadata:\n      checkov:\n        skip: [{ id: CKV_AWS_258, comment: signed }]\n')],
    ['trivy', hook('  # trivy:ignore:AVD-AWS-0000 trivy:ignore:AWS-0000\n')],
    ['kics', hook('', '', '').replace('  Webhook:', '  # kics-scan ignore-block\n  Webhook:')],
  ])('%s counts where the mappings name the check', (tool, template) => {
    const { accepted, codes } = suppressed(template);
    expect(codes).toEqual([]);
    for (const entry of accepted) expect(entry.by).toBe(tool);
    if (tool === 'checkov') expect(accepted.map(({ check }) => check)).toContain('function-url-without-auth');
  });
});

it('in metadata of ours accepts for templates that have no comments', () => {
  const metadata = `    Metadata:
      leastwise:
        ignore:
          - { check: function-url-without-auth, reason: The partner signs each call., until: 2027-03-01 }
`;
  expect(suppressed(hook('', '', metadata)).accepted.map(({ check, until }) => [check, until])).toEqual([
    ['function-url-without-auth', '2027-03-01'],
  ]);
});
