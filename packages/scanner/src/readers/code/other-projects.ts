import type { SourceTree } from '@leastwise/model';

/** What is known already: the templates that were read, and the files of the handlers that they lead to. */
export interface KnownPlaces {
  readonly templates: readonly string[];
  readonly handlers: readonly string[];
}

/** A folder with one of these is a project of its own. */
const manifests: ReadonlySet<string> = new Set([
  'cdk.json',
  'package.json',
  'pyproject.toml',
  'requirements.txt',
  'Pipfile',
  'setup.py',
  'sst.config.ts',
  'Pulumi.yaml',
]);

/**
 * Of some files of code those whose project no template describes: a CDK application that nobody synthesised beside a SAM
 * application, for example. Where a template stands anywhere in the project, it decides what is deployed; and so it does for the
 * folder of a handler, wherever that lies.
 */
export function inOtherProjects(tree: SourceTree, files: readonly string[], known: KnownPlaces): readonly string[] {
  const withTemplate = new Set(known.templates.flatMap(foldersAbove));
  const withHandler = new Set(known.handlers.map(folderOf));
  const projects = new Map<string, string>();
  const projectOf = (folder: string): string => {
    const found = projects.get(folder);
    if (found !== undefined) return found;
    const isProject =
      folder === '' || tree.list(folder).some(({ name, kind }) => kind === 'file' && manifests.has(name));
    const project = isProject ? folder : projectOf(folderOf(folder));
    projects.set(folder, project);
    return project;
  };
  return files.filter((file) => {
    if (/(?:^|\/)(?:__tests__|tests?|e2e|cypress|mocks?|__mocks__)\//i.test(file)) return false;
    if (foldersAbove(file).some((above) => withHandler.has(above))) return false;
    return !withTemplate.has(projectOf(folderOf(file)));
  });
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}
