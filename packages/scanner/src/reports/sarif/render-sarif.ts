import { gzipSync } from 'node:zlib';
import type { Report, ReportFinding } from '@leastwise/model';
import { rankOf } from '../grouping.ts';
import type { RenderContext } from '../renderer.ts';
import { count } from '../words.ts';
import { notificationsOf, type Notification } from './notifications.ts';
import { resultOf } from './result.ts';
import { rulesOf } from './rules.ts';

/**
 * What GitHub takes of an upload: 25,000 results a run (5,000 of them shown), 10 MB compressed.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const resultsTaken = 25_000;
const bytesTaken = 10_000_000;

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export async function renderSarif(report: Report, context: RenderContext): Promise<string> {
  // The report has the gravest first, so what is cut is the least grave.
  const wanted = report.findings.filter((finding) => rankOf(finding.severity) >= rankOf(context.level));
  let taken = Math.min(wanted.length, resultsTaken);
  let text = await logOf(report, wanted, taken, context);
  while (text.length > bytesTaken && taken > 1 && gzipSync(text).length > bytesTaken) {
    taken = Math.floor(taken / 2);
    text = await logOf(report, wanted, taken, context);
  }
  return text;
}

async function logOf(
  report: Report,
  wanted: readonly ReportFinding[],
  taken: number,
  context: RenderContext,
): Promise<string> {
  const findings = wanted.slice(0, taken);
  const rules = await rulesOf(findings, context);
  const numbers = new Map(rules.map((rule, index) => [rule.id, index]));
  const cut: readonly Notification[] =
    taken === wanted.length
      ? []
      : [
          {
            level: 'warning',
            descriptor: { id: 'results-cut' },
            message: {
              text: `${count(wanted.length - taken, 'finding')} of lesser severity left out, to stay within what code scanning takes. --format json holds all.`,
            },
          },
        ];
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Leastwise',
            version: report.tool.version,
            semanticVersion: report.tool.version,
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root that was scanned: the repository.' } } },
        automationDetails: { id: 'leastwise/' },
        invocations: [
          {
            executionSuccessful: !report.inputs.some((input) =>
              input.diagnostics.some((one) => one.effect === 'incomplete'),
            ),
            toolExecutionNotifications: [...notificationsOf(report), ...cut],
          },
        ],
        results: findings.map((finding) => resultOf(finding, numbers.get(finding.check) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
