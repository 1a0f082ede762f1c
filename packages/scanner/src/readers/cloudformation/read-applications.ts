import type { Diagnostic, SourceTree } from '@leastwise/model';
import type { Application } from '../application.ts';
import { applicationNames } from './application-names.ts';
import { stackApplication } from './application-stacks.ts';
import { leaveOutBuilt } from './built-templates.ts';
import { cdkApplications } from './cdk-applications.ts';
import { parameterSource, type ParameterInputs } from './given-parameters.ts';
import type { DeploymentPlace } from './pseudo-parameters.ts';
import { groupTemplates } from './template-groups.ts';
import type { StackPlace } from './stack.ts';
import { templateStore } from './template-store.ts';
import { unusedParameters } from './unused-parameters.ts';

/** What a person says about the deployment. */
export interface ReaderInputs extends DeploymentPlace, ParameterInputs {}

export interface StackReading {
  readonly applications: readonly Application[];
  /** What concerns no single application: a parameter file, a built template that stands for its source. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the CloudFormation, SAM and CDK templates of a tree. Files that are nested in others, built or packaged from
 * others may be among them.
 */
export function readStacks(
  tree: SourceTree,
  templateFiles: readonly string[],
  inputs: ReaderInputs = {},
): StackReading {
  const store = templateStore(tree);
  const parameters = parameterSource(store, inputs);
  const deployedAt = (stack: StackPlace): DeploymentPlace => {
    const configured = parameters.deployment(stack);
    return { ...configured, ...inputs, region: inputs.region ?? configured.region };
  };
  const about = { store, deployedAt, given: parameters.of };
  const cdk = cdkApplications(tree, templateFiles, about);
  const sources = leaveOutBuilt(
    store,
    templateFiles.filter((file) => !cdk.taken.has(file)),
  );
  const groups = groupTemplates(store, sources.files, about);
  const names = applicationNames(groups);
  for (const file of groups.flatMap(({ roots }) => roots)) parameters.load(file);
  const stacks = groups.map(({ roots }, index) =>
    stackApplication({ ...about, name: names[index] ?? roots[0] ?? '', roots }),
  );
  // A nested template may lie outside of what is scanned.
  const every = new Set([...templateFiles, ...groups.flatMap(({ templates }) => templates)]);
  const unused = unusedParameters(parameters.given, store, [...every]);
  const [first, ...others] = [...stacks, ...cdk.applications];
  const diagnostics = [...sources.diagnostics, ...parameters.diagnostics];
  if (first === undefined) return { applications: [], diagnostics: [...diagnostics, ...unused] };
  return { applications: [{ ...first, diagnostics: [...first.diagnostics, ...unused] }, ...others], diagnostics };
}
