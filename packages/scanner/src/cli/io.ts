import type { SourceTree } from '@leastwise/model';

/** The outside world as the command meets it. `main` touches nothing else, so a test can hand it a made-up one. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly workingFolder: string;
  readonly now: () => Date;
  readonly files: Files;
  readonly commits: Commits;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
}

export interface Files {
  /** The nearest repository root at or above an absolute path; undefined when the path is not there. */
  findRoot(path: string): string | undefined;
  tree(root: string): SourceTree;
  /** Whether something stands at an absolute path. */
  exists(path: string): boolean;
  /** Writes beside and renames, so that an interrupted write leaves the old file whole. Throws with a plain message. */
  write(path: string, text: string): void;
}

/** The history of a repository, for reading only. */
export interface Commits {
  /** The id of a commit by any name that git takes; undefined when there is none. */
  find(root: string, name: string): string | undefined;
  mergeBase(root: string, one: string, other: string): string | undefined;
  tree(root: string, commit: string): SourceTree;
}
