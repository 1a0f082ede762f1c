import type { Assignment, Fragment, SourceRange, SourceTree, TemplateResource, Value } from '@leastwise/model';
import type { Application } from '../application.ts';
import { inferHandlers, isSurelyHandler, type InferredHandler } from './infer-handlers.ts';

const only: Assignment = { label: '', conditions: new Map(), isDefault: true };

/**
 * Code that no template speaks of, as one application a folder: its functions are inferred, and nothing else is known of them.
 * `beside` templates, only what can hardly be anything else is taken for a function.
 */
export function readCode(tree: SourceTree, files: readonly string[], beside = false): readonly Application[] {
  const folders = new Map<string, Fragment[]>();
  for (const file of files) {
    const read = tree.read(file);
    if (!('text' in read)) continue;
    const handlers = inferHandlers(file, read.text).filter((one) => !beside || isSurelyHandler(one, file, read.text));
    if (handlers.length === 0) continue;
    const folder = file.split('/').slice(0, -1).join('/');
    const fragment: Fragment = {
      file,
      format: 'code',
      stackPath: '',
      resources: handlers.map((handler) => functionOf(file, handler)),
      outputs: [],
      diagnostics: [],
      unknowns: [],
    };
    folders.set(folder, [...(folders.get(folder) ?? []), fragment]);
  }
  return [...folders].map(([folder, fragments]) => ({
    name: folder === '' ? 'code' : folder,
    assignments: [only],
    fragments: () => fragments,
    diagnostics: [],
  }));
}

function functionOf(file: string, handler: InferredHandler): TemplateResource {
  const origin: SourceRange = { file, start: handler.start, end: handler.end };
  const known = (value: string): Value => ({ kind: 'known', value, origin });
  const module = (file.split('/').at(-1) ?? file).replace(/\.\w+$/, '');
  const properties = new Map<string, Value>([
    ['Handler', known(`${module}.${handler.name}`)],
    ['Code', known('.')],
    [
      'Runtime',
      { kind: 'unknown', cause: 'missing-file', reason: 'There is no template that names the runtime.', origin },
    ],
    ['Role', { kind: 'unknown', cause: 'missing-file', reason: 'There is no template that names the role.', origin }],
  ]);
  return {
    id: `code:${file}#${handler.name}`,
    logicalId: `${module}.${handler.name}`,
    type: 'AWS::Lambda::Function',
    properties: { kind: 'known', value: properties, origin },
    location: origin,
    keyRange: origin,
  };
}
