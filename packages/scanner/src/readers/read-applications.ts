import type { Diagnostic, SourceTree } from '@leastwise/model';
import type { Application } from './application.ts';
import type { ParameterSet } from './cloudformation/given-parameters.ts';
import { looksLikeTemplate, readStacks } from './cloudformation/index.ts';
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
export function readApplications(tree: SourceTree, candidates: CandidateFiles, inputs: TemplateInputs): ApplicationReading {
  const unreadable: Diagnostic[] = [];
  const isTemplate = (file: string): boolean => {
    const read = tree.read(file);
    if ('text' in read) return looksLikeTemplate(read.text) !== undefined;
    unreadable.push(unreadableCandidate(file, read));
    return false;
  };
  const templates = [...candidates.files, ...candidates.builtFiles].filter(isTemplate);
  const read = readStacks(tree, templates, {
    ...given(inputs),
    account: inputs.account,
    region: inputs.region,
    partition: inputs.partition,
    applications: inputs.applications.map((application) => ({ path: application.path, ...given(application) })),
  });
  return { applications: read.applications, diagnostics: [...unreadable, ...read.diagnostics] };
}

function given(values: GivenValues): ParameterSet {
  return {
    parameters: Object.fromEntries(values.parameters),
    ...(values.parameterFile === undefined ? {} : { parameterFiles: [values.parameterFile] }),
    ...(values.stage === undefined ? {} : { stage: values.stage }),
  };
}
