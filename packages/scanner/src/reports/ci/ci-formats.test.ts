import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../checks/index.ts';
import { openUrl, orderServiceReport, plainContext, withFindings } from '../order-service-report.fixture.ts';
import { renderGithub } from './render-github.ts';
import { renderGitlab, renderGitlabSast } from './render-gitlab.ts';
import { renderJunit } from './render-junit.ts';

const context = { ...plainContext, checks: allChecks };
const hostile = 'x ::set-output name=a::b\n::error::\r%0A<a b="c">&\u0000]]>';
const named = withFindings([{ ...openUrl, title: hostile, location: { ...openUrl.location, file: 'a,b:c\n.yaml' } }]);

describe('workflow commands of GitHub', () => {
  it('annotate the lines', () => {
    expect(renderGithub(orderServiceReport, context)).toMatchSnapshot();
  });

  it('cannot be begun by a name in a template', () => {
    const lines = renderGithub(named, context).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) /);
  });
});

describe('reports of GitLab', () => {
  it('hold what the code quality widget needs', () => {
    expect(JSON.parse(renderGitlab(orderServiceReport, context))).toMatchSnapshot();
  });

  it('keep the shape of a security report', () => {
    const validate = new Ajv2020({ strict: false }).compile({
      type: 'object',
      required: ['version', 'scan', 'vulnerabilities'],
      properties: {
        scan: {
          type: 'object',
          required: ['analyzer', 'scanner', 'type', 'start_time', 'end_time', 'status'],
          properties: {
            start_time: { pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$` },
            status: { enum: ['success', 'failure'] },
          },
        },
        vulnerabilities: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'identifiers', 'location', 'severity'],
            properties: {
              id: { pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
              identifiers: { type: 'array', minItems: 1 },
              severity: { enum: ['Critical', 'High', 'Medium', 'Low', 'Info'] },
            },
          },
        },
      },
    });
    const report: unknown = JSON.parse(renderGitlabSast(orderServiceReport, context));
    expect(validate(report) ? [] : validate.errors).toEqual([]);
  });
});

describe('a report of JUnit', () => {
  it('has a suite for each check', () => {
    expect(renderJunit(orderServiceReport, context)).toMatchSnapshot();
  });

  it('stays well-formed whatever a template is named', () => {
    const written = renderJunit(named, context);
    expect(written).not.toMatch(/<a b=|&(?!amp;|lt;|gt;|quot;|#\d+;)/);
    expect(written).not.toContain('\0');
  });
});
