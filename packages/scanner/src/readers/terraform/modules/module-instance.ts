import type { SourceRange, Unknown, Value } from '@leastwise/model';
import type { DeploymentPlace } from '../../cloudformation/pseudo-parameters.ts';
import { invalid, known, movedTo, unknown } from '../../cloudformation/values.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { rangeIn, wholeOf, withNames, type ModuleScope, type Scope } from '../evaluate/scope.ts';
import type { OpenSession } from '../session.ts';
import { attributeOf } from '../syntax/hcl.ts';
import { expand, keySuffix, type Expansion } from './expansion.ts';
import { sourceOf, type Declaration, type ModuleSource, type ModuleStore } from './module-source.ts';
import { providersOf, type ProviderTable } from './providers.ts';
import { idOf, resourceInstance, type MadeElsewhere, type ResourceInstance } from './resource-instance.ts';
import { typeConstraint, converted } from './type-constraint.ts';

/** What every module of an application is given. */
export interface Surroundings {
  readonly session: OpenSession;
  readonly store: ModuleStore;
  readonly rootFolder: string;
  readonly place: DeploymentPlace;
  readonly workspace: Value;
  /** Where the code of a module that is not called by a local path stands, when it was fetched into the tree. */
  fetched(address: string): string | undefined;
  /** Makes the instances of a module that is known although its code is not there. */
  adapt(call: CallInstance): AdaptedModule | undefined;
}

/** What a registry module comes to. */
export interface AdaptedModule {
  readonly resources: readonly ResourceInstance[];
  output(name: string, at: SourceRange): Value | undefined;
  readonly unknowns: readonly Unknown[];
}

/** A module call with its key. */
export interface CallInstance {
  readonly declaration: Declaration;
  /** `module.api["x"]`. */
  readonly path: string;
  readonly source: string;
  /** The scope of the caller, with `each` and `count`. */
  readonly scope: Scope;
  readonly parent: ModuleInstance;
  readonly around: Surroundings;
  readonly open: Unknown | undefined;
}

export interface ModuleInstance extends ModuleScope {
  readonly path: string;
  readonly source: ModuleSource;
  readonly place: DeploymentPlace;
  readonly providers: ProviderTable;
  /** Folders from the root module to this one. */
  readonly chain: readonly string[];
  readonly around: Surroundings;
  /** The value where the output writes it, or as it appears at a place that asks for it. */
  output(name: string, at?: SourceRange): Value | undefined;
  /** Everything that this module declares itself. */
  resources(): readonly ResourceInstance[];
  children(): readonly ChildModule[];
  readonly unknowns: readonly Unknown[];
}

export type ChildModule =
  | { readonly kind: 'module'; readonly call: CallInstance; readonly module: ModuleInstance }
  | { readonly kind: 'adapted'; readonly call: CallInstance; readonly module: AdaptedModule }
  | { readonly kind: 'open'; readonly call: CallInstance; readonly why: Unknown };

export interface ModuleBirth {
  readonly source: ModuleSource;
  readonly path: string;
  readonly chain: readonly string[];
  /** What the caller or the person gives a variable; undefined when nobody does. */
  input(name: string, takesText: boolean, scope: Scope): Value | undefined;
  readonly isRoot: boolean;
  readonly parentProviders?: ProviderTable;
  /** `providers = { aws = aws.east }` of the call. */
  readonly providersGiven?: ReadonlyMap<string, string>;
  /** Opens the module behind a call. */
  open(call: CallInstance): ChildModule;
  /** Set for a registry module: then a variable that it does not declare is what the call gives, else null. */
  readonly made?: MadeElsewhere;
}

