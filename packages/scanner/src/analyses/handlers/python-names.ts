import type { ExportFound } from './javascript-exports.ts';

/** Looks for a name at the top of a Python module: defined, assigned or imported. */
export function findPythonName(text: string, name: string): ExportFound {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const spellings = [
    // def handler(…)   async def handler   class Handler, also below if and try
    new RegExp(`^[ \\t]*(?:async[ \\t]+)?(?:def|class)[ \\t]+${word}(?!\\w)`, 'm'),
    // handler = Mangum(app)   handler: Callable = …   a = handler = …
    new RegExp(`^[ \\t]*(?:\\w+[ \\t]*=[ \\t]*)*${word}[ \\t]*(?::[^=\\n]+)?=(?!=)`, 'm'),
    // from .orders import create as handler, handler   also in parentheses over several lines
    new RegExp(
      `^[ \\t]*from[ \\t]+[\\w.]+[ \\t]+import[ \\t]+(?:\\([^)]*?|[^\\n(]*?)(?<!\\w)${word}(?!\\w)(?![ \\t]+as[ \\t])`,
      'm',
    ),
    new RegExp(`^[ \\t]*import[ \\t]+[^\\n]*(?<!\\w)${word}(?!\\w)`, 'm'),
  ];
  for (const spelling of spellings) {
    const match = spelling.exec(text);
    if (match === null) continue;
    const start = match.index + match[0].lastIndexOf(name);
    return { start, end: start + name.length };
  }
  if (new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text)) return 'possible';
  return /^\s*from[ \t]+[\w.]+[ \t]+import[ \t]+\*|globals\(\)|__getattr__|setattr\(|exec\(/m.test(text)
    ? 'possible'
    : 'absent';
}
