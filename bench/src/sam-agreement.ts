import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryTree, type Fragment } from '@leastwise/model';
import { readApplications } from 'leastwise';
import { compare } from './sam-agreement/compare.ts';
import { facetNames, type Facet } from './sam-agreement/facets.ts';

/**
 * How far our reading of a SAM template agrees with our reading of its translation by AWS's reference translator, on the
 * translator's own tests, in every assignment of the conditions: an input agrees in a facet when all its resources say the
 * same, property by property. `node bench/dist/sam-agreement.js <tests/translator of a checkout> [--explain] [name...]`.
 */
const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Give the folder tests/translator of a checkout of aws/serverless-application-model.\n');
  process.exit(2);
}
const explains = rest.includes('--explain');
const names = rest.filter((argument) => !argument.startsWith('--'));

/** The translator's tests run with these. */
const parameters = new Map([
  ['param1', 'value1'],
  ['param2', 'value2'],
]);

/** What the tests leave out by habit, and the parameters above: no reason for which the translator refuses. */
const beside = new Set(['parameter-unused', 'reference-unknown', 'duplicate-key']);

interface Reading {
  /** The default first. */
  readonly worlds: ReadonlyMap<string, readonly Fragment[]>;
  /** What is said to be lost. */
  readonly problems: readonly string[];
  /** What is said besides: a deployment would be refused, but nothing is lost. */
  readonly notes: readonly string[];
}

function read(file: string, text: string): Reading {
  const tree = memoryTree({ [file]: text });
  const reading = readApplications(tree, { files: [file], builtFiles: [] }, { parameters, applications: [] });
  const [application] = reading.applications;
  const worlds = new Map(
    (application?.assignments ?? []).map(
      (assignment) => [assignment.label, application?.fragments(assignment) ?? []] as const,
    ),
  );
  const fragments = [...worlds.values()].flat();
  const all = [
    ...reading.diagnostics,
    ...(application?.diagnostics ?? []),
    ...fragments.flatMap((fragment) => fragment.diagnostics),
  ];
  const told = (effect: 'incomplete' | 'note'): readonly string[] => [
    ...new Set(
      all
        .filter((diagnostic) => diagnostic.effect === effect && !beside.has(diagnostic.code))
        .map(({ message }) => message),
    ),
  ];
  return { worlds, problems: told('incomplete'), notes: told('note') };
}

const tally = new Map<Facet, { agree: number; inputs: number }>(
  facetNames.map((facet) => [facet, { agree: 0, inputs: 0 }]),
);
let translated = 0;
let whole = 0;
let falseAlarms = 0;
let worldsCompared = 0;
const errors = { inputs: 0, told: 0, lost: 0, crashed: 0 };
let noted = 0;

for (const entry of readdirSync(join(folder, 'input')).toSorted()) {
  const name = entry.replace(/\.(yaml|yml|json)$/, '');
  if (name === entry || (names.length > 0 && !names.includes(name))) continue;
  const text = asSam(readFileSync(join(folder, 'input', entry), 'utf8'));
  // What a switch inside AWS turns on is no part of the transform yet.
  if (name.startsWith('feature_toggle_')) continue;
  if (name.startsWith('error_')) readError(name, text);
  else {
    const output = join(folder, 'output', `${name}.json`);
    if (existsSync(output)) readPair(name, text, readFileSync(output, 'utf8'));
  }
}
print();

/** The tests leave the transform out, since they call the translator themselves. */
function asSam(text: string): string {
  if (/^\s*["']?Transform["']?\s*:/m.test(text)) return text;
  return /^\s*\{/.test(text)
    ? text.replace('{', '{ "Transform": "AWS::Serverless-2016-10-31",')
    : `${text}\nTransform: AWS::Serverless-2016-10-31\n`;
}

function readPair(name: string, input: string, output: string): void {
  const ours = read('template.yaml', input);
  const theirs = read('template.yaml', JSON.stringify(unsorted(JSON.parse(output))));
  translated++;
  if (ours.problems.length > 0) {
    falseAlarms++;
    if (explains) tell(name, 'diagnostics', ours.problems);
  }
  if (ours.notes.length > 0) {
    noted++;
    if (explains) tell(name, 'notes', ours.notes);
  }
  const different = new Map<Facet, string[]>();
  for (const [label, fragments] of ours.worlds) {
    const other = theirs.worlds.get(label);
    if (other === undefined) continue;
    worldsCompared++;
    for (const [facet, lines] of compare(fragments, other).facets) {
      const named = lines.map((line) => (label === '' ? line : `[${label}] ${line}`));
      different.set(facet, [...(different.get(facet) ?? []), ...named]);
    }
  }
  for (const [facet, lines] of different) {
    const count = tally.get(facet);
    if (count === undefined) continue;
    count.inputs++;
    if (lines.length === 0) count.agree++;
    else if (explains) tell(name, facet, lines);
  }
  if ([...different.values()].every((lines) => lines.length === 0)) whole++;
}

/** Some expected outputs were written with every list sorted, the arguments of intrinsics too; these are put back. */
function unsorted(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(unsorted);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, inner]) => {
      const list: readonly unknown[] | undefined = Array.isArray(inner) && inner.length === 2 ? inner : undefined;
      const isBackwards =
        list !== undefined &&
        ((key === 'Fn::Sub' && typeof list[0] === 'object') ||
          (key === 'Fn::GetAtt' && list[0] === 'Arn' && list[1] !== 'Arn'));
      return [key, unsorted(isBackwards ? list.toReversed() : inner)];
    }),
  );
}

function readError(name: string, text: string): void {
  errors.inputs++;
  try {
    const { problems, notes } = read('template.yaml', text);
    if (problems.length > 0) errors.lost++;
    if (problems.length + notes.length > 0) errors.told++;
    else if (explains) tell(name, 'error input', ['is read without a diagnostic']);
  } catch (error) {
    errors.crashed++;
    process.stdout.write(
      `${name}: crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
}

function tell(name: string, about: string, lines: readonly string[]): void {
  process.stdout.write(`${name}: ${about}\n${lines.map((line) => `    ${line}\n`).join('')}`);
}

function print(): void {
  const share = (part: number, of: number): string =>
    (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`).padStart(8);
  process.stdout.write(`${'facet'.padEnd(26)}${'inputs'.padStart(7)}${'agree'.padStart(7)}${'share'.padStart(9)}\n`);
  for (const [facet, { agree, inputs }] of tally) {
    process.stdout.write(
      `${facet.padEnd(26)}${String(inputs).padStart(7)}${String(agree).padStart(7)} ${share(agree, inputs)}\n`,
    );
  }
  process.stdout.write(
    `${'all facets of an input'.padEnd(26)}${String(translated).padStart(7)}${String(whole).padStart(7)} ${share(whole, translated)}\n`,
  );
  process.stdout.write(`assignments of conditions compared: ${worldsCompared}\n`);
  process.stdout.write(
    `translatable inputs with a diagnostic about lost content: ${falseAlarms}, with a note: ${noted}\n`,
  );
  process.stdout.write(
    `error inputs: ${errors.inputs}, with a diagnostic ${errors.told} (${share(errors.told, errors.inputs).trim()}), of these about lost content ${errors.lost}, crashed ${errors.crashed}\n`,
  );
}
