import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { architectureTable, lintOverrides } from './architecture.ts';
import { checkListPage, checkPage, type DocumentedCheck } from './check-page.ts';
import { codeSpecsPage, type CodeSpecs } from './code-specs-page.ts';
import { commandsPage, type CommandLine } from './commands-page.ts';
import { coveragePage } from './coverage-page.ts';
import { dialectsPage } from './dialects-page.ts';
import { fixesPage } from './fixes-page.ts';
import { checkFiles, checksIndex, docPath, indexFile } from './generate-index.ts';
import { filesBelow, repositoryRoot } from './repository.ts';

const pagesFolder = 'docs/checks';
const codeSpecsFile = 'packages/code/src/specs/index.ts';
const flowClassFile = 'packages/code/src/facts/flow-class.ts';
const commandLineFile = 'packages/scanner/src/cli/main.ts';

export interface GeneratedFile {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** Loads a module by its path in `src`; the command takes the built one instead, tests the source. */
export type LoadModule = (path: string) => Promise<Readonly<Record<string, unknown>>>;

/** Every generated file with the text that it should have. */
export async function generatedFiles(root: string, load: LoadModule): Promise<readonly GeneratedFile[]> {
  const checks = await documentedChecks(root, load);
  return [
    { path: 'ARCHITECTURE.md', text: betweenMarkers(textOf(root, 'ARCHITECTURE.md'), 'imports', architectureTable()) },
    { path: '.oxlintrc.json', text: lintConfig(textOf(root, '.oxlintrc.json')) },
    { path: indexFile, text: checksIndex(root) },
    { path: 'docs/commands.md', text: commandsPage((await load(commandLineFile))['commandLine'] as CommandLine) },
    { path: 'docs/dialects.md', text: dialectsPage(root, checks) },
    { path: 'docs/coverage.md', text: coveragePage(root, checks) },
    { path: 'docs/fixes.md', text: fixesPage(checks) },
    { path: 'docs/code-specs.md', text: codeSpecsPage(await codeSpecs(load)) },
    { path: `${pagesFolder}/README.md`, text: checkListPage(checks) },
    ...checks.map((check) => ({ path: `${pagesFolder}/${check.check.name}.md`, text: checkPage(check) })),
    // Every published package carries its licence.
    ...['model', 'iam', 'code', 'scanner'].flatMap((name) =>
      ['LICENSE', 'NOTICE'].map((file) => ({ path: `packages/${name}/${file}`, text: textOf(root, file) })),
    ),
  ];
}

async function codeSpecs(load: LoadModule): Promise<CodeSpecs> {
  return { ...(await load(codeSpecsFile)), ...(await load(flowClassFile)) } as unknown as CodeSpecs;
}

async function documentedChecks(root: string, load: LoadModule): Promise<readonly DocumentedCheck[]> {
  const found: DocumentedCheck[] = [];
  for (const file of checkFiles(root)) {
    const { default: check } = (await load(file.path)) as { default: DocumentedCheck['check'] };
    const { default: doc } = (await load(docPath(file.path))) as { default: DocumentedCheck['doc'] };
    if (check.name !== file.slug || check.area !== file.area) {
      throw new Error(`${file.path} calls itself ${check.area}/${check.name}. Folder and file name say what it is.`);
    }
    found.push({ check, doc, path: file.path });
  }
  return found;
}

/** Generated pages that no check stands behind any longer. */
export function strayPages(root: string, files: readonly GeneratedFile[]): readonly string[] {
  const wanted = new Set(files.map((file) => file.path));
  return filesBelow(root, pagesFolder).filter((path) => !wanted.has(path));
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
export function betweenMarkers(text: string, name: string, inner: string): string {
  const from = text.indexOf(`<!-- ${name} -->`);
  const to = text.indexOf(`<!-- /${name} -->`);
  if (from < 0 || to < from) throw new Error(`The markers <!-- ${name} --> and <!-- /${name} --> are missing.`);
  return `${text.slice(0, from)}<!-- ${name} -->\n${inner}\n${text.slice(to)}`;
}

function lintConfig(text: string): string {
  const config = JSON.parse(text) as Record<string, unknown>;
  return `${JSON.stringify({ ...config, overrides: lintOverrides() }, null, 2)}\n`;
}

function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

async function main(root: string): Promise<void> {
  const files = await generatedFiles(root, (path) => {
    const built = path.replace('/src/', '/dist/').replace(/\.ts$/, '.js');
    return import(pathToFileURL(join(root, built)).href) as Promise<Record<string, unknown>>;
  });
  for (const file of files) {
    if (existsSync(join(root, file.path)) && textOf(root, file.path) === file.text) continue;
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.text);
    process.stdout.write(`wrote ${file.path}\n`);
  }
  for (const path of strayPages(root, files)) {
    rmSync(join(root, path));
    process.stdout.write(`removed ${path}\n`);
  }
}

if (basename(process.argv[1] ?? '') === basename(fileURLToPath(import.meta.url))) await main(repositoryRoot);
