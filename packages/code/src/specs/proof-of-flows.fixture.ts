import { memoryTree } from '@leastwise/model';
import { analyseCode } from '../engine/index.ts';
import type { EventSource, Flow } from '../facts/index.ts';
import type { CodeLanguage } from '../ir/module.ts';

/** The flows of one file whose handler is started by this; an API request of payload 1.0 unless said otherwise. */
export function flowsOf(
  language: CodeLanguage,
  code: string,
  source: EventSource = 'rest-api',
  exported = 'handler',
): readonly Flow[] {
  const file = language === 'javascript' ? 'handler.mjs' : 'handler.py';
  const [facts] = analyseCode({
    tree: memoryTree({ [file]: code }),
    entries: [
      {
        id: 'orders',
        language,
        file,
        export: exported,
        codeRoot: '',
        layers: [],
        sources: [source],
        declared: true,
      },
    ],
  });
  return facts?.flows ?? [];
}
