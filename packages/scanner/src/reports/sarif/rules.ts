import type { Mappings, ReportFinding, Severity } from '@leastwise/model';
import { fixesOf, type CheckDoc } from '../../checks/check-doc.ts';
import type { Check } from '../../checks/define-check.ts';
import { rankOf } from '../grouping.ts';
import type { RenderContext } from '../renderer.ts';
import { opening } from '../words.ts';
import { levelOf, securitySeverity } from './levels.ts';
import { plain } from './location.ts';

export interface Rule {
  readonly id: string;
  readonly [property: string]: unknown;
}

/** GitHub keeps 20 tags of a rule and shows 10: what people filter by comes first. */
const tagsTaken = 20;

/** The checks that the results name, with their prose. */
export async function rulesOf(findings: readonly ReportFinding[], context: RenderContext): Promise<readonly Rule[]> {
  const gravest = new Map<string, Severity>();
  for (const { check, severity } of findings) {
    const known = gravest.get(check);
    if (known === undefined || rankOf(severity) > rankOf(known)) gravest.set(check, severity);
  }
  const checks = new Map(context.checks.map((check) => [check.name, check]));
  const names = [...gravest.keys()].sort();
  return Promise.all(
    names.map(async (name) => ruleOf(name, gravest.get(name) ?? 'info', checks.get(name), await context.prose(name))),
  );
}

/** GitHub ranks an alert by its rule, so a rule has the severity of its gravest result. */
function ruleOf(name: string, severity: Severity, check: Check | undefined, doc: CheckDoc | undefined): Rule {
  const source = doc?.sources.find((page) => page.startsWith('https://'));
  return {
    id: name,
    name,
    shortDescription: plain(check?.title ?? name),
    ...(doc === undefined
      ? {}
      : { fullDescription: plain(opening(doc.why)), help: { text: helpText(doc), markdown: helpMarkdown(name, doc) } }),
    ...(source === undefined ? {} : { helpUri: source }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      precision: check?.confidence ?? 'high',
      'problem.severity':
        severity === 'critical' || severity === 'high' ? 'error' : severity === 'medium' ? 'warning' : 'recommendation',
      'security-severity': securitySeverity(severity),
      tags: tagsOf(check),
    },
  };
}

function tagsOf(check: Check | undefined): readonly string[] {
  const mappings: Mappings = check?.mappings ?? {};
  return [
    'security',
    'serverless',
    ...(check === undefined ? [] : [check.area]),
    ...(mappings.cwe ?? []).map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`),
    ...(mappings.owasp ?? []).map((id) => `OWASP ${id}`),
    ...(mappings.csa ?? []),
    ...(mappings.fsbp ?? []).map((id) => `FSBP ${id}`),
    ...(mappings.attack ?? []).map((id) => `ATT&CK ${id}`),
  ].slice(0, tagsTaken);
}

function helpText(doc: CheckDoc): string {
  return [doc.why, doc.exploit, ...fixesOf(doc).map(({ place, text }) => `In ${place}: ${text}`)]
    .map((part) => part.trim())
    .join('\n\n');
}

function helpMarkdown(name: string, doc: CheckDoc): string {
  return [
    section('Why it is bad', doc.why),
    section('How it is attacked', doc.exploit),
    section(
      'What to do',
      fixesOf(doc)
        .map(({ place, text }) => `In ${place}: ${text.trim()}`)
        .join('\n\n'),
    ),
    section('What the check cannot see', doc.blindSpots),
    ...(doc.sources.length === 0 ? [] : [section('Sources', doc.sources.map((source) => `- <${source}>`).join('\n'))]),
    `\`leastwise explain ${name}\` prints the same.`,
  ].join('\n\n');
}

function section(title: string, text: string): string {
  return `## ${title}\n\n${text.trim()}`;
}