export function moduleInstance(birth: ModuleBirth, around: Surroundings): ModuleInstance {
  const { source, path, isRoot } = birth;
  const { session } = around;
  const variables = new Map<string, Value>();
  const locals = new Map<string, Value>();
  const expansions = new Map<string, readonly ResourceInstance[] | undefined>();
  const wholes = new Map<string, Value>();
  const calls = new Map<string, readonly ChildModule[]>();
  const evaluating = new Set<string>();
  const unknowns: Unknown[] = [];
  const prefix = path === '' ? '' : `${path}.`;

  /** Evaluates once, and tells what depends on itself. */
  const once = (table: Map<string, Value>, key: string, at: SourceRange, work: () => Value): Value => {
    const present = table.get(key);
    if (present !== undefined) return present;
    if (evaluating.has(key)) return invalid(`${key} depends on itself.`, at);
    evaluating.add(key);
    const value = work();
    evaluating.delete(key);
    table.set(key, value);
    return value;
  };

  const variableValue = ({ file, block }: Declaration, name: string): Value => {
    const scope: Scope = { module, file };
    const type = typeConstraint(attributeOf(block.body, 'type')?.value);
    const fallback = attributeOf(block.body, 'default');
    const at = rangeIn({ start: block.typeStart, end: block.labels.at(-1)?.end ?? block.typeEnd }, file);
    const given = birth.input(
      name,
      type.kind === 'string' || (type.kind === 'any' && attributeOf(block.body, 'type') === undefined),
      scope,
    );
    const isNullable = attributeOf(block.body, 'nullable')?.value;
    const takesDefault =
      given === undefined ||
      (given.kind === 'known' && given.value === null && isNullable?.kind === 'literal' && isNullable.value === false);
    let value: Value;
    if (!takesDefault) value = converted(given, type, scope);
    else if (fallback === undefined) {
      value = unknown('parameter', `The variable ${name} has no default.`, at, {
        name: `${prefix}var.${name}`,
        ...(isRoot ? { settleWith: `--param ${name}=<value>` } : {}),
      });
    } else {
      const own = converted(evaluate(fallback.value, { ...scope, file: fallback.file ?? file }), type, scope);
      value = isRoot && own.kind === 'known' ? { ...own, assumed: name } : own;
    }
    const isSecret = attributeOf(block.body, 'sensitive')?.value;
    if (isSecret?.kind !== 'literal' || isSecret.value !== true) return value;
    return value.kind === 'known' || value.kind === 'text' || value.kind === 'unknown'
      ? { ...value, sensitive: true }
      : value;
  };

  const undeclared = (name: string): Value => {
    const at = { file: source.files[0] ?? '', start: 0, end: 0 };
    return birth.input(name, false, { module, file: at.file }) ?? known(null, at);
  };

  const instancesOf = (
    mode: 'managed' | 'data',
    key: string,
    declaration: Declaration,
  ): readonly ResourceInstance[] | undefined => {
    const table = `${mode} ${key}`;
    if (expansions.has(table)) return expansions.get(table);
    // Set before it is known: a count that asks for its own resource finds nothing.
    expansions.set(table, undefined);
    const scope: Scope = { module, file: declaration.file };
    const expansion = expand(declaration, scope);
    if (birth.made === undefined) reportLeftOut(expansion, declaration, session);
    if (expansion.open !== undefined) unknowns.push(expansion.open);
    const [type = '', name = ''] = key.split(/\.(.*)/s);
    const made: ResourceInstance[] = [];
    for (const item of expansion.items) {
      if (!session.addInstance()) {
        session.report(tooMany(declaration));
        break;
      }
      const address = `${prefix}${mode === 'data' ? 'data.' : ''}${key}${keySuffix(item.key)}`;
      const about = {
        address,
        mode,
        type,
        name,
        modulePath: path,
        id: idOf(around.rootFolder, address),
        ...(item.key === undefined ? {} : { key: item.key }),
      };
      const instance = resourceInstance(
        about,
        declaration,
        item.names.length === 0 ? scope : withNames(scope, item.names),
        () => module.providers.of(declaration, type),
        expansion.open,
        birth.made,
      );
      session.register(about.id, instance);
      made.push(instance);
    }
    expansions.set(table, made);
    wholes.set(
      table,
      wholeValue(
        expansion,
        made.map((instance) => wholeOf(instance.about.id, rangeIn(declaration.block, declaration.file))),
        rangeIn(declaration.block, declaration.file),
      ),
    );
    return made;
  };

  const childrenOf = (name: string, declaration: Declaration): readonly ChildModule[] => {
    const present = calls.get(name);
    if (present !== undefined) return present;
    calls.set(name, []);
    const scope: Scope = { module, file: declaration.file };
    const expansion = expand(declaration, scope);
    reportLeftOut(expansion, declaration, session);
    if (expansion.open !== undefined) unknowns.push(expansion.open);
    const at = rangeIn(declaration.block, declaration.file);
    const children: ChildModule[] = [];
    const references: Value[] = [];
    for (const item of expansion.items) {
      const callPath = `${prefix}module.${name}${keySuffix(item.key)}`;
      const call: CallInstance = {
        declaration,
        path: callPath,
        source: sourceOf(declaration) ?? '',
        scope: item.names.length === 0 ? scope : withNames(scope, item.names),
        parent: module,
        around,
        open: expansion.open,
      };
      const child = birth.open(call);
      children.push(child);
      const id = idOf(around.rootFolder, callPath);
      session.register(id, referableModule(child, expansion.open !== undefined));
      references.push(wholeOf(id, at));
    }
    calls.set(name, children);
    wholes.set(`module ${name}`, wholeValue(expansion, references, at));
    return children;
  };

  const module: ModuleInstance = {
    session,
    source,
    path,
    folder: source.folder,
    rootFolder: around.rootFolder,
    place: around.place,
    chain: birth.chain,
    around,
    unknowns,
    get providers() {
      return providers;
    },
    variable(name) {
      const declaration = source.variables.get(name);
      if (declaration === undefined) return birth.made === undefined ? undefined : undeclared(name);
      return once(variables, `var.${name}`, rangeIn(declaration.block, declaration.file), () =>
        variableValue(declaration, name),
      );
    },
    local(name) {
      const found = source.locals.get(name);
      if (found === undefined) return undefined;
      const file = found.attribute.file ?? found.file;
      return once(locals, `local.${name}`, rangeIn(found.attribute, file), () =>
        evaluate(found.attribute.value, { module, file }),
      );
    },
    resource(mode, type, name) {
      const key = `${type}.${name}`;
      const declaration = (mode === 'data' ? source.data : source.resources).get(key);
      if (declaration === undefined) return undefined;
      const at = rangeIn(declaration.block, declaration.file);
      if (instancesOf(mode, key, declaration) === undefined) return invalid(`${key} depends on itself.`, at);
      return wholes.get(`${mode} ${key}`);
    },
    call(name) {
      const declaration = source.calls.get(name);
      if (declaration === undefined) return undefined;
      childrenOf(name, declaration);
      return (
        wholes.get(`module ${name}`) ??
        invalid(`module.${name} depends on itself.`, rangeIn(declaration.block, declaration.file))
      );
    },
    constant: (root, name) => constantOf(root, name, module),
    output(name, at) {
      const declaration = source.outputs.get(name);
      const value = declaration === undefined ? undefined : attributeOf(declaration.block.body, 'value');
      if (declaration === undefined || value === undefined) return undefined;
      const file = value.file ?? declaration.file;
      const made = once(locals, `output.${name}`, rangeIn(value, file), () => evaluate(value.value, { module, file }));
      if (at === undefined) return made;
      return made.kind === 'reference' ? { ...made, origin: at } : movedTo(made, at, made.origin);
    },
    resources() {
      const all: ResourceInstance[] = [];
      for (const [key, declaration] of source.resources) all.push(...(instancesOf('managed', key, declaration) ?? []));
      for (const [key, declaration] of source.data) all.push(...(instancesOf('data', key, declaration) ?? []));
      return all;
    },
    children: () => [...source.calls].flatMap(([name, declaration]) => childrenOf(name, declaration)),
  };
  const providers = providersOf(module, birth.parentProviders, birth.providersGiven);
  return module;
}

