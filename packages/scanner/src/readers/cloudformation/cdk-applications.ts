import type { SourceTree } from '@leastwise/model';
import type { Application } from '../application.ts';
import {
  assetIn,
  completeResource,
  readAssembly,
  relativeTo,
  type Assembly,
  type AssemblyStack,
} from '../cdk/index.ts';
import { stackApplication, type StackApplication } from './application-stacks.ts';

/** What an assembly adds to every CDK stack: whether a region knows CDK's metadata type. It deploys nothing of the user's. */
const IGNORED: ReadonlySet<string> = new Set(['CDKMetadataAvailable']);

export interface CdkReading {
  readonly applications: readonly Application[];
  /** The templates that belong to an assembly, so that nobody reads them again. */
  readonly taken: ReadonlySet<string>;
}

/** Reads every CDK assembly that holds one of the templates: one assembly, stages included, is one application. */
export function cdkApplications(
  tree: SourceTree,
  files: readonly string[],
  about: Omit<StackApplication, 'name' | 'roots'>,
): CdkReading {
  const assemblies = new Map<string, Assembly>();
  const missing = new Set<string>();
  const taken = new Set<string>();
  for (const file of files) {
    const assembly = outermost(tree, file, assemblies, missing);
    if (assembly !== undefined) taken.add(file);
  }
  const applications = [...assemblies.values()]
    .filter(({ stacks }) => stacks.length > 0)
    .map((assembly) => application(tree, assembly, about));
  return { applications, taken };
}

/** The assembly in the highest folder above a template, because a stage is an assembly in an assembly. */
function outermost(
  tree: SourceTree,
  file: string,
  found: Map<string, Assembly>,
  missing: Set<string>,
): Assembly | undefined {
  const parts = file.split('/').slice(0, -1);
  for (let depth = 0; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/');
    const present = found.get(folder);
    if (present !== undefined) return present;
    if (missing.has(folder)) continue;
    const assembly = readAssembly(tree, folder);
    if (assembly !== undefined) {
      found.set(folder, assembly);
      return assembly;
    }
    missing.add(folder);
  }
  return undefined;
}

function application(
  tree: SourceTree,
  assembly: Assembly,
  about: Omit<StackApplication, 'name' | 'roots'>,
): Application {
  const stacks = new Map(assembly.stacks.map((stack) => [stack.template, stack]));
  const folder = assembly.folder.split('/').slice(0, -1).join('/');
  const stackOf = (rootFile: string): AssemblyStack | undefined => stacks.get(rootFile);
  return stackApplication({
    ...about,
    name: nameOf(assembly, folder),
    roots: [...stacks.keys()],
    ignoredConditions: IGNORED,
    diagnostics: assembly.diagnostics,
    deployedAt(stack) {
      const bound = stackOf(stack.rootFile);
      const given = about.deployedAt(stack);
      return {
        ...given,
        region: given.region ?? bound?.region,
        account: given.account ?? bound?.account,
        stackName: stack.stackPath === '' ? bound?.stackName : undefined,
      };
    },
    localCopy(stack, location) {
      const bound = stackOf(stack.rootFile);
      const asset = bound === undefined ? undefined : assetIn(location, bound.assets);
      return asset === undefined ? undefined : relativeTo(stack.file, asset.path);
    },
    decorate: (stack) => (resource) => {
      const bound = stackOf(stack.rootFile);
      return bound === undefined ? resource : completeResource(resource, bound, stack.stackPath === '', folder, tree);
    },
  });
}

function nameOf(assembly: Assembly, folder: string): string {
  if (folder !== '') return folder;
  const [only, ...others] = assembly.stacks;
  return only !== undefined && others.length === 0 ? only.stackName : assembly.folder || 'cdk';
}
