import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingFromOutput, picture, readmeCommands } from './picture.ts';
import { repositoryRoot } from './repository.ts';

const published = ['model', 'iam', 'code', 'scanner'];
const example = 'examples/order-service';
const reason = reasonToSkip();

// One copy of the working tree and one `npm ci` serve all tests here: they take a minute.
describe.skipIf(reason !== undefined)(`a fresh clone${reason === undefined ? '' : ` (${reason})`}`, () => {
  let work: string;
  let clone: string;
  let first: SpawnSyncReturns<string>;
  let scan: SpawnSyncReturns<string>;

  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'leastwise-clone-'));
    clone = join(work, 'clone');
    copyTree(clone);
    first = shell(clone, readmeCommands(readFileSync(join(clone, 'README.md'), 'utf8'))[0] ?? '');
    scan = shell(clone, `npx --no-install leastwise scan ${example}`);
    // Two runs that fail alike must not pass for two runs that agree: a scan ran, and it printed something.
    const ran = (scan.status === 0 || scan.status === 1) && scan.stdout !== '';
    if (!ran) throw new Error(`The scan in the clone failed:\n${first.stdout}${first.stderr}${scan.stderr}`);
  }, 300_000);
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it('prints what the README shows', () => {
    const shown = picture(readFileSync(join(clone, 'README.md'), 'utf8'));
    expect(first.status, first.stdout + first.stderr).toBe(scan.status);
    expect(missingFromOutput(shown, first.stdout), first.stdout).toBeUndefined();
    expect(missingFromOutput(scan.stdout.trimEnd(), first.stdout), 'a second scan prints the same').toBeUndefined();
  });

  it('packs into packages that scan the same from an empty folder', { timeout: 300_000 }, () => {
    const tarballs = join(work, 'tarballs');
    const consumer = join(work, 'consumer');
    mkdirSync(tarballs);
    mkdirSync(consumer);
    const workspaces = published.map((name) => `--workspace packages/${name}`).join(' ');
    const packed = expectSuccess(shell(clone, `npm pack --json --pack-destination "${tarballs}" ${workspaces}`));
    const files = packedFiles(packed.stdout);
    expect(files.map((file) => file.name).toSorted()).toEqual([
      '@leastwise/code',
      '@leastwise/iam',
      '@leastwise/model',
      'leastwise',
    ]);
    expect(files.flatMap((file) => file.paths).filter((path) => path.includes('.test.'))).toEqual([]);

    const archives = files.map((file) => `"${join(tarballs, file.filename)}"`).join(' ');
    expectSuccess(shell(consumer, 'npm init --yes'));
    expectSuccess(shell(consumer, `npm install --prefer-offline --no-audit --no-fund ${archives}`));
    cpSync(join(clone, 'examples'), join(consumer, 'examples'), { recursive: true });
    beRepository(consumer);
    const again = shell(consumer, `npx --no-install leastwise scan ${example}`);
    expect(again.stdout, again.stderr).toBe(scan.stdout);
    expect(again.status).toBe(scan.status);
  });

  it.each(published)('has nothing for publint to say about %s', { timeout: 60_000 }, (name) => {
    const linted = shell(clone, `npx --no-install publint packages/${name} --strict`);
    expect(linted.status, linted.stdout + linted.stderr).toBe(0);
  });
});

function reasonToSkip(): string | undefined {
  if (process.env['LEASTWISE_NESTED'] !== undefined) return 'skipped: runs inside itself';
  if (!existsSync(join(repositoryRoot, 'packages/scanner/src/cli/main.ts'))) return 'skipped: no cli yet';
  if (spawnSync('git', ['rev-parse', '--is-inside-work-tree'], { cwd: repositoryRoot }).status !== 0) {
    return 'skipped: not a git work tree';
  }
  if (spawnSync('npm', ['view', 'commander', 'version', '--fetch-retries=0', '--fetch-timeout=10000']).status !== 0) {
    return 'skipped: no package registry in reach';
  }
  return undefined;
}

/** What a clone would have if everything here were committed. */
function copyTree(target: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const path of listed.split('\0')) {
    if (path === '' || !existsSync(join(repositoryRoot, path))) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(repositoryRoot, path), join(target, path), { verbatimSymlinks: true });
  }
  beRepository(target);
}

/** The root of a scan is the nearest repository, and paths are told from there. */
function beRepository(folder: string): void {
  expectSuccess(shell(folder, 'git init --quiet'));
}

function shell(cwd: string, command: string): SpawnSyncReturns<string> {
  const env = { ...process.env, LEASTWISE_NESTED: '1', NO_COLOR: '1', npm_config_prefer_offline: 'true' };
  return spawnSync(command, { cwd, env, shell: true, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function expectSuccess(result: SpawnSyncReturns<string>): SpawnSyncReturns<string> {
  expect(result.status, result.stdout + result.stderr).toBe(0);
  return result;
}

interface PackedFile {
  readonly name: string;
  readonly filename: string;
  readonly paths: readonly string[];
}

/** npm prints a list, or since version 12 a map by package name; scripts may print before it. */
function packedFiles(stdout: string): readonly PackedFile[] {
  const from = stdout.search(/^[[{]/m);
  const parsed = JSON.parse(stdout.slice(from)) as Record<
    string,
    { name: string; filename: string; files: { path: string }[] }
  >;
  return Object.values(parsed).map(({ name, filename, files }) => ({
    name,
    filename,
    paths: files.map((file) => file.path),
  }));
}
