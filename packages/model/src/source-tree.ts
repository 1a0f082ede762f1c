/**
 * The files under one root, read-only. Paths are relative to the root with `/` between folders, without `./` and `..`;
 * `resolvePath` makes such a path. Nothing outside the root can be read. Reads are memoised and capped in size.
 */
export interface SourceTree {
  /** The decoded text (UTF-8, byte order mark kept) or why it cannot be had. */
  read(path: string): ReadResult;
  /** The raw bytes, for archives and notebooks; same caps. */
  readBytes(path: string): { readonly bytes: Uint8Array } | ReadFailure;
  /** What stands at the path; links are followed only when they stay inside the root. */
  stat(path: string): 'file' | 'folder' | 'missing';
  /** The entries of a folder in code-unit order; empty when it is none. */
  list(folder: string): readonly TreeEntry[];
}

export interface TreeEntry {
  readonly name: string;
  /** `dead-link`: a link that leads out of the root, nowhere or to itself; `read` says which. */
  readonly kind: 'file' | 'folder' | 'dead-link';
  /** Set when it is a link to something inside the root. */
  readonly linked?: true;
}

export type ReadResult = { readonly text: string } | ReadFailure;

export interface ReadFailure {
  readonly failure: 'missing' | 'outside-root' | 'too-large' | 'binary' | 'unreadable' | 'not-a-file';
  /** One plain sentence. */
  readonly message: string;
}

/**
 * Joins a path written in `fromFile` (or, with a trailing `/`, in that folder) to a path from the root.
 * Returns undefined when it leads out of the root or is absolute.
 */
export function resolvePath(fromFile: string, path: string): string | undefined {
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || path.includes('\0')) return undefined;
  const parts = fromFile.split('/').slice(0, -1);
  for (const part of path.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length === 0) return undefined;
    else parts.pop();
  }
  return parts.join('/');
}
