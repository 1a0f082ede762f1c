import type { Assignment, Diagnostic, Fragment, SourceTree, TemplateResource } from '@leastwise/model';
import type { Application } from '../application.ts';
import { findRoots } from './find-roots.ts';
import type { TerraformInputs } from './inputs.ts';
import type { TerraformApplicationReading } from './instance.ts';
import { moduleStore, type ModuleStore } from './modules/module-source.ts';
import { planReading } from './plan/plan-reading.ts';
import { readPlan, type Plan } from './plan/read-plan.ts';
import { readRoot } from './read-root.ts';
import { isTerragrunt } from './recognise.ts';
import { translateInstances } from './resources/translate-instances.ts';

export interface TerraformReading {
  readonly applications: readonly Application[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the root modules among the folders of the files, each as one application. Runs no provider, fetches no module, and
 * reads no state and no environment.
 */
export function readTerraform(
  tree: SourceTree,
  files: readonly string[],
  inputsOf: (file: string) => TerraformInputs,
  planFiles: readonly string[] = [],
): TerraformReading {
  const diagnostics = files.filter(isTerragrunt).map(wrappedByTerragrunt);
  const configurations = files.filter((file) => !isTerragrunt(file));
  if (configurations.length === 0 && planFiles.length === 0) return { applications: [], diagnostics };
  const store = moduleStore(tree);
  const roots = findRoots(store, configurations);
  const plans = readPlans(tree, planFiles);
  const applications = roots.map((folder) => {
    const main = mainFile(store, folder);
    return applicationOf(folder, main, () => readRoot(store, folder, inputsOf(main), plans.get(folder)));
  });
  for (const [folder, plan] of plans) {
    if (!roots.includes(folder))
      applications.push(applicationOf(folder, plan.file, () => planReading(tree, plan, folder)));
  }
  return { applications, diagnostics };
}

/** The plan of each folder; of several the last, which is the newest by the names that people give them. */
function readPlans(tree: SourceTree, files: readonly string[]): ReadonlyMap<string, Plan> {
  const plans = new Map<string, Plan>();
  for (const file of files) {
    const read = tree.read(file);
    if ('text' in read) plans.set(file.split('/').slice(0, -1).join('/'), readPlan(read.text, file));
  }
  return plans;
}

function wrappedByTerragrunt(file: string): Diagnostic {
  return {
    code: 'terragrunt-not-read',
    message: 'Terragrunt fills in values here that are not read; the modules below the root are read without them.',
    range: { file, start: 0, end: 0 },
    hint: 'Scan a plan written by terragrunt show -json, or give the values with --param.',
    effect: 'note',
  };
}

/** The file that stands for a root module. */
function mainFile(store: ModuleStore, folder: string): string {
  const { files } = store.load(folder);
  return files.find((file) => /(?:^|\/)main\.(?:tf|tofu)(?:\.json)?$/.test(file)) ?? files[0] ?? folder;
}

const ONLY: Assignment = { label: '', conditions: new Map(), isDefault: true };

function applicationOf(folder: string, main: string, read: () => TerraformApplicationReading): Application {
  let fragments: readonly Fragment[] | undefined;
  return {
    name: folder === '' ? 'terraform' : folder,
    assignments: [ONLY],
    diagnostics: [],
    fragments() {
      fragments ??= fragmentsOf(main, read());
      return fragments;
    },
  };
}

/** One fragment a file that resources stand in, that of the root module first: it holds what is said of the whole. */
function fragmentsOf(main: string, reading: TerraformApplicationReading): readonly Fragment[] {
  const translated = translateInstances(reading.instances, reading);
  const byFile = new Map<string, TemplateResource[]>([[main, []]]);
  for (const resource of translated.resources) {
    const resources = byFile.get(resource.location.file) ?? [];
    byFile.set(resource.location.file, resources);
    resources.push(resource);
  }
  return [...byFile].map(([file, resources]) => ({
    file,
    format: 'terraform',
    stackPath: '',
    resources,
    outputs: file === main ? reading.outputs : [],
    diagnostics: file === main ? [...reading.diagnostics, ...translated.diagnostics] : [],
    unknowns: file === main ? [...reading.unknowns, ...translated.unknowns] : [],
  }));
}
