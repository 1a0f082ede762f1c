import { asText, resolvePath, type SourceTree } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';
import { metadataText } from './metadata-text.ts';
import type { HandlerFact } from './handler.ts';
import { joinPath, type HandlerSearch } from './handler-search.ts';
import { searchJavaScript } from './javascript-handler.ts';
import { searchPython } from './python-handler.ts';

/**
 * A function in a container image: read from the Dockerfile beside the template when the template names it. What an image
 * holds is never wholly known, so nothing is called missing here.
 */
export function containerHandler(node: NodeOf<'function'>, tree: SourceTree): HandlerFact {
  const context = metadataText(node, 'DockerContext') ?? metadataText(node, 'aws:asset:path');
  const folder = context === undefined ? undefined : resolvePath(node.at.file, context);
  if (folder === undefined) return inImage(node, 'The code is in a container image, not in the tree.');
  const name = metadataText(node, 'Dockerfile') ?? metadataText(node, 'aws:asset:dockerfile-path') ?? 'Dockerfile';
  const content = tree.read(joinPath(folder, name));
  if (!('text' in content)) return inImage(node, `The Dockerfile ${joinPath(folder, name)} is not in the tree.`);

  const declared = commandOf(node) ?? dockerCommand(content.text);
  if (declared === undefined)
    return inImage(node, `${joinPath(folder, name)} names no command of the form module.function.`);
  for (const path of [folder, ...copiedFolders(content.text, folder, tree)]) {
    const search: HandlerSearch = { node, declared, place: { kind: 'folder', path }, tree, layers: false };
    for (const fact of [searchPython(search), searchJavaScript(search)]) if (fact.status === 'resolved') return fact;
  }
  return inImage(
    node,
    `What ${joinPath(folder, name)} puts behind ${declared} could not be found by reading it.`,
    declared,
  );
}

function commandOf(node: NodeOf<'function'>): string | undefined {
  const first = node.facet.imageCommand.items[0];
  return first === undefined ? undefined : asText(first);
}

/** The last `CMD ["app.handler"]`. */
function dockerCommand(text: string): string | undefined {
  const commands = [...text.matchAll(/^\s*CMD\s+\[\s*"([^"]+)"\s*\]/gim)];
  const command = commands.at(-1)?.[1];
  return command !== undefined && /^[\w./-]+\.\w+$/.test(command) ? command : undefined;
}

function copiedFolders(text: string, context: string, tree: SourceTree): readonly string[] {
  const folders: string[] = [];
  for (const match of text.matchAll(/^\s*(?:COPY|ADD)\s+((?:(?!--)\S+\s+)+)\S+\s*$/gim)) {
    for (const source of (match[1] ?? '').trim().split(/\s+/)) {
      const path = joinPath(context, source.replace(/\/?\*.*$/, ''));
      const folder = tree.stat(path) === 'file' ? path.split('/').slice(0, -1).join('/') : path;
      if (tree.stat(folder) === 'folder' && !folders.includes(folder)) folders.push(folder);
    }
  }
  return folders;
}

function inImage(node: NodeOf<'function'>, reason: string, declared?: string): HandlerFact {
  const image = node.facet.code.image;
  return {
    status: 'unknown',
    ...(declared === undefined ? {} : { declared }),
    open: {
      kind: 'unknown',
      cause: 'missing-file',
      reason,
      origin: image.kind === 'absent' ? node.keyRange : image.origin,
    },
  };
}
