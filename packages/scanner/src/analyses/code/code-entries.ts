import type { CodeEntry } from '@leastwise/code';
import { asText, resolvePath, type SourceTree } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { ExposureFacts } from '../exposure/exposure.ts';
import type { HandlerFacts } from '../handlers/handler.ts';
import { eventSources } from './event-sources.ts';
import { inlineCode } from './inline-code.ts';

/** Where the code of each function begins, for those whose handler was found and whose language is read. */
export function codeEntries(
  estate: Estate,
  tree: SourceTree,
  handlers: HandlerFacts,
  exposure: ExposureFacts,
): readonly CodeEntry[] {
  const entries: CodeEntry[] = [];
  for (const node of estate.of('function')) {
    const handler = handlers.of(node.id);
    if (handler.status !== 'resolved') continue;
    const language = languageOf(node, handler.file);
    if (language === undefined) continue;
    const { inline } = node.facet.code;
    const code =
      handler.inline === undefined || (inline.kind !== 'known' && inline.kind !== 'text')
        ? undefined
        : inlineCode(inline, tree);
    if (handler.inline !== undefined && code === undefined) continue;
    entries.push({
      id: node.id,
      language,
      file: handler.file,
      export: handler.export,
      ...(code === undefined ? {} : { inline: code }),
      codeRoot: handler.codeRoot,
      layers: layersOf(node, estate),
      sources: eventSources(
        estate,
        exposure.waysIn(node.id).map(({ trigger }) => trigger),
      ),
      declared: !estate.fragments.every(({ format }) => format === 'code'),
    });
  }
  return entries;
}

function languageOf(node: NodeOf<'function'>, file: string): CodeEntry['language'] | undefined {
  if (file.endsWith('.py')) return 'python';
  if (/\.[cm]?[jt]sx?$/.test(file)) return 'javascript';
  const runtime = asText(node.facet.runtime) ?? '';
  if (runtime.startsWith('python')) return 'python';
  return runtime.startsWith('nodejs') ? 'javascript' : undefined;
}

/** Folders of the tree that layers ship as `/opt`. */
function layersOf(node: NodeOf<'function'>, estate: Estate): readonly string[] {
  const folders: string[] = [];
  for (const layer of node.facet.layers.items) {
    const content = estate.resolve(layer, 'layer-version');
    if (content?.kind !== 'layer-version') continue;
    const written = asText(content.facet.content);
    const folder = written === undefined ? undefined : resolvePath(content.at.file, written);
    if (folder !== undefined) folders.push(folder);
  }
  return folders;
}
