import { resolvePath, type SourceRange, type Unknown, type Value } from '@leastwise/model';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import type { Stack } from './scope.ts';
import type { TemplateStore } from './template-store.ts';
import { scalarText, unknown } from './values.ts';

/** Reads a local file that the template includes. */
export function includeFile(
  stack: Stack,
  store: TemplateStore,
  location: Value,
  at: SourceRange,
): { node: SyntaxNode; file: string } | Unknown {
  const text = scalarText(location);
  if (text === undefined)
    return unknown('macro', 'Which file is included is known only to a deployment.', at, { name: 'AWS::Include' });
  if (/^[a-z0-9]+:\/\//i.test(text)) {
    return unknown('macro', `The included file ${text} is not in the tree.`, at, { name: 'AWS::Include' });
  }
  const path = resolvePath(at.file, text);
  const loaded = path === undefined ? undefined : store.load(path);
  if (path === undefined || loaded === undefined)
    return lost(stack, at, 'path-outside-root', `The included file ${text} lies outside the root.`);
  if ('failure' in loaded)
    return lost(stack, at, 'included-file-missing', `The included file ${text} could not be read: ${loaded.message}`);
  if (loaded.document.root === undefined)
    return lost(stack, at, 'included-file-empty', `The included file ${text} holds nothing.`);
  for (const diagnostic of loaded.document.diagnostics) stack.report(diagnostic);
  return { node: loaded.document.root, file: path };
}

function lost(stack: Stack, range: SourceRange, code: string, message: string): Unknown {
  stack.report({
    code,
    message,
    range,
    hint: 'Put the file beside the template, or correct the location.',
    effect: 'incomplete',
  });
  return unknown('missing-file', message, range);
}
