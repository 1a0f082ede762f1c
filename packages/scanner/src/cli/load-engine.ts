import type { CodeEngine } from '../analyses/code/code-facts.ts';
import { rememberingEngine } from '../analyses/code/remembering-engine.ts';

/** Loaded when a command looks at code: the parser of JavaScript alone takes as long as reading a template. */
export async function loadEngine(only: readonly string[] | undefined): Promise<CodeEngine | undefined> {
  if (only !== undefined && only.length > 0 && !only.includes('code')) return undefined;
  const { analyseCode } = await import('@leastwise/code/engine');
  return rememberingEngine(analyseCode);
}
