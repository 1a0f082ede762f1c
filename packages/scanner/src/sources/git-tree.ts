import { spawnSync } from 'node:child_process';
import type { ReadFailure, ReadResult, SourceTree, TreeEntry } from '@leastwise/model';

export interface GitTreeOptions {
  /** Files with more bytes are `too-large`. Default 10 MB. */
  readonly maxBytes?: number;
}

/**
 * The files of one commit, read from git's objects: neither the work tree nor the index is looked at or touched. A link is
 * followed only inside the tree; a submodule is a folder that holds nothing.
 */
export function gitTree(root: string, commit: string, options: GitTreeOptions = {}): SourceTree {
  return new GitTree(root, commit, options.maxBytes ?? 10_000_000);
}

/** The id of the commit that a name stands for; undefined when the repository has none. */
export function commitOf(root: string, name: string): string | undefined {
  // A name that begins with a dash would be an option of git.
  if (name === '' || name.startsWith('-') || name.includes('\0')) return undefined;
  const id = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
    ?.toString('utf8')
    .trim();
  return id !== undefined && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

/** Where two lines of history parted. */
export function mergeBase(root: string, one: string, other: string): string | undefined {
  const id = git(root, ['merge-base', one, other])?.toString('utf8').trim();
  return id !== undefined && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'submodule';
  readonly id: string;
  readonly size: number;
}

/** So many bytes are asked of git at once. */
const batchBytes = 32_000_000;
const maxLinks = 40;

class GitTree implements SourceTree {
  readonly #root: string;
  readonly #maxBytes: number;
  readonly #entries = new Map<string, Entry>();
  readonly #folders = new Map<string, TreeEntry[]>([['', []]]);
  readonly #blobs = new Map<string, Buffer>();
  readonly #texts = new Map<string, ReadResult>();

  constructor(root: string, commit: string, maxBytes: number) {
    this.#root = root;
    this.#maxBytes = maxBytes;
    const listed = git(root, ['ls-tree', '-r', '-t', '-z', '--long', commit]);
    for (const line of (listed ?? Buffer.alloc(0)).toString('utf8').split('\0')) this.#add(line);
    for (const entries of this.#folders.values())
      entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  read(path: string): ReadResult {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const found = this.readBytes(path);
    const result: ReadResult =
      'failure' in found
        ? found
        : found.bytes.includes(0)
          ? { failure: 'binary', message: `${path} holds NUL bytes, so it is no text.` }
          : { text: Buffer.from(found.bytes).toString('utf8') };
    this.#texts.set(path, result);
    return result;
  }

  readBytes(path: string): { readonly bytes: Uint8Array } | ReadFailure {
    const real = this.#follow(path);
    const entry = real === undefined ? undefined : this.#entries.get(real);
    if (real === undefined || entry === undefined) return { failure: 'missing', message: `There is no file ${path}.` };
    if (entry.kind !== 'file') return { failure: 'not-a-file', message: `${path} is no file.` };
    if (entry.size > this.#maxBytes) {
      return {
        failure: 'too-large',
        message: `${path} has ${entry.size} bytes; more than ${this.#maxBytes} are not read.`,
      };
    }
    const blob = this.#blobs.get(entry.id) ?? this.#fetch(real, entry);
    return blob === undefined
      ? { failure: 'unreadable', message: `${path} is named in the commit, but its content is not in the repository.` }
      : { bytes: blob };
  }

  stat(path: string): 'file' | 'folder' | 'missing' {
    const real = this.#follow(path);
    if (real === undefined) return 'missing';
    if (this.#folders.has(real)) return 'folder';
    return this.#entries.get(real)?.kind === 'file' ? 'file' : 'missing';
  }

  list(folder: string): readonly TreeEntry[] {
    const real = this.#follow(folder);
    const entries = (real === undefined ? undefined : this.#folders.get(real)) ?? [];
    return entries.map((entry): TreeEntry => {
      if (entry.kind !== 'dead-link') return entry;
      const kind = this.stat(folder === '' ? entry.name : `${folder}/${entry.name}`);
      return kind === 'missing' ? entry : { name: entry.name, kind, linked: true };
    });
  }

  #add(line: string): void {
    const match = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line);
    if (match === null) return;
    const [, mode, type, id = '', size, path = ''] = match;
    const kind = type === 'tree' ? 'folder' : type === 'commit' ? 'submodule' : mode === '120000' ? 'link' : 'file';
    this.#entries.set(path, { kind, id, size: Number(size === '-' ? 0 : size) });
    const slash = path.lastIndexOf('/');
    const above = this.#folders.get(slash < 0 ? '' : path.slice(0, slash));
    const name = path.slice(slash + 1);
    if (kind === 'folder' || kind === 'submodule') this.#folders.set(path, []);
    if (kind !== 'link') above?.push({ name, kind: kind === 'file' ? 'file' : 'folder' });
    else above?.push({ name, kind: 'dead-link' });
  }

  /** The path without links; undefined when it leads out of the tree, nowhere, or in a circle. */
  #follow(path: string): string | undefined {
    if (path.includes('\0') || path.startsWith('/') || path.split('/').includes('..')) return undefined;
    let rest = path === '' ? [] : path.split('/');
    let done: string[] = [];
    for (let links = 0; rest.length > 0;) {
      const [name = '', ...after] = rest;
      rest = after;
      if (name === '' || name === '.') continue;
      if (name === '..') {
        if (done.length === 0) return undefined;
        done = done.slice(0, -1);
        continue;
      }
      const here = [...done, name].join('/');
      const entry = this.#entries.get(here);
      if (entry === undefined) return undefined;
      if (entry.kind !== 'link') {
        done = [...done, name];
        continue;
      }
      if (++links > maxLinks) return undefined;
      const target = (this.#blobs.get(entry.id) ?? this.#fetch(here, entry))?.toString('utf8');
      if (target === undefined || target.startsWith('/')) return undefined;
      rest = [...target.split('/'), ...rest];
    }
    return done.join('/');
  }

  /** One process for many blobs: with the file asked for come those that are read by the same kind of reader. */
  #fetch(path: string, wanted: Entry): Buffer | undefined {
    const ending = endingOf(path);
    const batch = new Map<string, number>([[wanted.id, wanted.size]]);
    let bytes = wanted.size;
    for (const [other, entry] of this.#entries) {
      if (bytes >= batchBytes) break;
      if (entry.kind !== 'file' || entry.size > 1_000_000 || this.#blobs.has(entry.id) || endingOf(other) !== ending)
        continue;
      if (batch.has(entry.id)) continue;
      batch.set(entry.id, entry.size);
      bytes += entry.size;
    }
    const answer = git(this.#root, ['cat-file', '--batch'], [...batch.keys()].join('\n') + '\n');
    if (answer !== undefined) this.#keep(answer);
    return this.#blobs.get(wanted.id);
  }

  /** `<id> blob <size>\n<bytes>\n`, or `<id> missing\n`. */
  #keep(answer: Buffer): void {
    for (let at = 0; at < answer.length;) {
      const end = answer.indexOf(10, at);
      if (end < 0) return;
      const [id = '', type, size] = answer.subarray(at, end).toString('utf8').split(' ');
      at = end + 1;
      if (size === undefined) continue;
      const length = Number(size);
      if (type === 'blob') this.#blobs.set(id, answer.subarray(at, at + length));
      at += length + 1;
    }
  }
}

function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(dot);
}

/**
 * Runs git for reading only. A scanned repository is hostile: nothing that its configuration names (hooks, monitors, remotes,
 * filters) may run, and objects that are not there are not fetched.
 */
function git(root: string, argv: readonly string[], input?: string): Buffer | undefined {
  const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'protocol.allow=never'];
  const run = spawnSync('git', ['--no-pager', '--no-replace-objects', ...safe, ...argv], {
    cwd: root,
    ...(input === undefined ? {} : { input }),
    maxBuffer: 1_000_000_000,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_NOSYSTEM: '1',
      LC_ALL: 'C',
    },
  });
  return run.status === 0 ? run.stdout : undefined;
}
