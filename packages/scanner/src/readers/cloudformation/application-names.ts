/**
 * Names applications after their folder, or after their file when a folder holds several. Several root templates of one
 * application are named after the folder that holds them all.
 */
export function applicationNames(groups: readonly { readonly roots: readonly string[] }[]): readonly string[] {
  const folders = groups.map(({ roots }) => commonFolder(roots));
  const used = new Map<string, number>();
  for (const folder of folders) used.set(folder, (used.get(folder) ?? 0) + 1);
  return groups.map(({ roots }, index) => {
    const folder = folders[index] ?? '';
    const file = roots[0] ?? '';
    return folder === '' || (used.get(folder) ?? 0) > 1 ? withoutExtension(file) : folder;
  });
}

function commonFolder(files: readonly string[]): string {
  const folders = files.map((file) => file.split('/').slice(0, -1));
  const [first = [], ...rest] = folders;
  let depth = first.length;
  for (const folder of rest) while (depth > 0 && !sameStart(first, folder, depth)) depth--;
  return first.slice(0, depth).join('/');
}

const sameStart = (a: readonly string[], b: readonly string[], depth: number): boolean =>
  a.slice(0, depth).every((part, index) => part === b[index]);

function withoutExtension(file: string): string {
  return file.replace(/(?:\.template)?\.(?:ya?ml|json|template|txt)$/i, '') || file;
}
