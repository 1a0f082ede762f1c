import { posix } from 'node:path';

/** A package, or a layer inside the scanner, and what its files may import. */
export interface Place {
  readonly name: string;
  /** A folder, or one file. */
  readonly folder: string;
  /** The places it may import besides itself. */
  readonly imports: readonly string[];
  /** May it open files, start processes, read the environment? */
  readonly touchesWorld: boolean;
  /** One sentence: what stands here. */
  readonly holds: string;
  /** Only the files directly in the folder; the folders below are places of their own. */
  readonly direct?: true;
}

const scanner = 'packages/scanner/src';
const judging = ['readers', 'estate', 'analyses', 'checks'];
const layers = ['sources', ...judging, 'scan', 'suppressions', 'reports', 'review', 'fixes'];

/** The one table of allowed imports. The architecture test, the lint rules and ARCHITECTURE.md are made from it. */
export const places: readonly Place[] = [
  place('model', 'packages/model/src', [], 'The vocabulary and its schemas. No input or output, no dependencies.'),
  {
    ...place('iam-pack', 'packages/iam/src/data/pack-file.ts', [], 'Opens the data files of its own package.'),
    touchesWorld: true,
  },
  place('iam', 'packages/iam/src', ['model', 'iam-pack'], 'What an identity may do. Pure, but for its own data files.'),
  place('code', 'packages/code/src', ['model'], 'What a function does. Pure over a source tree.'),
  { ...layer('sources', ['model'], 'The outside world as source trees: disk, git objects.'), touchesWorld: true },
  layer('readers', ['model', 'code'], 'One folder a format: text to facts. Given a source tree; never judge.'),
  layer('estate', ['model'], 'One graph of what the readers found, with the mapping tables.'),
  layer('analyses', ['model', 'iam', 'code', 'estate'], 'Derived facts over the estate.'),
  layer('checks', ['model', 'code', 'estate', 'analyses'], 'One question a file. Never see a file or its format.'),
  place('scan', `${scanner}/scan.ts`, ['model', ...judging], 'The way through the house: tree in, judgements out.'),
  layer(
    'reports',
    ['model', 'code', 'estate', 'analyses', 'checks', 'scan'],
    'One file a format. Never compute a severity.',
  ),
  layer('suppressions', ['model', ...judging, 'scan'], 'What the scanned text itself accepts, in whose words it may.'),
  layer(
    'review',
    ['model', ...judging, 'scan', 'reports'],
    'What a change adds: against a baseline, against another commit.',
  ),
  layer('fixes', ['model', ...judging, 'scan'], 'Text edits at offsets, for each dialect.'),
  {
    ...place('scanner', scanner, ['model', 'iam', 'code', ...layers], 'The library: what others may import.'),
    direct: true,
  },
  layer('acceptance', ['model', 'code', ...layers], 'Proofs over the whole way, for tests only: nothing imports it.'),
  {
    ...layer('cli', ['model', 'iam', 'code', 'scanner', ...layers], 'Arguments, configuration, exit codes, progress.'),
    touchesWorld: true,
  },
];

function place(name: string, folder: string, imports: readonly string[], holds: string): Place {
  return { name, folder, imports, touchesWorld: false, holds };
}

function layer(name: string, imports: readonly string[], holds: string): Place {
  return place(name, `${scanner}/${name}`, imports, holds);
}

/** Modules of Node that reach the outside world or run code. */
export const worldModules: readonly string[] = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'fs',
  'fs/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'process',
  'repl',
  'tls',
  'vm',
];

export const forbiddenFolders: readonly string[] = ['shared', 'common', 'utils', 'util', 'helpers', 'helper'];

export interface SourceFile {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** What breaks the table, one sentence each, naming file, import and rule. */
export function architectureViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [...folderViolations(file.path), ...importViolations(file)]);
}

function folderViolations(path: string): readonly string[] {
  const bad = path
    .split('/')
    .slice(0, -1)
    .find((folder) => forbiddenFolders.includes(folder));
  const violations = bad === undefined ? [] : [`${path}: a folder is called ${bad}. A helper lives with its concept.`];
  if (!path.startsWith('packages/') || placeOf(path) !== undefined) return violations;
  return [
    ...violations,
    `${path}: this folder has no row in the table of allowed imports (tools/src/architecture.ts).`,
  ];
}

function importViolations(file: SourceFile): readonly string[] {
  const from = placeOf(file.path);
  if (from === undefined) return [];
  return importSpecifiers(file.text).flatMap((specifier) => {
    const rule = brokenRule(from, file.path, specifier);
    return rule === undefined ? [] : [`${file.path} imports ${specifier}: ${rule}`];
  });
}

