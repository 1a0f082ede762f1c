import type { Diagnostic } from '@leastwise/model';
import { readParameterFile } from './parameter-file.ts';
import type { DeploymentPlace } from './pseudo-parameters.ts';
import { deploysTemplate, readSamConfig, type GivenParameters } from './samconfig.ts';
import type { GivenParameter, StackPlace } from './stack.ts';
import type { TemplateStore } from './template-store.ts';
import type { GivenName } from './unused-parameters.ts';

export interface ParameterSet {
  /** `Name` → value, or `Stack.Name` for a stack nested under the logical id Stack. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Paths from the root; a later file wins. */
  readonly parameterFiles?: readonly string[];
  /** The environment of samconfig.toml; `default` when none is given. */
  readonly stage?: string;
}

export interface ParameterInputs extends ParameterSet {
  /** What holds for the templates at or below a path from the root; the longest path wins. */
  readonly applications?: readonly (ParameterSet & { readonly path: string })[];
}

export interface ParameterSource {
  readonly diagnostics: readonly Diagnostic[];
  /**
   * What is given for a parameter: for all templates, else for those below a path, else in the samconfig beside the
   * template; and what is given by itself before what stands in a file.
   */
  of(stack: StackPlace, name: string): GivenParameter | undefined;
  /** Where the samconfig beside a template deploys it, and under which name. */
  deployment(stack: StackPlace): DeploymentPlace;
  /** What was given by name for all templates or those below a path; a samconfig may well hold more than one template needs. */
  readonly given: readonly GivenName[];
  /** Reads what stands beside a template, so that its diagnostics are complete. */
  load(template: string): void;
}

interface ReadSet {
  readonly direct: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, GivenParameter>;
  readonly stage: string | undefined;
}

export function parameterSource(store: TemplateStore, inputs: ParameterInputs): ParameterSource {
  const diagnostics: Diagnostic[] = [];
  const readSet = (set: ParameterSet): ReadSet => {
    const files = new Map<string, GivenParameter>();
    for (const file of set.parameterFiles ?? []) {
      const read = readParameterFile(store, file, set.stage ?? 'default');
      diagnostics.push(...read.diagnostics);
      for (const [name, given] of read.parameters) files.set(name, given);
    }
    return { direct: set.parameters ?? {}, files, stage: set.stage };
  };
  const everywhere = readSet(inputs);
  const paths = [...(inputs.applications ?? [])]
    .sort((a, b) => b.path.length - a.path.length)
    .map((set) => ({ path: set.path.replace(/\/$/, ''), set: readSet(set) }));
  const configs = new Map<string, GivenParameters>();

  const setsOf = (template: string): readonly ReadSet[] => {
    const here = paths.find(({ path }) => path === '' || template === path || template.startsWith(`${path}/`));
    return here === undefined ? [everywhere] : [everywhere, here.set];
  };
  const configOf = (template: string): GivenParameters => {
    const folder = template.split('/').slice(0, -1).join('/');
    const stage = setsOf(template).find((set) => set.stage !== undefined)?.stage ?? 'default';
    const key = `${stage} ${folder}`;
    let config = configs.get(key);
    if (config === undefined) {
      config = readSamConfig(store.tree, folder, stage);
      configs.set(key, config);
      diagnostics.push(...config.diagnostics);
    }
    return config;
  };
  const sets = [everywhere, ...paths.map(({ set }) => set)];
  return {
    diagnostics,
    given: sets.flatMap(({ direct, files }) => [
      ...Object.keys(direct).map((name): GivenName => ({ name })),
      ...[...files].map(([name, { at }]): GivenName => ({ name, ...(at === undefined ? {} : { at }) })),
    ]),
    load: (template) => void configOf(template),
    deployment(stack) {
      const { deployment } = configOf(stack.rootFile);
      if (deployment === undefined || !deploysTemplate(deployment, stack.rootFile)) return {};
      return { region: deployment.region, stackName: stack.stackPath === '' ? deployment.stackName : undefined };
    },
    of(stack, name) {
      const scoped = `${stack.stackPath.replaceAll('/', '.')}${name}`;
      const sets = setsOf(stack.rootFile);
      for (const { direct } of sets) {
        const text = Object.hasOwn(direct, scoped) ? direct[scoped] : undefined;
        if (text !== undefined) return { text };
      }
      for (const { files } of sets) {
        const given = files.get(scoped);
        if (given !== undefined) return given;
      }
      return stack.stackPath === '' ? configOf(stack.file).parameters.get(name) : undefined;
    },
  };
}
