import type { Diagnostic, Fragment, SourceRange, Value } from '@leastwise/model';
import type { Application } from '../application.ts';
import { child } from '../syntax/syntax-node.ts';
import { readFragment, type Decorate, type Framework } from './read-fragment.ts';
import { exists } from './read-resources.ts';
import { spelled } from './spelled.ts';
import { openStack, type GivenParameter, type OpenStack, type StackPlace, type StackSurroundings } from './stack.ts';
import type { DeploymentPlace } from './pseudo-parameters.ts';
import type { TemplateStore } from './template-store.ts';
import { createVariables, type World } from './variables.ts';
import { findWorlds } from './worlds.ts';

export interface StackApplication {
  readonly name: string;
  /** The templates that are deployed themselves, not as nested stacks. */
  readonly roots: readonly string[];
  readonly store: TemplateStore;
  deployedAt(stack: StackPlace): DeploymentPlace;
  localCopy?(stack: StackPlace, location: string): string | undefined;
  given(stack: StackPlace, parameter: string): GivenParameter | undefined;
  /** Set for a CDK assembly: how its metadata completes the resources of a stack. */
  readonly decorate?: (stack: StackPlace) => Decorate;
  /** Set when a framework makes the root stack of its own file: how its resources are completed. */
  readonly framework?: Framework;
  /** Conditions that say nothing about the application. */
  readonly ignoredConditions?: ReadonlySet<string>;
  readonly diagnostics?: readonly Diagnostic[];
}

/** Joins stacks to an application: its worlds, and its fragments in each. */
export function stackApplication(about: StackApplication): Application {
  const variables = createVariables();
  const at: SourceRange = { file: about.roots[0] ?? '', start: 0, end: 0 };
  const { found, diagnostics } = findWorlds(
    variables,
    (world) => truthsOf(openRoots(about, world), about.ignoredConditions),
    at,
  );
  const read = new Map<string, readonly Fragment[]>();
  return {
    name: about.name,
    assignments: found.map(({ assignment }) => assignment),
    diagnostics: [...(about.diagnostics ?? []), ...diagnostics],
    fragments(assignment) {
      const present = read.get(assignment.label);
      if (present !== undefined) return present;
      const world = found.find((each) => each.assignment.label === assignment.label) ?? found[0];
      if (world === undefined) return [];
      const fragments = allStacks(openRoots(about, world.open())).map((stack) =>
        readFragment(stack, about.decorate?.(stack.place), stack.place.stackPath === '' ? about.framework : undefined),
      );
      read.set(assignment.label, fragments);
      return fragments;
    },
  };
}

function openRoots(about: StackApplication, world: World): readonly OpenStack[] {
  const exports = exportTable(() => roots);
  const around: StackSurroundings = {
    store: about.store,
    world,
    deployedAt: (stack) => about.deployedAt(stack),
    localCopy: (stack, location) => about.localCopy?.(stack, location),
    given: (stack, parameter) => about.given(stack, parameter),
    imported: exports,
    // Templates that are deployed together take a parameter of one name and one declaration as one decision.
    variableKey: (_stack, { name, type, fallback, allowed }) =>
      JSON.stringify(['parameter', name, type, fallback?.text, allowed]),
  };
  const roots = about.roots.map((file) => {
    const loaded = about.store.load(file);
    world.openStack('failure' in loaded ? 0 : loaded.text.length);
    return openStack({ rootFile: file, file, stackPath: '', chain: [file] }, around);
  });
  return roots;
}

function allStacks(roots: readonly OpenStack[]): readonly OpenStack[] {
  const stacks: OpenStack[] = [];
  const visit = (stack: OpenStack): void => {
    stacks.push(stack);
    for (const nested of stack.nested().values()) if (nested.stack !== undefined) visit(nested.stack);
  };
  for (const root of roots) visit(root);
  return stacks;
}

function truthsOf(roots: readonly OpenStack[], ignored?: ReadonlySet<string>): ReadonlyMap<string, boolean> {
  const truths = new Map<string, boolean>();
  for (const stack of allStacks(roots)) {
    for (const [name, entry] of stack.sections.entries('Conditions')) {
      if (ignored?.has(name) === true) continue;
      truths.set(
        `${stack.place.rootFile}#${stack.place.stackPath}${name}`,
        stack.conditions.truth(name, entry.keyRange),
      );
    }
  }
  return truths;
}

/** Finds what an import names among the exports of the application. Two stacks with one export name settle nothing. */
function exportTable(roots: () => readonly OpenStack[]): (name: Value, stackKey: string) => Value | undefined {
  let table: Map<string, (() => Value) | undefined> | undefined;
  const following = new Set<string>();
  return (name, stackKey) => {
    const key = spelled(name, stackKey);
    if (key === undefined || following.has(key)) return undefined;
    if (table === undefined) {
      table = new Map();
      for (const stack of allStacks(roots())) addExports(stack, table);
    }
    const found = table.get(key);
    if (found === undefined) return undefined;
    following.add(key);
    try {
      return found();
    } finally {
      following.delete(key);
    }
  };
}

function addExports(stack: OpenStack, table: Map<string, (() => Value) | undefined>): void {
  for (const [name, entry] of stack.sections.entries('Outputs')) {
    const exported = child(child(entry.node, 'Export'), 'Name');
    if (exported === undefined || !exists(stack, entry)) continue;
    const key = spelled(stack.evaluate(exported, entry.scope), `${stack.place.rootFile}#${stack.place.stackPath}`);
    if (key === undefined) continue;
    table.set(key, table.has(key) ? undefined : (): Value => stack.output(name, entry.range));
  }
}
