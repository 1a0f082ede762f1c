import type { Diagnostic } from '@leastwise/model';
import { parse, TomlError } from 'smol-toml';
import { diagnosticList } from './diagnostic-list.ts';
import { LIMITS } from './limits.ts';

export interface TomlDocument {
  /** Plain data, undefined when the text is no TOML. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads TOML (`samconfig.toml`). A mistake is the diagnostic `toml-invalid`; never throws. */
export function readToml(text: string, file: string): TomlDocument {
  const found = diagnosticList(file);
  if (text.length > LIMITS.textLength) {
    found.add('toml-invalid', 'incomplete', 0, 0, 'The file is too large to be read.', 'Split the file.');
    return { data: undefined, diagnostics: found.diagnostics };
  }
  try {
    return { data: parse(text.replace(/^\uFEFF/, '')), diagnostics: found.diagnostics };
  } catch (error) {
    const at = error instanceof TomlError ? offsetOf(text, error.line, error.column) : 0;
    const reason = error instanceof Error ? firstLine(error.message) : String(error);
    const end = Math.min(at + 1, text.length);
    found.add(
      'toml-invalid',
      'incomplete',
      at,
      end,
      `This is no valid TOML: ${reason}.`,
      'Correct the line; "sam deploy" must accept the file.',
    );
    return { data: undefined, diagnostics: found.diagnostics };
  }
}

const firstLine = (message: string): string => message.split('\n', 1)[0]?.replace(/^Invalid TOML document: /, '') ?? '';

function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let passed = 1; passed < line; passed++) {
    const next = text.indexOf('\n', at);
    if (next === -1) break;
    at = next + 1;
  }
  return Math.min(at + Math.max(0, column - 1), text.length);
}
