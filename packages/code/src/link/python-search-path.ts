import type { SourceTree } from '@leastwise/model';

export interface PythonLinkContext {
  /** The folder that is shipped as `/var/task`. */
  readonly codeRoot?: string;
  /** Folders that are shipped as `/opt`, in the order of the layers. */
  readonly layers?: readonly string[];
  /** Lead into packages that stand in the tree (installed beside the code); otherwise they are known by name only. */
  readonly followPackages?: boolean;
}

/**
 * Where Lambda's Python looks for a module: the code, then the layers
 * (https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html). A layer that `sam build` makes is written without the
 * folder `python`.
 */
export function searchPath(tree: SourceTree, context: PythonLinkContext): readonly string[] {
  const { codeRoot = '', layers = [] } = context;
  return [codeRoot, ...layers.flatMap((layer) => layerFolders(tree, layer))];
}

/**
 * Where a module may stand when the code is not shipped as it lies: a `src` layout, and the folders around the file. Many
 * projects put the folder of the handler on the path, or are started from above.
 */
export function likelyFolders(fromFile: string, context: PythonLinkContext): readonly string[] {
  const { codeRoot = '' } = context;
  const folders = [join(codeRoot, 'src'), join(codeRoot, 'python')];
  let folder = parentOf(fromFile);
  for (;;) {
    folders.push(folder, join(folder, 'src'));
    if (folder === '') return [...new Set(folders)];
    folder = parentOf(folder);
  }
}

function layerFolders(tree: SourceTree, layer: string): string[] {
  const python = join(layer, 'python');
  const library = join(python, 'lib');
  const versions = tree
    .list(library)
    .filter(({ name, kind }) => kind === 'folder' && /^python3(\.\d+)?$/.test(name))
    .map(({ name }) => join(library, name, 'site-packages'));
  return [...versions, python, layer];
}

export function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
