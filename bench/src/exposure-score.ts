/**
 * How many of the hand-labelled ways in the scanner gets right, by area. `npx tsc -b && node bench/dist/exposure-score.js [--explain]`.
 * The cases stand in packages/scanner/src/acceptance/exposure; they are built but not published, hence the path.
 */
interface ExposureCase {
  readonly name: string;
  readonly page: string;
}
interface Result {
  readonly right: boolean;
  readonly expected: readonly string[];
  readonly found: readonly string[];
  readonly lacking: readonly string[];
}

const built = (file: string): string =>
  new URL(`../../packages/scanner/dist/acceptance/exposure/${file}.js`, import.meta.url).href;
const { areas } = (await import(built('areas'))) as {
  readonly areas: readonly { readonly name: string; readonly cases: readonly ExposureCase[] }[];
};
const { runCase } = (await import(built('run-case'))) as { readonly runCase: (subject: ExposureCase) => Result };
const { knownDisagreements } = (await import(built('known-disagreements'))) as {
  readonly knownDisagreements: Readonly<Record<string, string>>;
};

const explains = process.argv.includes('--explain');
let right = 0;
let total = 0;
const wrong: string[] = [];
for (const { name, cases } of areas) {
  const results = cases.map((subject) => ({ subject, result: runCase(subject) }));
  const good = results.filter(({ result }) => result.right).length;
  right += good;
  total += cases.length;
  process.stdout.write(`${name.padEnd(20)} ${String(good).padStart(4)} / ${cases.length}\n`);
  for (const { subject, result } of results) if (!result.right) wrong.push(...explain(subject, result));
}
process.stdout.write(
  `${'all'.padEnd(20)} ${String(right).padStart(4)} / ${total}   ${((100 * right) / total).toFixed(1)} %\n`,
);
if (explains) for (const line of wrong) process.stdout.write(`${line}\n`);

function explain(subject: ExposureCase, result: Result): readonly string[] {
  return [
    '',
    `${subject.name} (${subject.page})`,
    ...result.expected.map((line) => `  the page says   ${line}`),
    ...result.found.map((line) => `  we say          ${line}`),
    ...result.lacking.map((line) => `  lacking         ${line}`),
    ...(knownDisagreements[subject.name] === undefined ? [] : [`  known: ${knownDisagreements[subject.name]}`]),
  ];
}
