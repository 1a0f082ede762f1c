import { resolvePath } from '@leastwise/model';
import { sourceOf, type ModuleStore } from './modules/module-source.ts';

/**
 * The folders that are deployed themselves: those that no other folder calls as a module, and those that say where their
 * state is kept. What others call is read through them, with the values that they give it.
 */
export function findRoots(store: ModuleStore, files: readonly string[]): readonly string[] {
  const folders = [...new Set(files.map((file) => file.split('/').slice(0, -1).join('/')))];
  const called = new Set<string>();
  for (const folder of folders) {
    for (const declaration of store.load(folder).calls.values()) {
      const source = sourceOf(declaration);
      if (source === undefined || !/^\.{1,2}(?:\/|\\|$)/.test(source)) continue;
      const target = resolvePath(folder === '' ? 'x' : `${folder}/x`, source);
      // A folder that calls itself is still one that somebody deploys.
      if (target !== undefined && target !== folder) called.add(target);
    }
  }
  const roots = folders.filter(
    (folder) => isConfiguration(store, folder) && (!called.has(folder) || store.load(folder).hasBackend),
  );
  if (roots.length > 0) return roots;
  // Folders that only call each other in a circle: each is told about.
  return folders.filter((folder) => isConfiguration(store, folder));
}

/** A folder with at least one block that means something. */
function isConfiguration(store: ModuleStore, folder: string): boolean {
  const source = store.load(folder);
  return (
    source.resources.size + source.data.size + source.calls.size + source.outputs.size + source.providers.length > 0 ||
    source.diagnostics.length > 0
  );
}
