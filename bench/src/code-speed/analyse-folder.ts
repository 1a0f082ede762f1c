import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CodeEntry } from '@leastwise/code';
import { analyseCode } from '@leastwise/code/engine';
import { inferHandlers } from '../../../packages/scanner/dist/readers/code/infer-handlers.js';
import { diskTree } from '../../../packages/scanner/dist/sources/disk-tree.js';

/**
 * The process that is measured: every file of a folder is parsed, lowered, linked and its module body interpreted; every function of
 * the shape of a handler is interpreted with an event of unknown source. Prints one line of JSON.
 */
const [root = '.'] = process.argv.slice(2);
const tree = diskTree(root);
const entries: CodeEntry[] = [];
for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
  const file = relative(root, join(root, name));
  if (!/\.(?:[cm]?[jt]sx?|py)$/.test(file)) continue;
  const read = tree.read(file);
  if (!('text' in read)) continue;
  const handlers = inferHandlers(file, read.text).map((handler) => handler.name);
  for (const exported of handlers.length === 0 ? ['handler'] : handlers) {
    entries.push({
      id: `${file}#${exported}`,
      language: file.endsWith('.py') ? 'python' : 'javascript',
      file,
      export: exported,
      codeRoot: file.split('/').slice(0, 2).join('/'),
      layers: [],
      sources: [],
      declared: false,
    });
  }
}
const facts = analyseCode({ tree, entries });
const hash = createHash('sha256');
for (const one of facts)
  hash.update(JSON.stringify([one.entry, one.flows, one.hosts, one.unsafe, one.incomplete, one.files]));
process.stdout.write(
  `${JSON.stringify({
    entries: entries.length,
    flows: facts.reduce((sum, one) => sum + one.flows.length, 0),
    capped: facts.filter((one) => one.incomplete.some((gap) => gap.reason === 'cap')).length,
    hash: hash.digest('hex').slice(0, 16),
    memory: process.resourceUsage().maxRSS / 1024,
  })}\n`,
);
