import { asList, type Diagnostic, type NodeId, type TemplateOutput, type Unknown, type Value } from '@leastwise/model';
import { known } from '../cloudformation/values.ts';
import { isWhole, rangeIn } from './evaluate/scope.ts';
import { plainText } from './evaluate/functions/call.ts';
import { pathInTree } from './evaluate/functions/file.ts';
import type { TerraformInputs } from './inputs.ts';
import { providerType, type TerraformApplicationReading, type TerraformInstance } from './instance.ts';
import { archiveLookup } from './archive-lookup.ts';
import { attributeValue } from './modules/block-body.ts';
import { givenVariables } from './modules/given-variables.ts';
import { moduleInstance } from './modules/module-instance.ts';
import type { ModuleInstance, Surroundings } from './modules/module-model.ts';
import type { ModuleStore } from './modules/module-source.ts';
import { fetchedModules, openModule } from './modules/open-module.ts';
import { idOf, type ResourceInstance } from './modules/resource-instance.ts';
import { joinPlan } from './plan/join-plan.ts';
import type { Plan } from './plan/read-plan.ts';
import { adaptModule } from './registry/index.ts';
import { openSession } from './session.ts';
import { attributeOf } from './syntax/hcl.ts';

/** Reads the root module in a folder with everything that it calls, joined with its plan when there is one. */
export function readRoot(
  store: ModuleStore,
  folder: string,
  inputs: TerraformInputs,
  plan?: Plan,
): TerraformApplicationReading {
  const session = openSession(store.tree);
  const source = store.load(folder);
  const given = givenVariables(store.tree, folder, inputs);
  const around: Surroundings = {
    session,
    store,
    rootFolder: folder,
    place: { region: inputs.region, account: inputs.account, partition: inputs.partition },
    workspace: workspaceOf(inputs, source.files[0] ?? ''),
    fetched: fetchedModules(store, folder),
    adapt: adaptModule,
  };
  const root = moduleInstance(
    {
      source,
      path: '',
      chain: [folder],
      isRoot: true,
      input: (name, takesText, scope) => plan?.variables.get(name) ?? given.of(name, takesText, scope),
      open: openModule,
    },
    around,
  );
  const found: Found = { instances: [], byId: new Map(), unknowns: [], diagnostics: new Set(given.diagnostics) };
  collect(root, undefined, found);
  const outputs = outputsOf(root);
  for (const diagnostic of session.diagnostics) found.diagnostics.add(diagnostic);
  const archives = archiveLookup(
    [...found.byId.values()].map(({ made }) => made),
    session,
  );
  const reading: TerraformApplicationReading = {
    folder,
    instances: found.instances,
    outputs,
    diagnostics: [...found.diagnostics],
    unknowns: found.unknowns,
    instance: (id) => found.byId.get(id)?.instance,
    lookThrough: (value) => session.lookThrough(value),
    archiveOf: (value) => archives(value, folder),
    pathOf(_instance, value) {
      const text = plainText(session.lookThrough(value));
      return text === undefined ? undefined : pathInTree(text, folder);
    },
  };
  return plan === undefined ? reading : joinPlan(reading, plan);
}

interface Found {
  readonly instances: TerraformInstance[];
  readonly byId: Map<NodeId, { readonly instance: TerraformInstance; readonly made: ResourceInstance }>;
  readonly unknowns: Unknown[];
  readonly diagnostics: Set<Diagnostic>;
}

function collect(module: ModuleInstance, uncertain: Unknown | undefined, found: Found): void {
  for (const diagnostic of module.source.diagnostics) found.diagnostics.add(diagnostic);
  addInstances(module.resources(), uncertain, found);
  addCredentials(module, found);
  for (const child of module.children()) {
    const open = uncertain ?? child.call.open;
    if (child.kind === 'open') found.unknowns.push(child.why);
    else if (child.kind === 'module') collect(child.module, open, found);
    else {
      addInstances(child.module.resources, open, found);
      found.unknowns.push(...child.module.unknowns);
    }
  }
  found.unknowns.push(...module.unknowns);
}

function addInstances(made: readonly ResourceInstance[], uncertain: Unknown | undefined, found: Found): void {
  for (const each of [...made].sort(inOrderOfText)) {
    const instance = instanceOf(each, uncertain);
    found.instances.push(instance);
    found.byId.set(instance.id, { instance, made: each });
  }
}

/** A provider that signs in with what it writes is a node of its own, so that what it writes is looked at. */
function addCredentials(module: ModuleInstance, found: Found): void {
  for (const { name, location, body } of module.providers.credentials()) {
    const address = `${module.path === '' ? '' : `${module.path}.`}provider.${name}`;
    found.instances.push({
      address,
      mode: 'managed',
      type: providerType,
      name,
      modulePath: module.path,
      id: idOf(module.rootFolder, address),
      file: location.file,
      location,
      keyRange: location,
      body,
      provider: { name },
      dependsOn: [],
    });
  }
}

/** By file and place; instances of one block stay in their order. */
function inOrderOfText(one: ResourceInstance, other: ResourceInstance): number {
  const a = one.declaration;
  const b = other.declaration;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.block.start - b.block.start;
}

function instanceOf(made: ResourceInstance, uncertain: Unknown | undefined): TerraformInstance {
  const open = made.open ?? uncertain;
  return {
    ...made.about,
    file: made.location.file,
    location: made.location,
    keyRange: made.keyRange,
    body: made.body(),
    provider: made.provider(),
    dependsOn: dependenciesOf(made),
    ...(open === undefined ? {} : { uncertain: open }),
    ...(made.generatedBy === undefined ? {} : { generatedBy: made.generatedBy }),
  };
}

function dependenciesOf({ declaration, scope }: ResourceInstance): readonly NodeId[] {
  const written = attributeOf(declaration.block.body, 'depends_on');
  if (written === undefined) return [];
  const ids = new Set<NodeId>();
  const add = (value: Value, depth: number): void => {
    if (isWhole(value) && !/\/(?:.*\.)?module\.[^.]+$/.test(value.node)) ids.add(value.node);
    const members =
      value.kind === 'known' && value.value instanceof Map
        ? [...(value.value as ReadonlyMap<string, Value>).values()]
        : asList(value);
    if (depth < 3) for (const inner of members ?? []) add(inner, depth + 1);
  };
  add(attributeValue(written, scope), 0);
  return [...ids];
}

function outputsOf(root: ModuleInstance): readonly TemplateOutput[] {
  return [...root.source.outputs].flatMap(([name, { block, file }]): TemplateOutput[] => {
    const location = rangeIn(block, file);
    const value = root.output(name);
    return value === undefined ? [] : [{ name, value, location }];
  });
}

function workspaceOf({ stage }: TerraformInputs, file: string): Value {
  const at = { file, start: 0, end: 0 };
  return stage === undefined ? { ...known('default', at), assumed: 'terraform.workspace' } : known(stage, at);
}