function brokenRule(from: Place, path: string, specifier: string): string | undefined {
  const isTest = path.endsWith('.test.ts');
  if (worldModules.includes(specifier.replace(/^node:/, ''))) {
    return from.touchesWorld || isTest ? undefined : 'only sources and cli touch the outside world.';
  }
  const packageName = /^(?:@leastwise\/[^/]+|leastwise)(?=\/|$)/.exec(specifier)?.[0];
  if (packageName === undefined && !specifier.startsWith('.')) return undefined;
  const to = packageName === undefined ? relativePlace(path, specifier) : packagePlace(packageName);
  if (to === 'outside') return 'a package is imported by its name, never by a path into its folder.';
  if (to === undefined) return 'the target has no row in the table of allowed imports.';
  if (to === from) return undefined;
  if (to.name === 'cli') return 'nothing imports cli.';
  // A test may drive its subject through any layer of the same package.
  if (isTest && packageOf(to.folder) === packageOf(from.folder)) return undefined;
  return from.imports.includes(to.name) ? undefined : `${from.name} may import ${list(from.imports)} only.`;
}

function relativePlace(path: string, specifier: string): Place | 'outside' | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  return packageOf(target) === packageOf(path) ? (placeOf(target) ?? dataPlace(path, target)) : 'outside';
}

/** `../package.json` and data beside `src` belong to the package itself. */
function dataPlace(path: string, target: string): Place | undefined {
  return target.startsWith(`${packageOf(path)}/src/`) ? undefined : placeOf(path);
}

function packagePlace(name: string): Place | undefined {
  const wanted = name === 'leastwise' ? 'scanner' : name.slice('@leastwise/'.length);
  return places.find((candidate) => candidate.name === wanted);
}

function placeOf(path: string): Place | undefined {
  return places.find((candidate) => {
    if (candidate.direct) return posix.dirname(path) === candidate.folder;
    return path === candidate.folder || path.startsWith(`${candidate.folder}/`);
  });
}

function packageOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

/** The specifiers of static imports, re-exports and `import('...')`, by their form at the beginning of a line. */
export function importSpecifiers(text: string): readonly string[] {
  const statement = /^\s*(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm;
  const call = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(statement), ...text.matchAll(call)].map((match) => match[1] ?? match[2] ?? '');
}

/** The table as ARCHITECTURE.md shows it. */
export function architectureTable(): string {
  const rows = places.map((row) => {
    const world = row.touchesWorld ? 'yes' : 'no';
    return `| ${row.name} | \`${filesOf(row).replace('/**/*.ts', '/')}\` | ${list(row.imports)} | ${world} | ${row.holds} |`;
  });
  return ['| place | folder | may import | touches the world | holds |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** The same table as oxlint overrides, so that an editor says it while one types. */
export function lintOverrides(): readonly object[] {
  // A later override replaces an earlier one: a file of its own row comes after the folder it stands in.
  const byPlace = places
    .toSorted((a, b) => rank(a) - rank(b))
    .map((row) => {
      const forbidden = places.filter((other) => other !== row && !row.imports.includes(other.name));
      return {
        files: [filesOf(row)],
        rules: {
          'no-restricted-imports': ['error', { patterns: restrictedPatterns(row, forbidden) }],
          'no-restricted-globals': row.touchesWorld ? 'off' : ['error', 'process', 'console', 'fetch'],
        },
      };
    });
  const cli = { regex: '^\\.{1,2}/(\\.\\./)*cli/', message: 'Nothing imports cli. See ARCHITECTURE.md.' };
  const tests = {
    files: ['packages/*/src/**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [cli] }], 'no-restricted-globals': 'off' },
  };
  const cliTests = { files: [`${scanner}/cli/**/*.test.ts`], rules: { 'no-restricted-imports': 'off' } };
  return [...byPlace, tests, cliTests];
}

/** The more files a row is about, the earlier. */
function rank(row: Place): number {
  if (row.folder.endsWith('.ts')) return 2;
  return row.direct ? 0 : 1;
}

function filesOf(row: Place): string {
  if (row.folder.endsWith('.ts')) return row.folder;
  return row.direct ? `${row.folder}/*.ts` : `${row.folder}/**/*.ts`;
}

function restrictedPatterns(row: Place, forbidden: readonly Place[]): readonly object[] {
  const inScanner = row.folder.startsWith(scanner);
  const folders = forbidden.filter((other) => other.folder.startsWith(`${scanner}/`)).map((other) => other.name);
  const packages = forbidden.filter(
    (other) => other.folder === `${packageOf(other.folder)}/src` && packageOf(other.folder) !== packageOf(row.folder),
  );
  const message = `${row.name} may import ${list(row.imports)} only. See ARCHITECTURE.md.`;
  const names = packages.map((other) => (other.name === 'scanner' ? 'leastwise' : `@leastwise/${other.name}`));
  const patterns: object[] = [];
  if (inScanner && folders.length > 0) {
    const up = posix.dirname(filesOf(row)) === scanner ? '\\./' : '(\\.\\./)+';
    patterns.push({ regex: `^${up}(${folders.join('|')})/`, message });
  }
  if (names.length > 0) patterns.push({ regex: `^(${names.join('|')})(/|$)`, message });
  if (!row.touchesWorld) {
    const world = `^(node:)?(${worldModules.join('|')})$`;
    patterns.push({ regex: world, message: 'Only sources and cli touch the outside world. See ARCHITECTURE.md.' });
  }
  return patterns;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
