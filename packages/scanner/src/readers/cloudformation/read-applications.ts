import type { Diagnostic, SourceTree } from '@leastwise/model';
import type { Application } from '../application.ts';
import { applicationNames } from './application-names.ts';
import { stackApplication } from './application-stacks.ts';
import type { DeploymentPlace } from './pseudo-parameters.ts';
import type { Desugar } from './read-fragment.ts';
import type { GivenParameter, StackPlace } from './stack.ts';
import { groupTemplates } from './template-groups.ts';
import { templateStore } from './template-store.ts';

/** What a person says about the deployment. */
export interface ReaderInputs extends DeploymentPlace {
  /** `Name` → value, or `Stack.Name` for a stack nested under the logical id Stack. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly desugar?: Desugar;
}

export interface StackReading {
  readonly applications: readonly Application[];
  /** What concerns no single application: a built template that stands for its source. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the CloudFormation, SAM and CDK templates of a tree. Files that are nested in others may be among them. */
export function readStacks(tree: SourceTree, templateFiles: readonly string[], inputs: ReaderInputs = {}): StackReading {
  const store = templateStore(tree);
  const given = givenParameters(inputs);
  const groups = groupTemplates(store, templateFiles, { place: inputs, given });
  const names = applicationNames(groups);
  const applications = groups.map(({ roots }, index) =>
    stackApplication({ name: names[index] ?? roots[0] ?? '', roots, store, place: inputs, given, desugar: inputs.desugar }),
  );
  return { applications, diagnostics: [] };
}

function givenParameters(inputs: ReaderInputs): (stack: StackPlace, name: string) => GivenParameter | undefined {
  const parameters = inputs.parameters ?? {};
  return (stack, name) => {
    const scoped = `${stack.stackPath.replaceAll('/', '.')}${name}`;
    const text = Object.hasOwn(parameters, scoped) ? parameters[scoped] : undefined;
    return text === undefined ? undefined : { text };
  };
}
