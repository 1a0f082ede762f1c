import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ReadFailure, ReadResult, SourceTree, TreeEntry } from '@leastwise/model';

export interface DiskTreeOptions {
  /** Files with more bytes are `too-large`. Default 10 MB. */
  readonly maxBytes?: number;
}

/**
 * The files below a folder of the disk. Every path is resolved through its links first, so a link never leads out of the
 * root. Reads and listings are remembered, so that one scan sees one state of the disk.
 */
export function diskTree(root: string, options: DiskTreeOptions = {}): SourceTree {
  return new DiskTree(realpathSync(root), options.maxBytes ?? 10_000_000);
}

class DiskTree implements SourceTree {
  readonly #root: string;
  readonly #maxBytes: number;
  readonly #texts = new Map<string, ReadResult>();
  readonly #listings = new Map<string, readonly TreeEntry[]>();
  readonly #folders = new Map<string, string | ReadFailure>();

  constructor(root: string, maxBytes: number) {
    this.#root = root;
    this.#maxBytes = maxBytes;
  }

  read(path: string): ReadResult {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const found = this.readBytes(path);
    const result = 'failure' in found ? found : decode(path, found.bytes);
    this.#texts.set(path, result);
    return result;
  }

  /** Not remembered: archives are read once, and keeping their bytes would double the memory of a scan. */
  readBytes(path: string): { readonly bytes: Uint8Array } | ReadFailure {
    const real = this.#resolve(path);
    if (typeof real !== 'string') return real;
    let descriptor: number | undefined;
    try {
      // O_NONBLOCK: opening a named pipe must not wait for its writer. O_NOFOLLOW: the path has no link left, unless somebody
      // put one there since it was resolved.
      descriptor = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
      const stat = fstatSync(descriptor);
      if (!stat.isFile()) return { failure: 'not-a-file', message: `${path} is no file.` };
      if (stat.size > this.#maxBytes) {
        return {
          failure: 'too-large',
          message: `${path} has ${stat.size} bytes; more than ${this.#maxBytes} are not read.`,
        };
      }
      return { bytes: readFileSync(descriptor) };
    } catch (error) {
      return failure(path, error);
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }

  stat(path: string): 'file' | 'folder' | 'missing' {
    const slash = path.lastIndexOf('/');
    const above = slash < 0 ? '' : path.slice(0, slash);
    const name = path.slice(slash + 1);
    // A handler is looked for under many names in one folder: one listing answers them all.
    if (name !== '' && name !== '..') {
      const entry = entryIn(this.list(above), name);
      if (entry === undefined) return 'missing';
      if (entry.kind !== 'dead-link' && entry.linked !== true) return entry.kind;
    }
    return this.#followed(path);
  }

  #followed(path: string): 'file' | 'folder' | 'missing' {
    const real = this.#resolve(path);
    if (typeof real !== 'string') return 'missing';
    return kindOf(real) ?? 'missing';
  }

  list(folder: string): readonly TreeEntry[] {
    const known = this.#listings.get(folder);
    if (known !== undefined) return known;
    const listing = this.#list(folder);
    this.#listings.set(folder, listing);
    return listing;
  }

  #list(folder: string): readonly TreeEntry[] {
    const real = this.#resolve(folder);
    if (typeof real !== 'string') return [];
    const entries: TreeEntry[] = [];
    try {
      for (const entry of readdirSync(real, { withFileTypes: true })) {
        const { name } = entry;
        if (entry.isFile()) entries.push({ name, kind: 'file' });
        else if (entry.isDirectory()) entries.push({ name, kind: 'folder' });
        else if (entry.isSymbolicLink()) {
          const kind = this.#followed(folder === '' ? name : `${folder}/${name}`);
          entries.push(kind === 'missing' ? { name, kind: 'dead-link' } : { name, kind, linked: true });
        }
      }
    } catch {
      return [];
    }
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  /** The real path, when it lies inside the root. Folders are resolved once, so a file costs one call at most. */
  #resolve(path: string): string | ReadFailure {
    if (path === '') return this.#root;
    const parts = path.split('/');
    if (path.includes('\0') || path.startsWith('/') || parts.includes('..')) {
      return { failure: 'outside-root', message: `${JSON.stringify(path)} is no path below the root.` };
    }
    const above = parts.slice(0, -1).join('/');
    const folder = this.#resolveFolder(above);
    if (typeof folder !== 'string') return folder;
    const name = parts[parts.length - 1] ?? '';
    const absolute = join(folder, name);
    const listing = this.#listings.get(above);
    if (listing === undefined) return this.#real(path, absolute);
    // What a listing showed to be no link, or not to be there, needs no call.
    const entry = entryIn(listing, name);
    if (entry === undefined) return { failure: 'missing', message: `There is no file ${path}.` };
    return entry.kind === 'dead-link' || entry.linked === true ? this.#real(path, absolute) : absolute;
  }

  #resolveFolder(folder: string): string | ReadFailure {
    if (folder === '') return this.#root;
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const real = this.#resolve(folder);
    this.#folders.set(folder, real);
    return real;
  }

  #real(path: string, absolute: string): string | ReadFailure {
    try {
      const real = realpathSync.native(absolute);
      const root = this.#root.endsWith(sep) ? this.#root : this.#root + sep;
      if (real === this.#root || real.startsWith(root)) return real;
      return { failure: 'outside-root', message: `${path} is a link that leads out of the root.` };
    } catch (error) {
      return failure(path, error);
    }
  }
}

/** Listings stand in code-unit order. */
function entryIn(listing: readonly TreeEntry[], name: string): TreeEntry | undefined {
  let low = 0;
  let high = listing.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = listing[middle];
    if (entry === undefined || entry.name === name) return entry;
    if (entry.name < name) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function kindOf(real: string): 'file' | 'folder' | undefined {
  try {
    const stat = statSync(real);
    if (stat.isFile()) return 'file';
    return stat.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}

function decode(path: string, bytes: Uint8Array): ReadResult {
  if (bytes.includes(0)) return { failure: 'binary', message: `${path} holds NUL bytes, so it is no text.` };
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') };
}

function failure(path: string, error: unknown): ReadFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { failure: 'missing', message: `There is no file ${path}.` };
  if (code === 'ELOOP') return { failure: 'unreadable', message: `${path} is a link that leads to itself.` };
  return { failure: 'unreadable', message: `${path} could not be read (${String(code ?? error)}).` };
}
