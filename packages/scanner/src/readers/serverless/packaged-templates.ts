import type { SourceTree } from '@leastwise/model';

/** What `serverless package` leaves behind: the template that a deployment would send. */
const NAME = '.serverless/cloudformation-template-update-stack.json';

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** The packaged template of a service, when it has been packaged in the tree. */
export function packagedTemplate(tree: SourceTree, serviceFile: string): string | undefined {
  const path = folderOf(serviceFile) + NAME;
  return tree.stat(path) === 'file' ? path : undefined;
}

/**
 * The templates that are no output of a service that is read itself: it would be counted twice. A service that is a
 * program is read through its packaged template.
 */
export function withoutPackaged(
  tree: SourceTree,
  templates: readonly string[],
  services: readonly { readonly file: string; readonly kind: 'data' | 'program' }[],
): readonly string[] {
  const read = new Set(
    services.filter(({ kind }) => kind === 'data').map(({ file }) => `${folderOf(file)}.serverless/`),
  );
  const packaged = services.flatMap(({ file, kind }) =>
    kind === 'program' ? (packagedTemplate(tree, file) ?? []) : [],
  );
  const kept = templates.filter((file) => !read.has(folderOf(file)));
  return [...kept, ...packaged.filter((file) => !kept.includes(file) && !read.has(folderOf(file)))];
}
