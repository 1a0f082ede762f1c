import picomatch from 'picomatch';
import type { Diagnostic, SourceTree, TreeEntry } from '@leastwise/model';
import type { IgnoreRules } from './ignore-rules.ts';
import { ignoreRules } from './ignore-rules.ts';

export interface DiscoveryOptions {
  /** Globs from the root (`services/**`); when given, only files that match one are candidates. */
  readonly include?: readonly string[];
  /** Globs from the root; files and folders that match are left out. */
  readonly exclude?: readonly string[];
  /** By name: whether a file may be worth reading. Default `mayBeTemplate`. */
  readonly candidate?: (name: string) => boolean;
}

export interface Discovery {
  /** Paths from the root, each once, in code-unit order of their folders and names. */
  readonly files: readonly string[];
  /**
   * Candidates below `.aws-sam`: what `sam build` and `sam package` made of a source. They are joined to their sources
   * and reported alone only when there is no source.
   */
  readonly builtFiles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the files that may be templates below the selected paths (from the root; `''` is the root). Reads one listing a
 * folder and no file but `.gitignore`. `node_modules`, `.git` and what git ignores are left out, except `cdk.out`, which is
 * always ignored and yet the only form in which a CDK application can be read. A path that is selected itself is read even
 * when git ignores it.
 */
export function discover(tree: SourceTree, selected: readonly string[], options: DiscoveryOptions = {}): Discovery {
  const diagnostics: Diagnostic[] = [];
  const walk: Walk = {
    tree,
    files: new Set(),
    builtFiles: new Set(),
    visited: new Set(),
    candidate: options.candidate ?? mayBeTemplate,
    included: globs(options.include),
    excluded: globs(options.exclude) ?? ((): boolean => false),
    whole: selected.includes(''),
    diagnostics,
  };
  for (const path of selected) {
    const kind = tree.stat(path);
    if (kind === 'missing') diagnostics.push(notFound(path));
    else if (kind === 'file') collect(walk, path);
    else walkFolder(walk, path, rulesFor(tree, path));
  }
  return { files: byFolder(walk.files), builtFiles: byFolder(walk.builtFiles), diagnostics };
}

/** File names under which templates are kept; everything else is never opened. */
export function mayBeTemplate(name: string): boolean {
  if (/^serverless\.[cm]?[jt]s$/i.test(name)) return true;
  if (name === 'terragrunt.hcl') return true;
  return /\.(?:ya?ml|json|template|txt|tf|tofu)$/i.test(name) && !NEVER_TEMPLATES.has(name);
}

/** Large and frequent files that are never templates, so that they are not even read. */
const NEVER_TEMPLATES = new Set([
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'composer.lock.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'tsconfig.json',
  'jsconfig.json',
  'cdk.json',
  'tree.json',
  'requirements.txt',
  'LICENSE.txt',
  'robots.txt',
]);

interface Walk {
  readonly tree: SourceTree;
  readonly files: Set<string>;
  readonly builtFiles: Set<string>;
  readonly visited: Set<string>;
  readonly candidate: (name: string) => boolean;
  readonly included: ((path: string) => boolean) | undefined;
  readonly excluded: (path: string) => boolean;
  /** The whole root is looked at, so a link inside it leads to nothing new. */
  readonly whole: boolean;
  readonly diagnostics: Diagnostic[];
}

/** What tools fetched: a module of Terraform that is called is read through its call. */
const NEVER_ENTERED = new Set(['node_modules', '.git', '.terraform', '.terragrunt-cache']);

/** How deep folders may nest. */
const MAX_FOLDERS = 64;

function walkFolder(walk: Walk, start: string, startRules: IgnoreRules): void {
  const open: { folder: string; rules: IgnoreRules }[] = [{ folder: start, rules: startRules }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder, rules } = next;
    if (walk.visited.has(folder)) continue;
    walk.visited.add(folder);
    const entries = walk.tree.list(folder);
    if (entries.length === 0) reportUnlisted(walk, folder);
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.kind === 'file') {
        if (walk.candidate(entry.name) && (isBuild(path) || !rules.ignores(path, 'file'))) collect(walk, path);
      } else if (entry.kind === 'dead-link') {
        if (!walk.excluded(path) && !rules.ignores(path, 'file'))
          walk.diagnostics.push(deadLink(walk, entry.name, path));
      } else if (mayEnter(walk, entry, path, rules)) {
        open.push({ folder: path, rules: isBuild(path) ? NO_RULES : rules.enter(path) });
      }
    }
  }
}

