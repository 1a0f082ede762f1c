import type { SyntaxDocument } from './syntax-node.ts';
import { diagnosticList } from './diagnostic-list.ts';
import { LIMITS } from './limits.ts';

/** Refuses text that no reader should try: too long, or not text at all. Undefined when it is worth reading. */
export function refuseText(text: string, file: string): SyntaxDocument | undefined {
  const found = diagnosticList(file);
  if (text.length > LIMITS.textLength) {
    found.add(
      'template-too-large',
      'incomplete',
      0,
      0,
      `The file has ${text.length} characters; more than ${LIMITS.textLength} are not read.`,
      'Split the file, or exclude it in leastwise.yaml when it is no template.',
    );
  } else if (text.includes('\0')) {
    const at = text.indexOf('\0');
    found.add(
      'template-binary',
      'incomplete',
      at,
      at + 1,
      'The file holds a NUL character, so it is binary or not UTF-8.',
      'Save it as UTF-8 text, or exclude it in leastwise.yaml when it is no template.',
    );
  } else return undefined;
  return { root: undefined, documents: [], diagnostics: found.diagnostics };
}
