import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { architectureViolations, importSpecifiers, lintOverrides, places } from './architecture.ts';
import { packageSources, repositoryRoot } from './repository.ts';

const check = 'packages/scanner/src/checks/exposure/function-url-without-auth.ts';

describe('the direction of imports', () => {
  it('holds in every source file', () => {
    expect(architectureViolations(packageSources(repositoryRoot))).toEqual([]);
  });

  it.each([
    ['a check imports a reader', check, '../../readers/cloudformation/read-template.ts', 'checks may import'],
    ['a check opens a file', check, 'node:fs', 'outside world'],
    [
      'a reader imports a source',
      'packages/scanner/src/readers/cdk/read.ts',
      '../../sources/disk-tree.ts',
      'readers may import',
    ],
    ['a report imports the command', 'packages/scanner/src/reports/sarif.ts', '../cli/main.ts', 'nothing imports cli'],
    ['the library imports the command', 'packages/scanner/src/index.ts', './cli/main.ts', 'nothing imports cli'],
    ['the model imports the scanner', 'packages/model/src/estate.ts', 'leastwise', 'model may import nothing'],
    ['code imports the scanner', 'packages/code/src/secrets.ts', 'leastwise', 'code may import model only'],
    ['the scan imports a report', 'packages/scanner/src/scan.ts', './reports/sarif.ts', 'scan may import'],
    ['a layer imports the library', 'packages/scanner/src/estate/merge.ts', '../index.ts', 'estate may import'],
    ['a path leads into another package', 'packages/code/src/flow.ts', '../../model/src/index.ts', 'by its name'],
    [
      'a test imports the command',
      'packages/scanner/src/checks/noise.test.ts',
      '../cli/main.ts',
      'nothing imports cli',
    ],
  ])('is broken when %s', (_, path, specifier, rule) => {
    const violations = architectureViolations([{ path, text: `import { x } from '${specifier}';\n` }]);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(path);
    expect(violations[0]).toContain(specifier);
    expect(violations[0]).toContain(rule);
  });

  it.each([
    ['a check asks the estate', check, '../../estate/reachable-resources.ts'],
    [
      'a test drives its check from a template',
      check.replace('.ts', '.test.ts'),
      '../../readers/cloudformation/read.ts',
    ],
    ['a source opens a file', 'packages/scanner/src/sources/disk-tree.ts', 'node:fs'],
    ['a report prints a scan', 'packages/scanner/src/reports/sarif.ts', '../scan.ts'],
    ['the command calls the library', 'packages/scanner/src/cli/main.ts', '../index.ts'],
    ['the command reads its own version', 'packages/scanner/src/cli/main.ts', '../../package.json'],
  ])('is kept when %s', (_, path, specifier) => {
    expect(architectureViolations([{ path, text: `import { x } from '${specifier}';\n` }])).toEqual([]);
  });
});

describe('oxlint', () => {
  it.each([
    ['a check imports a reader', check, "import '../../readers/application.ts';"],
    ['a check opens a file', check, "import 'node:fs';"],
    ['a check reads the environment', check, 'export const stage = process.env;'],
    ['a report imports the command', 'packages/scanner/src/reports/sarif.ts', "import '../cli/main.ts';"],
    ['the library imports the command', 'packages/scanner/src/index.ts', "import './cli/main.ts';"],
    ['code imports the scanner', 'packages/code/src/secrets.ts', "import 'leastwise';"],
    ['a test imports the command', check.replace('.ts', '.test.ts'), "import '../../cli/main.ts';"],
  ])('complains when %s', (_, path, text) => {
    expect(lint(path, text)).toContain('no-restricted-');
  });

  it.each([
    ['a check asks an analysis', check, "import '../../analyses/facts.ts';"],
    ['a source opens a file', 'packages/scanner/src/sources/disk-tree.ts', "import 'node:fs';"],
    ['the library exports a report', 'packages/scanner/src/index.ts', "import './reports/sarif.ts';"],
    ['a test reads the environment', check.replace('.ts', '.test.ts'), 'export const stage = process.env;'],
    ['the command imports a source', 'packages/scanner/src/cli/main.ts', "import '../sources/disk-tree.ts';"],
  ])('is silent when %s', (_, path, text) => {
    expect(lint(path, text)).not.toContain('no-restricted-');
  });
});

function lint(path: string, text: string): string {
  const root = mkdtempSync(join(tmpdir(), 'leastwise-lint-'));
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), `${text}\n`);
  cpSync(join(repositoryRoot, '.oxlintrc.json'), join(root, '.oxlintrc.json'));
  const oxlint = join(repositoryRoot, 'node_modules/oxlint/bin/oxlint');
  const result = spawnSync(process.execPath, [oxlint, '--format', 'unix'], { cwd: root, encoding: 'utf8' });
  rmSync(root, { recursive: true });
  return result.stdout + result.stderr;
}

describe('folders', () => {
  it.each(['shared', 'common', 'utils', 'helpers'])('may not be called %s', (name) => {
    const violations = architectureViolations([{ path: `packages/model/src/${name}/strings.ts`, text: '' }]);
    expect(violations.join()).toContain(`a folder is called ${name}`);
  });

  it('need a row in the table', () => {
    const violations = architectureViolations([{ path: 'packages/scanner/src/engine/run.ts', text: '' }]);
    expect(violations.join()).toContain('no row in the table');
  });
});

describe('import specifiers', () => {
  it('are found in every form', () => {
    const text = [
      "import type { A } from './a.ts';",
      "import {\n  b,\n  c,\n} from './b.ts';",
      "export * from './d.ts';",
      "import './e.ts';",
      "const f = await import('./f.ts');",
      "// taken from './not-an-import.ts'",
    ].join('\n');
    expect(importSpecifiers(text)).toEqual(['./a.ts', './b.ts', './d.ts', './e.ts', './f.ts']);
  });
});

describe('the table', () => {
  it('names only places that it has', () => {
    const names = places.map((place) => place.name);
    expect(places.flatMap((place) => place.imports).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('never lets two places import each other', () => {
    const mutual = places.filter((one) =>
      one.imports.some((name) => places.find((other) => other.name === name)?.imports.includes(one.name)),
    );
    expect(mutual).toEqual([]);
  });

  it('is the one that oxlint enforces', () => {
    const config = JSON.parse(readFileSync(join(repositoryRoot, '.oxlintrc.json'), 'utf8')) as { overrides: object[] };
    expect(config.overrides).toEqual(lintOverrides());
  });
});
