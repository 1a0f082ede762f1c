import type { Diagnostic, SourceTree } from '@leastwise/model';
import type { Application } from './application.ts';
import type { ParameterSet } from './cloudformation/given-parameters.ts';
import { looksLikeTemplate, readStacks } from './cloudformation/index.ts';
import { looksLikeService, readServices, withoutPackaged, type ServiceInputs } from './serverless/index.ts';
import {
  isTerraformCandidate,
  isVariableFile,
  looksLikePlan,
  readTerraform,
  type TerraformInputs,
} from './terraform/index.ts';
import { unreadableCandidate } from './unreadable-candidate.ts';

/** What a person says about the deployment: on the command line, or for a path in `leastwise.yaml`. */
export interface TemplateInputs extends GivenValues {
  readonly applications: readonly (GivenValues & { readonly path: string })[];
  /** What the pseudo parameters stand for. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly partition?: string | undefined;
}

interface GivenValues {
  /** `Name` → value, or `Stack.Name` for a nested stack. */
  readonly parameters: ReadonlyMap<string, string>;
  /** A CloudFormation parameter file or a samconfig.toml, from the root. */
  readonly parameterFile?: string;
  /** The environment of samconfig.toml. */
  readonly stage?: string;
}

export interface CandidateFiles {
  readonly files: readonly string[];
  /** What a build made of a source: read only where there is no source. */
  readonly builtFiles: readonly string[];
}

export interface ApplicationReading {
  readonly applications: readonly Application[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the templates among the candidates and reads them. A file that is no template costs one look at its text. */
export function readApplications(
  tree: SourceTree,
  candidates: CandidateFiles,
  inputs: TemplateInputs,
): ApplicationReading {
  const unreadable: Diagnostic[] = [];
  const services: { readonly file: string; readonly kind: 'data' | 'program' }[] = [];
  const configurations: string[] = [];
  const plans: string[] = [];
  const isTemplate = (file: string): boolean => {
    if (isTerraformCandidate(file)) {
      configurations.push(file);
      return false;
    }
    const read = tree.read(file);
    if ('text' in read) {
      if (looksLikePlan(file, read.text)) {
        plans.push(file);
        return false;
      }
      const kind = looksLikeService(file, read.text);
      if (kind === undefined) return looksLikeTemplate(read.text) !== undefined;
      services.push({ file, kind });
      return false;
    }
    unreadable.push(unreadableCandidate(file, read));
    return false;
  };
  const templates = [...candidates.files, ...candidates.builtFiles].filter(isTemplate);
  const read = readStacks(tree, withoutPackaged(tree, templates, services), {
    ...given(inputs),
    account: inputs.account,
    region: inputs.region,
    partition: inputs.partition,
    applications: inputs.applications.map((application) => ({ path: application.path, ...given(application) })),
  });
  const framework = readServices(
    tree,
    services.map(({ file }) => file),
    (file) => serviceInputs(inputs, file),
  );
  const terraform = readTerraform(tree, configurations, (file) => terraformInputs(inputs, file), plans);
  return {
    applications: [...read.applications, ...framework.applications, ...terraform.applications],
    diagnostics: [...unreadable, ...read.diagnostics, ...framework.diagnostics, ...terraform.diagnostics],
  };
}

/** What is given for a service: for the longest path above it, else for everything. */
function serviceInputs(inputs: TemplateInputs, file: string): ServiceInputs {
  const own = inputs.applications
    .filter(({ path }) => path === '' || file === path || file.startsWith(`${path.replace(/\/$/, '')}/`))
    .sort((one, other) => one.path.length - other.path.length);
  const parameters = new Map([...own.flatMap((each) => [...each.parameters]), ...inputs.parameters]);
  const stage = inputs.stage ?? own.findLast((each) => each.stage !== undefined)?.stage;
  return { stage, region: inputs.region, account: inputs.account, partition: inputs.partition, parameters };
}

/** As for a service, with a file of values: the one on the command line, else that of the longest path. */
function terraformInputs(inputs: TemplateInputs, file: string): TerraformInputs {
  const own = inputs.applications.filter(({ path }) => path === '' || file.startsWith(`${path.replace(/\/$/, '')}/`));
  const nearest = [...own]
    .sort((one, other) => one.path.length - other.path.length)
    .findLast((each) => each.parameterFile !== undefined);
  return { ...serviceInputs(inputs, file), parameterFile: inputs.parameterFile ?? nearest?.parameterFile };
}

function given(values: GivenValues): ParameterSet {
  return {
    parameters: Object.fromEntries(values.parameters),
    ...(values.parameterFile === undefined || isVariableFile(values.parameterFile)
      ? {}
      : { parameterFiles: [values.parameterFile] }),
    ...(values.stage === undefined ? {} : { stage: values.stage }),
  };
}
