import { describe, type Diagnostic, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import { createConditions, type Conditions } from './conditions.ts';
import { evaluate } from './evaluate.ts';
import { includeFile } from './include-file.ts';
import { nestedStacks, type NestedStack } from './nested-stacks.ts';
import {
  declarationOf,
  ownValue,
  parameterProblem,
  passed,
  seedOf,
  written,
  type ParameterDeclaration,
} from './parameters.ts';
import { pseudoSeed, pseudoValue, type DeploymentPlace } from './pseudo-parameters.ts';
import type { Scope, Stack } from './scope.ts';
import { readSections, type Sections } from './template-sections.ts';
import type { TemplateStore } from './template-store.ts';
import { unknown } from './values.ts';
import type { VariableSeed, World } from './variables.ts';

/** A parameter value that is settled from outside the template. */
export interface GivenParameter {
  readonly text: string;
  /** Where it was given, when that is a file of the tree. */
  readonly at?: SourceRange;
}

/** What all stacks of an application share in one world. */
export interface StackSurroundings {
  readonly store: TemplateStore;
  readonly world: World;
  /** Where a stack is deployed, as far as someone said so. */
  deployedAt(stack: StackPlace): DeploymentPlace;
  /** The local file behind the location of an uploaded one, written from the template; only CDK knows such. */
  localCopy?(stack: StackPlace, location: string): string | undefined;
  /** Follows an `Fn::ImportValue`; undefined when no template of the application exports it. */
  imported(spelled: Value, stackKey: string): Value | undefined;
  given(stack: StackPlace, parameter: string): GivenParameter | undefined;
  /** Gives parameters of several root templates that are one decision of the deployment one key. */
  variableKey(stack: StackPlace, parameter: ParameterDeclaration): string;
}

export interface StackPlace {
  readonly rootFile: string;
  readonly file: string;
  /** `''` or `Orders/`. */
  readonly stackPath: string;
  /** The files from the root template to this one. */
  readonly chain: readonly string[];
}

/** What a parent passes to a parameter of a nested stack. */
export interface PassedParameter {
  readonly node: SyntaxNode;
  readonly scope: Scope;
}

/** A stack as the reader of its resources sees it. */
export interface OpenStack extends Stack {
  readonly place: StackPlace;
  readonly sections: Sections;
  readonly scope: Scope;
  readonly conditions: Conditions;
  readonly world: World;
  readonly store: TemplateStore;
  nested(): ReadonlyMap<string, NestedStack>;
  diagnostics(): readonly Diagnostic[];
  seedOf(name: string): VariableSeed | undefined;
}

/** `Fn::ForEach` may unroll so many entries in one stack; CloudFormation allows 500 resources. */
const MAX_GENERATED = 20_000;

export function nodeId(place: StackPlace, logicalId: string): NodeId {
  return `aws:${place.rootFile}#${place.stackPath === '' ? '/' : place.stackPath}${logicalId}`;
}

export function openStack(
  place: StackPlace,
  around: StackSurroundings,
  fromParent?: ReadonlyMap<string, PassedParameter>,
): OpenStack {
  const { store, world } = around;
  const loaded = store.load(place.file);
  const found: Diagnostic[] = [];
  const reported = new Set<string>();
  const stackKey = `${place.rootFile}#${place.stackPath}`;
  const deployedAt = around.deployedAt(place);
  const whole: SourceRange = { file: place.file, start: 0, end: 0 };
  let generated = 0;
  let nested: ReadonlyMap<string, NestedStack> | undefined;
  const parameters = new Map<string, ParameterDeclaration | undefined>();
  const evaluating = new Set<string>();

  const report = (diagnostic: Diagnostic): void => {
    const key = `${diagnostic.code} ${diagnostic.range.file} ${diagnostic.range.start} ${diagnostic.message}`;
    if (reported.has(key)) return;
    reported.add(key);
    found.push(diagnostic);
  };

  const declared = (name: string): ParameterDeclaration | undefined => {
    if (!parameters.has(name)) {
      const entry = sections.entries('Parameters').get(name);
      const declaration = entry === undefined ? undefined : declarationOf(entry);
      const problem = declaration === undefined ? undefined : parameterProblem(declaration);
      if (problem !== undefined) report(problem);
      parameters.set(name, declaration);
    }
    return parameters.get(name);
  };

  const seedOfParameter = (parameter: ParameterDeclaration): VariableSeed | undefined => {
    if (around.given(place, parameter.name) !== undefined) return undefined;
    const from = fromParent?.get(parameter.name);
    if (from !== undefined) return from.scope.stack.directSeed(from.node, from.scope);
    return seedOf(parameter, around.variableKey(place, parameter));
  };

  const seedNamed = (name: string): VariableSeed | undefined => {
    const parameter = declared(name);
    if (parameter !== undefined) return seedOfParameter(parameter);
    return name.startsWith('AWS::') ? pseudoSeed(name, deployedAt, stackKey, whole) : undefined;
  };

  const chosen = (seed: VariableSeed): Value | undefined => {
    world.touch(seed);
    return world.chosen(seed, world.isTracking)?.value;
  };

  const parameterValue = (parameter: ParameterDeclaration): Value => {
    const given = around.given(place, parameter.name);
    if (given !== undefined) return written(parameter, given.text, given.at ?? parameter.range);
    const from = fromParent?.get(parameter.name);
    if (from !== undefined) {
      const value = from.scope.stack.evaluate(from.node, from.scope);
      return value.kind === 'absent' ? ownValue(parameter) : passed(parameter, value);
    }
    return chosen(seedOf(parameter, around.variableKey(place, parameter))) ?? ownValue(parameter);
  };

  const stack: OpenStack = {
    place,
    world,
    store,
    get scope() {
      return scope;
    },
    get sections() {
      return sections;
    },
    get conditions() {
      return conditions;
    },
    idOf: (logicalId) => nodeId(place, logicalId),
    evaluate,
    seedOf: seedNamed,
    parameter(name) {
      const parameter = declared(name);
      if (parameter === undefined) return undefined;
      if (evaluating.has(name)) return unknown('invalid', `Parameter ${name} depends on itself.`, parameter.range);
      evaluating.add(name);
      try {
        return parameterValue(parameter);
      } finally {
        evaluating.delete(name);
      }
    },
    pseudo(name) {
      const seed = pseudoSeed(name, deployedAt, stackKey, whole);
      return (seed === undefined ? undefined : chosen(seed)) ?? pseudoValue(name, deployedAt, whole);
    },
    mappings: () => sections.entries('Mappings'),
    condition: (name, at) => conditions.truth(name, at),
    holds: (node, inner) => conditions.holds(node, inner),
    directSeed: (node, inner) => conditions.directSeed(node, inner),
    suggest(node, inner, literals) {
      if (!world.isTracking) return;
      const seed = conditions.directSeed(node, inner);
      if (seed !== undefined) for (const literal of literals) world.variables.suggest(seed, literal);
    },
    nested() {
      nested ??= nestedStacks(stack, around, openStack);
      return nested;
    },
    nestedOutput(logicalId, output, at) {
      const child = stack.nested().get(logicalId);
      if (child === undefined) return undefined;
      if (child.stack === undefined) return { ...child.why, origin: at, name: `${logicalId}.Outputs.${output}` };
      return child.stack.output(output, at);
    },
    output(name, at) {
      const entry = sections.entries('Outputs').get(name);
      if (entry?.node.kind !== 'map')
        return unknown('invalid', `The stack ${place.stackPath} has no output ${name}.`, at);
      const key = `output ${name}`;
      if (evaluating.has(key)) return unknown('invalid', `The output ${name} depends on itself.`, at);
      evaluating.add(key);
      try {
        const value = entry.node.entries.find((each) => each.key === 'Value')?.value;
        return value === undefined
          ? unknown('invalid', `The output ${name} has no value.`, at)
          : evaluate(value, entry.scope);
      } finally {
        evaluating.delete(key);
      }
    },
    importValue(name, at) {
      const value = around.imported(name, stackKey);
      if (value !== undefined) return { ...value, origin: at, via: [value.origin, ...(value.via ?? [])].slice(0, 8) };
      const shown = describe(name);
      return unknown('import', `The export ${shown} is of a stack that is not read with this one.`, at, {
        name: shown,
      });
    },
    include: (location, at) => includeFile(stack, store, location, at),
    enter: () => world.enter(),
    leave: () => {
      world.leave();
    },
    spend(entries) {
      generated += entries;
      return generated <= MAX_GENERATED;
    },
    report,
    diagnostics: () => found,
  };
  const root = 'failure' in loaded ? undefined : loaded.document.root;
  if ('failure' in loaded) {
    report({
      code: `template-${loaded.failure}`,
      message: loaded.message,
      range: whole,
      hint: 'Check that the file is there and can be read.',
      effect: 'incomplete',
    });
  } else for (const diagnostic of loaded.document.diagnostics) report(diagnostic);
  const scope: Scope = { stack, file: place.file };
  const sections: Sections = readSections(root, scope, report);
  const conditions: Conditions = createConditions({
    world,
    stackKey,
    entries: () => sections.entries('Conditions'),
    seed: seedNamed,
    report,
  });
  return stack;
}
