import { logicalIdOf, type ReportFunction, type SourceTree } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import { locatorOf } from '../../reports/locator.ts';
import { namesIn } from '../../reports/names.ts';
import { printable } from '../../reports/text/printable.ts';
import { wrap } from '../../reports/text/display-width.ts';
import { count, placeOf } from '../../reports/words.ts';
import type { World } from '../../scan.ts';
import type { ScanRun } from '../run-scan.ts';
import type { ExplainScreen } from './explain-check.ts';
import { propertyLines } from './property-lines.ts';

/** The functions with this name, logical id or id. */
export function findFunction(what: string, run: ScanRun): readonly ReportFunction[] {
  const exact = run.report.functions.filter((entry) => entry.id === what);
  if (exact.length > 0) return exact;
  return run.report.functions.filter(
    (entry) => entry.name === what || logicalIdOf(entry.id) === what || entry.id.endsWith(`#${what}`),
  );
}

/** What every value of a function resolved to, who can start it by which path, and what is wrong. */
export function explainFunction(entry: ReportFunction, run: ScanRun, tree: SourceTree, screen: ExplainScreen): string {
  const { colours, width } = screen;
  const seen = worldsWith(entry, run);
  const first = seen[0];
  if (first === undefined) return `${printable(entry.name)} is in no template that was read.\n`;
  const locate = locatorOf(tree);
  const all = run.applications.find((application) => application.name === entry.application)?.worlds.length ?? 1;
  const sections = [
    [
      `${colours.strong(printable(entry.name))}  ${colours.exposure(entry.exposure)}`,
      colours.faint(printable(`${entry.id} · ${placeOf(entry.location)}`)),
      ...(all > 1
        ? [
            colours.faint(
              `in ${seen.length} of ${all} assignments of the conditions; shown: ${first.world.assignment.label || 'by default'}`,
            ),
          ]
        : []),
      colours.faint(printable(handlerText(entry))),
      ...(entry.owner === null
        ? [colours.warn('nobody owns it')]
        : [colours.faint(printable(`owned by ${entry.owner.name} (${entry.owner.evidence})`))]),
    ],
    [colours.strong('Properties'), ...propertyLines(first.node.properties, locate, screen)],
    [colours.strong('Ways in'), ...waysIn(entry, screen)],
    [colours.strong('Reaches'), ...reaches(entry, run, screen)],
    [colours.strong('Findings'), ...findings(entry, run, screen)],
    ...questions(entry, run, screen),
  ];
  return `${sections.map((lines) => lines.flatMap((line) => (line.length > width * 4 ? wrap(line, width) : [line])).join('\n')).join('\n\n')}\n`;
}

function worldsWith(
  entry: ReportFunction,
  run: ScanRun,
): readonly { readonly world: World; readonly node: NodeOf<'function'> }[] {
  return run.applications
    .filter((application) => application.name === entry.application)
    .flatMap((application) => application.worlds)
    .flatMap((world) => {
      const node = world.estate.get(entry.id, 'function');
      return node === undefined ? [] : [{ world, node }];
    });
}

function handlerText(entry: ReportFunction): string {
  const { handler } = entry;
  if (handler.resolved) return `handler ${handler.declared ?? ''} is ${handler.export ?? ''} in ${handler.file ?? ''}`;
  return `handler ${handler.declared ?? '(none)'} is not resolved${handler.reason === undefined ? '' : `: ${handler.reason}`}`;
}

function waysIn(entry: ReportFunction, { colours }: ExplainScreen): readonly string[] {
  if (entry.triggers.length === 0) return ['  nothing in these templates starts it'];
  return entry.triggers.flatMap((trigger) => [
    `  ${printable(trigger.route ?? logicalIdOf(trigger.source))}  ${colours.faint(trigger.kind.replaceAll('-', ' '))}  ${colours.exposure(trigger.exposure)}  ${colours.faint(
      `${trigger.auth.length === 0 ? 'no auth' : trigger.auth.join(' + ')} · ${trigger.invocation} · ${placeOf(trigger.location)}`,
    )}`,
    ...trigger.via.map((step) => `    ${colours.faint(printable(step))}`),
  ]);
}

function reaches(entry: ReportFunction, run: ScanRun, { colours }: ExplainScreen): readonly string[] {
  const names = namesIn(run.report);
  const identity =
    entry.identity === null
      ? []
      : [
          `  as ${printable(names.of(entry.identity.id))}${entry.identity.shared ? ', which other functions share' : ''}`,
        ];
  return [
    ...identity,
    ...entry.reaches.map((item) =>
      `  ${item.how} ${printable(names.withKind(item.resource))}  ${colours.faint(printable(item.via))}`.trimEnd(),
    ),
    ...(identity.length + entry.reaches.length === 0 ? ['  nothing that these templates name'] : []),
  ];
}

function findings(entry: ReportFunction, run: ScanRun, { colours }: ExplainScreen): readonly string[] {
  const own = run.report.findings.filter(
    (finding) => finding.subject === entry.id || finding.functions.includes(entry.id),
  );
  if (own.length === 0) return ['  none'];
  return own.flatMap((finding) => [
    `  ${colours.severity(finding.severity, finding.severity.toUpperCase())}  ${printable(finding.title)}`,
    `    ${colours.faint(`${finding.check} · ${printable(placeOf(finding.location))} · ${finding.fingerprint}${finding.suppressed === null ? '' : ' · suppressed'}`)}`,
  ]);
}

function questions(entry: ReportFunction, run: ScanRun, { colours }: ExplainScreen): readonly (readonly string[])[] {
  const own = run.report.unknowns.filter((unknown) => unknown.subject === entry.id);
  if (own.length === 0) return [];
  return [
    [
      colours.strong(`Not known: ${count(own.length, 'value')}`),
      ...own.map(
        (unknown) =>
          `  ${printable(unknown.what)}  ${colours.faint(printable(`${unknown.why}${unknown.settleWith === null ? '' : ` Settle it with ${unknown.settleWith}.`}`))}`,
      ),
    ],
  ];
}
