import { logicalIdOf, memoryTree } from '@leastwise/model';
import type { WayIn } from '../../analyses/exposure/exposure.ts';
import { exposureFacts } from '../../analyses/exposure/exposure-facts.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import type { Estate } from '../../estate/estate.ts';
import { readApplications } from '../../readers/read-applications.ts';
import type { ExpectedWay, ExposureCase, Json } from './exposure-case.ts';

export interface CaseResult {
  /** The ways that are expected and those that were found, one line each, sorted. */
  readonly expected: readonly string[];
  readonly found: readonly string[];
  /** What the lines do not hold: a path or reason that lacks its fragment. */
  readonly lacking: readonly string[];
  readonly right: boolean;
}

export function runCase(subject: ExposureCase): CaseResult {
  const { estate, problem } = estateOf(subject.template, subject);
  if (estate === undefined) return failure(subject, problem ?? 'no estate');
  const node = estate.of('function').find(({ id }) => id.endsWith(`/${subject.function}`));
  if (node === undefined) return failure(subject, `no function ${subject.function}`);
  const ways = exposureFacts(estate).waysIn(node.id);
  const expected = subject.ways.map(expectedLine).sort();
  const found = ways.map((way) => foundLine(way, estate)).sort();
  const lacking = subject.ways.flatMap((way) => lack(way, ways, estate));
  return { expected, found, lacking, right: lacking.length === 0 && expected.join('\n') === found.join('\n') };
}

/** Through reader and linkers, under the assignment that the case names. */
export function estateOf(
  template: Json,
  options: Pick<ExposureCase, 'files' | 'parameters' | 'when'> = {},
): { readonly estate?: Estate; readonly problem?: string } {
  const tree = memoryTree({ ...options.files, 'template.json': JSON.stringify(template, null, 2) });
  const inputs = { parameters: new Map(Object.entries(options.parameters ?? {})), applications: [] };
  const [application] = readApplications(tree, { files: ['template.json'], builtFiles: [] }, inputs).applications;
  if (application === undefined) return { problem: 'no application' };
  const assignment = application.assignments.find(({ label, isDefault }) =>
    options.when === undefined ? isDefault : label === options.when,
  );
  if (assignment === undefined) {
    return {
      problem: `no assignment ${options.when ?? ''} among ${application.assignments.map(({ label }) => label).join(' | ')}`,
    };
  }
  return { estate: buildEstate(application.name, assignment, application.fragments(assignment)) };
}

function failure(subject: ExposureCase, problem: string): CaseResult {
  return { expected: subject.ways.map(expectedLine).sort(), found: [problem], lacking: [], right: false };
}

interface Line {
  readonly kind: string;
  readonly source: string | undefined;
  readonly route: string | undefined;
  readonly auth: readonly string[];
  readonly invocation: string;
  readonly exposure: string;
  readonly mediated: boolean;
}

const lineOf = (way: Line): string =>
  [
    way.kind,
    way.source ?? '-',
    way.route ?? '-',
    `[${[...way.auth].sort().join(' ')}]`,
    way.invocation,
    way.exposure,
    way.mediated ? 'mediated' : 'direct',
  ].join(' · ');

const expectedLine = (way: ExpectedWay): string =>
  lineOf({ ...way, source: way.source, route: way.route, mediated: way.mediated ?? false });

export function foundLine(way: WayIn, estate: Estate): string {
  const { facet } = way.trigger;
  const route = estate.get(facet.route, 'route');
  return lineOf({
    kind: facet.kind,
    source: facet.source === undefined ? undefined : logicalIdOf(facet.source),
    route: route === undefined ? undefined : `${route.facet.method} ${route.facet.path}`.trim(),
    auth: facet.auth.map(({ kind }) => kind),
    invocation: facet.invocation,
    exposure: way.exposure,
    mediated: way.mediated,
  });
}

function lack(expected: ExpectedWay, ways: readonly WayIn[], estate: Estate): readonly string[] {
  const line = expectedLine(expected);
  const same = ways.filter((way) => foundLine(way, estate) === line);
  const missing: string[] = [];
  const want = (what: string, fragment: string | undefined, told: (way: WayIn) => readonly string[]): void => {
    if (fragment === undefined || same.some((way) => told(way).some((text) => text.includes(fragment)))) return;
    missing.push(`${what} without "${fragment}": ${same.flatMap(told).join(' → ') || '(nothing)'}`);
  };
  want('path', expected.via, (way) => way.via.map(({ message }) => message));
  want('reason', expected.reason, (way) => (way.reason === undefined ? [] : [way.reason]));
  want('settleWith', expected.settleWith, (way) => (way.settleWith === undefined ? [] : [way.settleWith]));
  for (const way of same) {
    if (way.exposure === 'unknown' && way.reason === undefined) missing.push(`no reason for unknown: ${line}`);
    if (way.via.length === 0) missing.push(`no path: ${line}`);
  }
  return missing;
}
