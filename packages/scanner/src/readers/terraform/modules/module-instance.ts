import type { SourceRange, Unknown, Value } from '@leastwise/model';
import { invalid, known, movedTo, unknown } from '../../cloudformation/values.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { rangeIn, wholeOf, withNames, type Scope } from '../evaluate/scope.ts';
import { attributeOf } from '../syntax/hcl.ts';
import { expand, keySuffix } from './expansion.ts';
import { reportLeftOut, tooMany } from './expansion-limits.ts';
import type { CallInstance, ChildModule, ModuleBirth, ModuleInstance, Surroundings } from './module-model.ts';
import { sourceOf, type Declaration } from './module-source.ts';
import { constantOf } from './path-constants.ts';
import { providersOf } from './providers.ts';
import { referableModule, wholeValue } from './referable-module.ts';
import { idOf, resourceInstance, type ResourceInstance } from './resource-instance.ts';
import { typeConstraint, converted } from './type-constraint.ts';

/** One instance of a module, evaluated as others ask for its parts. */
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
