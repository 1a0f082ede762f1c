import type { Diagnostic } from '@leastwise/model';
import { child, type SyntaxNode } from '../syntax/syntax-node.ts';
import { overridesIn, samConfigText, type GivenParameters } from './samconfig.ts';
import type { GivenParameter } from './stack.ts';
import type { TemplateStore } from './template-store.ts';

/**
 * A file of parameters in any of the forms that deployment tools take: CloudFormation's list of
 * `{ParameterKey, ParameterValue}`, a list of `Name=value`, the template configuration `{"Parameters": {...}}` of
 * CodePipeline and the command line, a plain map, or a samconfig.
 */
export function readParameterFile(store: TemplateStore, file: string, environment: string): GivenParameters {
  if (/(?:^|\/)samconfig\.\w+$|\.toml$/.test(file)) {
    const read = store.tree.read(file);
    return 'failure' in read ? failed(file, read.message) : samConfigText(read.text, file, environment);
  }
  const loaded = store.load(file);
  if ('failure' in loaded) return failed(file, loaded.message);
  const root = loaded.document.root;
  const parameters = new Map<string, GivenParameter>();
  const add = (name: string, text: string | undefined, node: SyntaxNode): void => {
    if (text !== undefined) parameters.set(name, { text, at: { file, start: node.start, end: node.end } });
  };
  if (root?.kind === 'list') {
    for (const item of root.items) {
      if (item.kind === 'scalar') for (const [name, text] of overridesIn(item.text)) add(name, text, item);
      const key = textOf(child(item, 'ParameterKey'));
      const value = child(item, 'ParameterValue');
      if (key !== undefined && value !== undefined) add(key, textOf(value), value);
    }
  } else if (root?.kind === 'map') {
    const named = child(root, 'Parameters');
    const entries = named?.kind === 'map' ? named.entries : root.entries;
    for (const entry of entries) add(entry.key, textOf(entry.value), entry.value);
  } else return failed(file, 'It holds neither a list nor a map.');
  return { parameters, diagnostics: loaded.document.diagnostics };
}

function textOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.kind === 'list') return node.items.map((item) => textOf(item) ?? '').join(',');
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}

function failed(file: string, reason: string): GivenParameters {
  const diagnostic: Diagnostic = {
    code: 'parameter-file-unreadable',
    message: `The parameters in ${file} could not be read: ${reason}`,
    range: { file, start: 0, end: 0 },
    hint: 'Give a list of ParameterKey and ParameterValue, or a map from names to values.',
    effect: 'incomplete',
  };
  return { parameters: new Map(), diagnostics: [diagnostic] };
}