function mayEnter(walk: Walk, entry: TreeEntry, path: string, rules: IgnoreRules): boolean {
  if (NEVER_ENTERED.has(entry.name)) return false;
  if (walk.excluded(path) || walk.excluded(`${path}/`)) return false;
  if (!isBuild(path) && rules.ignores(path, 'folder')) return false;
  if (entry.linked === true) {
    // Its files are found in their own place; following it could repeat a tree without end.
    if (!walk.whole) walk.diagnostics.push(linkedFolder(path));
    return false;
  }
  if (path.split('/').length <= MAX_FOLDERS) return true;
  walk.diagnostics.push(tooDeep(path));
  return false;
}

function collect(walk: Walk, path: string): void {
  if (walk.excluded(path) || walk.included?.(path) === false) return;
  // Assets of a CDK application are code, archives and copies of files; only nested stacks are templates among them.
  if (/(?:^|\/)cdk\.out\/(?:.*\/)?asset\.[^/]+\//.test(path) && !path.endsWith('.nested.template.json')) return;
  (inFolder(path, '.aws-sam') ? walk.builtFiles : walk.files).add(path);
}

/** Outputs that git ignores but that are worth reading. */
const isBuild = (path: string): boolean => inFolder(path, 'cdk.out') || inFolder(path, '.aws-sam');

const inFolder = (path: string, folder: string): boolean => `/${path}/`.includes(`/${folder}/`);

const NO_RULES: IgnoreRules = { ignores: () => false, enter: () => NO_RULES };

/** The rules that hold in a selected folder, from every `.gitignore` above it. */
function rulesFor(tree: SourceTree, folder: string): IgnoreRules {
  if (isBuild(folder)) return NO_RULES;
  let rules = ignoreRules(tree);
  if (folder === '') return rules;
  const parts = folder.split('/');
  for (let depth = 1; depth <= parts.length; depth++) {
    const path = parts.slice(0, depth).join('/');
    // A folder that git ignores was selected by name: its own files are wanted, so the rules above no longer hold.
    if (rules.ignores(path, 'folder')) return NO_RULES;
    rules = rules.enter(path);
  }
  return rules;
}

function globs(patterns: readonly string[] | undefined): ((path: string) => boolean) | undefined {
  return patterns === undefined || patterns.length === 0 ? undefined : picomatch([...patterns], { dot: true });
}

function notFound(path: string): Diagnostic {
  return {
    code: 'path-not-found',
    message: `There is nothing at ${JSON.stringify(path)} inside the root.`,
    range: { file: path, start: 0, end: 0 },
    hint: 'Check the path; paths are taken from the folder in which the command runs, and must lie below the root.',
    effect: 'incomplete',
  };
}

/** A folder that nobody may list looks empty. */
function reportUnlisted(walk: Walk, folder: string): void {
  const read = walk.tree.readBytes(folder);
  if (!('failure' in read) || read.failure !== 'unreadable') return;
  walk.diagnostics.push({
    code: 'folder-unreadable',
    message: `The folder ${folder === '' ? '.' : folder} cannot be listed, so what is in it was not looked at.`,
    range: { file: folder, start: 0, end: 0 },
    hint: 'Allow reading it, or exclude it in leastwise.yaml.',
    effect: 'incomplete',
  });
}

function deadLink(walk: Walk, name: string, path: string): Diagnostic {
  const read = walk.tree.read(path);
  const why = 'failure' in read ? read : undefined;
  return {
    code: why?.failure === 'outside-root' ? 'link-outside-root' : 'link-broken',
    message:
      why?.failure === 'missing'
        ? `${path} is a link to something that is not there.`
        : (why?.message ?? `${path} is a link that leads nowhere.`),
    range: { file: path, start: 0, end: 0 },
    hint: 'Put the file itself there, or scan with a --root that holds both, or exclude the link in leastwise.yaml.',
    effect: walk.candidate(name) ? 'incomplete' : 'note',
  };
}

function linkedFolder(path: string): Diagnostic {
  return {
    code: 'link-not-followed',
    message: `${path} is a link to another folder of the root; the templates there were not looked for.`,
    range: { file: path, start: 0, end: 0 },
    hint: 'Name the folder itself on the command line when it is wanted.',
    effect: 'note',
  };
}

function tooDeep(path: string): Diagnostic {
  return {
    code: 'folders-too-deep',
    message: `Folders nest deeper than ${MAX_FOLDERS} here; what is below was not looked at.`,
    range: { file: path, start: 0, end: 0 },
    hint: 'Name the folder itself on the command line, or exclude it in leastwise.yaml.',
    effect: 'incomplete',
  };
}

/** By folder and name, so that `a/b` stands before `a-b`. */
function byFolder(paths: Iterable<string>): readonly string[] {
  return Array.from(paths, (path) => path.replaceAll('/', '\0'))
    .sort()
    .map((key) => key.replaceAll('\0', '/'));
}
