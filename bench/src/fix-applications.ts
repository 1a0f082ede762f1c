/**
 * Applies fixes to copies of applications as somebody would: `leastwise fix --patch -o`, then `git apply`, then what others say.
 * `npx tsc -b && node bench/dist/fix-applications.js <folder of the corpora> --into <empty folder> [--python <python>]`. Needs a bundled
 * command. With a Python that has cfn-lint, python-hcl2 and PyYAML the texts are also judged by these, before and after.
 * Prints the table of `bench/fixes.md`; the patches stay in the folder for reading.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report, ReportFinding } from '@leastwise/model';

interface Sample {
  readonly name: string;
  /** From the folder of the corpora. */
  readonly path: string;
  readonly dialect: 'SAM' | 'CloudFormation' | 'serverless.yml' | 'Terraform';
}

const command = fileURLToPath(new URL('../../packages/scanner/bin/leastwise.js', import.meta.url));
const samples = JSON.parse(
  readFileSync(new URL('../fix-applications.json', import.meta.url), 'utf8'),
) as readonly Sample[];
const yamlScript = `
import yaml,sys
class L(yaml.SafeLoader): pass
L.add_multi_constructor('!', lambda l,s,n: None)
yaml.load(open(sys.argv[1]), L)`;

const words = process.argv.slice(2);
const after = (option: string): string | undefined =>
  words.includes(option) ? words[words.indexOf(option) + 1] : undefined;
const [corpora] = words;
const into = after('--into');
const python = after('--python');
if (corpora === undefined || corpora.startsWith('--') || into === undefined) {
  process.stderr.write('Give the folder of the corpora, and --into an empty folder.\n');
  process.exit(2);
}

process.stdout.write(
  '| application | dialect | findings that have a fix | fixed | withheld | new, low or above | new of the level info, about what was added | lines − / + | checked by others: before → after |\n|---|---|---|---|---|---|---|---|---|\n',
);
for (const sample of samples) process.stdout.write(`${row(sample, resolve(into), resolve(corpora))}\n`);

function row(sample: Sample, target: string, from: string): string {
  const folder = join(target, sample.name);
  mkdirSync(target, { recursive: true });
  cpSync(join(from, sample.path), folder, { recursive: true });
  execFileSync('git', ['init', '-q'], { cwd: folder });
  const patch = join(target, `${sample.name}.patch`);
  const before = scanned(folder);
  const lintBefore = lint(folder, sample);
  const fixing = run(['fix', '--patch', '-o', patch], folder);
  writeFileSync(join(target, `${sample.name}.txt`), fixing.stderr);
  const text = readFileSync(patch, 'utf8');
  if (text !== '') execFileSync('git', ['apply', '--whitespace=nowarn', patch], { cwd: folder });
  const later = scanned(folder);
  const lintAfter = lint(folder, sample);
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const left = new Set(later.map(({ fingerprint }) => fingerprint));
  const fixable = before.filter(({ fix }) => fix.kind !== 'none');
  const fresh = later.filter(({ fingerprint }) => !known.has(fingerprint));
  const grave = fresh.filter(({ severity }) => severity !== 'info');
  const gone = fixable.filter(({ fingerprint }) => !left.has(fingerprint));
  writeFileSync(
    join(target, `${sample.name}.findings.txt`),
    [...gone.map(lineOf('gone')), ...fresh.map(lineOf('new'))].join(''),
  );
  const removed = (text.match(/^-(?!-- )/gm) ?? []).length;
  const added = (text.match(/^\+(?!\+\+ )/gm) ?? []).length;
  return `| ${sample.name} | ${sample.dialect} | ${fixable.length} | ${gone.length} | ${fixable.length - gone.length} | ${grave.length} | ${fresh.length - grave.length} | ${removed} / ${added} | ${lintBefore} → ${lintAfter} |`;
}

function lineOf(word: string): (finding: ReportFinding) => string {
  return ({ check, severity, title, location }) =>
    `${word} ${severity} ${check} ${location.file}:${location.line} ${title}\n`;
}

function scanned(folder: string): readonly ReportFinding[] {
  const { stdout } = run(['scan', '--format', 'json'], folder);
  return (JSON.parse(stdout) as Report).findings;
}

function run(argv: readonly string[], cwd: string): { readonly stdout: string; readonly stderr: string } {
  const done = spawnSync(process.execPath, [command, ...argv], { cwd, encoding: 'utf8', maxBuffer: 1e9 });
  if (done.status === null || done.status === 2) throw new Error(`${argv.join(' ')} in ${cwd}: ${done.stderr}`);
  return done;
}

/** Errors of cfn-lint in templates; of another parser in the other dialects. */
function lint(folder: string, { dialect }: Sample): string {
  if (python === undefined) return '';
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: folder, encoding: 'utf8' })
    .split('\n')
    .filter((file) => (dialect === 'Terraform' ? /\.tf$/ : /\.(ya?ml|json|template)$/).test(file));
  if (dialect === 'Terraform')
    return `${failures(folder, files, 'import hcl2,sys; hcl2.load(open(sys.argv[1]))')} hcl2`;
  if (dialect === 'serverless.yml') {
    const own = files.filter((file) => /(^|\/)serverless\.ya?ml$/.test(file));
    return `${failures(folder, own, yamlScript)} YAML`;
  }
  const templates = files.filter((file) => /^\s*["']?(Resources|Transform)["']?\s*:/m.test(read(folder, file)));
  const { stdout } = spawnSync(join(dirname(python), 'cfn-lint'), ['--format', 'parseable', '--', ...templates], {
    cwd: folder,
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter(Boolean);
  const count = (letter: string): number => lines.filter((line) => line.split(':')[5]?.startsWith(letter)).length;
  return `${count('E')} errors, ${count('W')} warnings`;
}

function failures(folder: string, files: readonly string[], script: string): number {
  return files.filter((file) => spawnSync(python ?? '', ['-c', script, file], { cwd: folder }).status !== 0).length;
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
