import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskTree } from '../sources/disk-tree.ts';
import { commitOf, gitTree, mergeBase } from '../sources/git-tree.ts';
import { findRoot } from '../sources/root.ts';
import type { Io, Output } from './io.ts';

/** The real outside world: the only place that touches `process`. */
export function processIo(): Io {
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    environment: process.env,
    workingFolder: process.cwd(),
    now: () => new Date(),
    commits: { find: commitOf, mergeBase, tree: (root, commit) => gitTree(root, commit) },
    files: { findRoot, tree: (root) => diskTree(root), exists: existsSync, write: writeWhole },
  };
}

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
  };
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
