import { lineStarts, type SourceRange, type SourceTree } from '@leastwise/model';

/** A place in a stack trace of JavaScript, TypeScript or (through jsii) Python. */
const FRAME = /(?:\(|^|\s|file:\/\/)((?:[A-Za-z]:)?[^\s():]*[\\/]?[^\s():\\/]+\.[A-Za-z]+):(\d+)(?::(\d+))?\)?\s*$/;

/**
 * Where in the user's program a construct is made: the innermost frame of its stack trace that lies in the tree. Traces
 * hold paths of the machine that ran `cdk synth`, so a path counts when its end names a file beside the assembly or below
 * the root.
 */
export function constructOrigin(
  trace: readonly string[],
  application: string,
  tree: SourceTree,
): SourceRange | undefined {
  for (const frame of trace) {
    const match = FRAME.exec(frame);
    const written = match?.[1]?.replaceAll('\\', '/');
    if (match === null || written === undefined || written.includes('node_modules/') || written.startsWith('node:'))
      continue;
    const file = fileInTree(written, application, tree);
    if (file !== undefined) return rangeAt(file, Number(match[2]), Number(match[3] ?? 1), tree);
  }
  return undefined;
}

function fileInTree(written: string, application: string, tree: SourceTree): string | undefined {
  const parts = written.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return undefined;
  for (let from = 0; from < parts.length; from++) {
    const path = parts.slice(from).join('/');
    const beside = application === '' ? path : `${application}/${path}`;
    if (tree.stat(beside) === 'file') return beside;
    // A bare file name below the root may be any file of that name, so only longer paths count there.
    if (from < parts.length - 1 && tree.stat(path) === 'file') return path;
  }
  return undefined;
}

function rangeAt(file: string, line: number, column: number, tree: SourceTree): SourceRange | undefined {
  const read = tree.read(file);
  if ('failure' in read) return undefined;
  const starts = lineStarts(read.text);
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  const next = starts[line] ?? read.text.length;
  const text = read.text.slice(start, next).trimEnd();
  const from = Math.min(start + Math.max(0, column - 1), start + text.length);
  return { file, start: from, end: start + text.length };
}
