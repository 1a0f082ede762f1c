import { memoryTree } from '@leastwise/model';
import { analyseCode } from '../engine/index.ts';
import type { Flow } from '../facts/index.ts';
import type { CodeLanguage } from '../ir/module.ts';

/** The flows of one file whose handler answers an API request of payload 1.0. */
export function flowsOf(language: CodeLanguage, code: string): readonly Flow[] {
  const file = language === 'javascript' ? 'handler.mjs' : 'handler.py';
  const [facts] = analyseCode({
    tree: memoryTree({ [file]: code }),
    entries: [
      {
        id: 'orders',
        language,
        file,
        export: 'handler',
        codeRoot: '',
        layers: [],
        sources: ['rest-api'],
        declared: true,
      },
    ],
  });
  return facts?.flows ?? [];
}
