import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { lowerPython } from '@leastwise/code';
import { factsOf, type CodeFacts } from './python-agreement/code-facts.ts';

/**
 * How far our Python front end agrees with CPython's own parser: on each file that CPython accepts, the same functions with
 * the same parameters, the same calls with the same arguments, the same assignments, all at the same places.
 * `node bench/dist/python-agreement.js <folder...> [--python=python3.13] [--explain]`.
 */
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const explains = process.argv.includes('--explain');
const python = process.argv.find((argument) => argument.startsWith('--python='))?.slice(9) ?? 'python3';
if (folders.length === 0) {
  process.stderr.write('Give folders with files of Python.\n');
  process.exit(2);
}

type Answer = { readonly file: string } & (
  | { readonly skipped: string }
  | { readonly rejected: string }
  | ({ readonly skipped?: undefined; readonly rejected?: undefined } & CodeFacts)
);

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && entry.name.endsWith('.py') ? [path] : [];
  });
}

const files = folders.flatMap(filesBelow);
const child = spawn(python, [join(import.meta.dirname, '../python/dump_ast.py')], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
child.stdin.end(files.map((file) => `${file}\n`).join(''));

const aspects = ['functions', 'calls', 'assignments'] as const;
const total = { accepted: 0, rejected: 0, skipped: 0, equal: 0, withProblems: 0 };
const items = { functions: 0, calls: 0, assignments: 0 };
for await (const line of createInterface({ input: child.stdout })) {
  const answer = JSON.parse(line) as Answer;
  if ('skipped' in answer && answer.skipped !== undefined) total.skipped++;
  else if ('rejected' in answer && answer.rejected !== undefined) total.rejected++;
  else compare(answer as { readonly file: string } & CodeFacts);
}

function compare(answer: { readonly file: string } & CodeFacts): void {
  total.accepted++;
  const text = readFileSync(answer.file, 'utf8');
  const module = lowerPython(answer.file, text);
  if (module.problems.length > 0) total.withProblems++;
  const ours = factsOf(module, text);
  const differences = aspects.flatMap((aspect) => {
    items[aspect] += answer[aspect].length;
    return [
      ...without(answer[aspect], ours[aspect]).map((one) => `  only CPython, ${aspect}: ${one}`),
      ...without(ours[aspect], answer[aspect]).map((one) => `  only ours, ${aspect}: ${one}`),
    ];
  });
  if (differences.length === 0) total.equal++;
  else if (explains) process.stderr.write(`${answer.file}\n${differences.slice(0, 6).join('\n')}\n`);
}

/** What `all` holds oftener than `other`. */
function without(all: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

const percent = ((100 * total.equal) / Math.max(1, total.accepted)).toFixed(3);
process.stdout.write(
  [
    `files ${files.length}: CPython accepts ${total.accepted}, rejects ${total.rejected}; not UTF-8 ${total.skipped}`,
    `compared: ${items.functions} functions, ${items.calls} calls, ${items.assignments} assignments`,
    `equal in all: ${total.equal} of ${total.accepted} files (${percent} %)`,
    `accepted by CPython, but a problem to us: ${total.withProblems}`,
    '',
  ].join('\n'),
);
