import type { CodeEntry, FunctionFacts } from '@leastwise/code';
import type { SourceTree } from '@leastwise/model';
import type { CodeEngine } from './code-facts.ts';

/** Asks for each entry once: the worlds of one application mostly hold the same functions, started in the same ways. */
export function rememberingEngine(engine: CodeEngine): CodeEngine {
  const kept = new WeakMap<SourceTree, Map<string, FunctionFacts>>();
  return ({ tree, entries }) => {
    let known = kept.get(tree);
    if (known === undefined) kept.set(tree, (known = new Map()));
    const missing = entries.filter((entry) => !known.has(keyOf(entry)));
    const found = missing.length === 0 ? [] : engine({ tree, entries: missing });
    found.forEach((facts, index) => {
      const entry = missing[index];
      if (entry !== undefined) known.set(keyOf(entry), facts);
    });
    return entries.flatMap((entry) => known.get(keyOf(entry)) ?? []);
  };
}

function keyOf(entry: CodeEntry): string {
  return JSON.stringify({
    ...entry,
    inline: entry.inline === undefined ? undefined : [entry.inline.text, entry.inline.at],
  });
}