function wholeValue(expansion: Expansion, references: readonly Value[], at: SourceRange): Value {
  const [first] = references;
  if (expansion.kind === 'one' || expansion.open !== undefined) return first ?? known([], at);
  if (expansion.kind === 'count') return known(references, at);
  return known(
    new Map(
      expansion.items.flatMap(({ key }, index): [string, Value][] => {
        const reference = references[index];
        return reference === undefined ? [] : [[String(key), reference]];
      }),
    ),
    at,
  );
}

function referableModule(child: ChildModule, isOpenCollection: boolean): Parameters<OpenSession['register']>[1] {
  const output = (name: string, at: SourceRange): Value | undefined =>
    child.kind === 'open' ? undefined : child.module.output(name, at);
  return {
    isOpenCollection,
    written: () => undefined,
    attribute(name, at) {
      const found = output(name, at);
      if (found !== undefined) return found;
      if (child.kind === 'module') return invalid(`The module ${child.call.path} has no output ${name}.`, at);
      if (child.kind === 'adapted')
        return unknown('attribute', `What ${child.call.path} gives as ${name} is known only to a deployment.`, at, {
          name: `${child.call.path}.${name}`,
        });
      return { ...child.why, origin: at, name: `${child.call.path}.${name}` };
    },
    members(at) {
      const names = child.kind === 'module' ? [...child.module.source.outputs.keys()] : [];
      return new Map(
        names.flatMap((name): [string, Value][] => {
          const value = output(name, at);
          return value === undefined ? [] : [[name, value]];
        }),
      );
    },
  };
}

function constantOf(root: 'path' | 'terraform', name: string, module: ModuleInstance): Value | undefined {
  const at = { file: module.source.files[0] ?? '', start: 0, end: 0 };
  if (root === 'terraform') return name === 'workspace' ? module.around.workspace : undefined;
  if (name === 'module') return known(relativePath(module.rootFolder, module.folder), at);
  return name === 'root' || name === 'cwd' ? known('.', at) : undefined;
}

/** From one folder to another, as Terraform spells `path.module`. */
function relativePath(from: string, to: string): string {
  const left = from === '' ? [] : from.split('/');
  const right = to === '' ? [] : to.split('/');
  let same = 0;
  while (same < left.length && left[same] === right[same]) same++;
  return [...left.slice(same).map(() => '..'), ...right.slice(same)].join('/') || '.';
}

function reportLeftOut(expansion: Expansion, { block, file }: Declaration, session: OpenSession): void {
  if (expansion.leftOut === 0) return;
  session.report({
    code: 'terraform-instances-left-out',
    message: `This block makes ${expansion.items.length + expansion.leftOut} instances; ${expansion.leftOut} of them are not looked at.`,
    range: { file, start: block.start, end: block.labels.at(-1)?.end ?? block.typeEnd },
    hint: 'Nothing needs to be done when the instances are alike.',
    effect: 'note',
  });
}

function tooMany({ block, file }: Declaration): Parameters<OpenSession['report']>[0] {
  return {
    code: 'terraform-too-many-instances',
    message: 'This configuration makes more instances than are read; from here on they are not looked at.',
    range: { file, start: block.start, end: block.labels.at(-1)?.end ?? block.typeEnd },
    hint: 'Scan the folders of its modules one by one.',
    effect: 'incomplete',
  };
}
