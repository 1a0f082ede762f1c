import { memoryTree } from '@leastwise/model';
import type { CodeEntry } from '../facts/entry.ts';
import type { CodeValue } from '../facts/code-value.ts';
import type { FunctionFacts } from '../facts/function-facts.ts';
import { analyseCode } from './index.ts';

/** The facts of a small application; the first file holds `handler`. */
export function factsOf(files: Readonly<Record<string, string>>, about: Partial<CodeEntry> = {}): FunctionFacts {
  const [file = 'index.js'] = Object.keys(files);
  const entry: CodeEntry = {
    id: 'orders',
    language: file.endsWith('.py') ? 'python' : 'javascript',
    file,
    export: 'handler',
    codeRoot: '',
    layers: [],
    sources: ['rest-api'],
    declared: true,
    ...about,
  };
  const [facts] = analyseCode({ tree: memoryTree(files), entries: [entry] });
  if (facts === undefined) throw new Error('There are no facts.');
  return facts;
}

/** A value in one line: `orders/ + event:pathParameters.id`. */
export function shownValue(value: CodeValue): string {
  switch (value.kind) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'one-of':
      return value.values.map(shownValue).join(' | ');
    case 'environment':
      return `$${value.name}${value.fallback === undefined ? '' : ` ?? ${shownValue(value.fallback)}`}`;
    case 'text':
      return value.parts.map(shownValue).join(' + ');
    case 'map':
      return `{ ${[...value.entries].map(([key, one]) => `${key}: ${shownValue(one)}`).join(', ')} }`;
    case 'list':
      return `[${value.items.map(shownValue).join(', ')}]`;
    case 'event':
      return `event:${value.path}`;
    case 'fetched':
      return `fetched:${value.from}`;
    case 'unknown':
      return 'unknown';
    default:
      return value satisfies never;
  }
}

/** The flows of one class as `body.name -> child_process#exec`. */
export function flowsOf(files: Readonly<Record<string, string>>, about: Partial<CodeEntry> = {}): readonly string[] {
  return factsOf(files, about).flows.map((flow) => `${flow.source.path} -> ${flow.callee}`);
}
