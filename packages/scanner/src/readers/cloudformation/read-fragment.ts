import {
  logicalIdOf,
  type Diagnostic,
  type Fragment,
  type TemplateFormat,
  type TemplateResource,
  type Unknown,
  type Value,
} from '@leastwise/model';
import { child } from '../syntax/syntax-node.ts';
import { desugar } from './sam/desugar.ts';
import type { SamInput, SamOutput } from './sam/sam-input.ts';
import { danglingReferences } from './references.ts';
import { readOutputs, readResources } from './read-resources.ts';
import { known } from './values.ts';
import type { OpenStack } from './stack.ts';

/** What is known about the stacks of a CDK assembly beside their templates. */
export type Decorate = (resource: TemplateResource) => TemplateResource;

/** A framework that deploys resources of its own beside those that are written. */
export interface Framework {
  readonly format: TemplateFormat;
  /** What is deployed in the end, made of what is written in CloudFormation's own words. */
  desugar(stack: OpenStack, written: readonly TemplateResource[]): SamOutput;
}

/** Everything that one stack makes in its world. */
export function readFragment(stack: OpenStack, decorate?: Decorate, framework?: Framework): Fragment {
  const { sections, place } = stack;
  const asWritten = readResources(stack);
  const outputs = readOutputs(stack);
  if (framework === undefined) reportMissingResources(stack);
  const bySam = sections.isSam ? desugar(samInput(stack, asWritten)) : undefined;
  const desugared = framework?.desugar(stack, bySam?.resources ?? asWritten) ?? bySam;
  const resources = desugared?.resources ?? asWritten;
  const resolved =
    desugared === undefined
      ? outputs
      : outputs.map((output) => ({ ...output, value: desugared.resolve(output.value) }));
  for (const diagnostic of desugared?.diagnostics ?? []) stack.report(diagnostic);
  reportDangling(
    stack,
    resources,
    resolved.map(({ value }) => value),
  );
  const own = framework?.format ?? (sections.isSam ? 'sam' : 'cloudformation');
  const format = decorate === undefined ? own : 'cdk';
  return {
    file: place.file,
    format,
    stackPath: place.stackPath,
    resources: decorate === undefined ? resources : resources.map(decorate),
    outputs: resolved,
    diagnostics: stack.diagnostics(),
    unknowns: [...sections.open, ...unreadStacks(stack), ...(desugared?.unknowns ?? [])],
  };
}

function samInput(stack: OpenStack, resources: readonly TemplateResource[]): SamInput {
  const { sections, place, scope } = stack;
  const globals = sections.node('Globals');
  const whole = { file: place.file, start: 0, end: 0 };
  const loaded = stack.store.load(place.file);
  const writesNoValue = 'text' in loaded && loaded.text.includes('AWS::NoValue');
  return {
    resources,
    globals: globals === undefined ? { kind: 'absent', origin: whole } : stack.evaluate(globals, scope),
    stack: { file: place.file, stackPath: place.stackPath, idOf: stack.idOf },
    tree: stack.store.tree,
    readData(path, at): Value | undefined {
      const loaded = stack.store.load(path);
      if ('failure' in loaded || loaded.document.root === undefined) return undefined;
      for (const diagnostic of loaded.document.diagnostics) stack.report(diagnostic);
      const value = stack.evaluate(loaded.document.root, { stack, file: path });
      return value.kind === 'absent' ? known(null, at) : value;
    },
    attribute(logicalId, name) {
      const entry = sections.entries('Resources').get(logicalId);
      const node = child(entry?.node, name);
      return entry === undefined || node === undefined ? undefined : stack.evaluate(node, entry.scope);
    },
    withNoValues(resource) {
      const entry = writesNoValue ? sections.entries('Resources').get(resource.logicalId) : undefined;
      const node = child(entry?.node, 'Properties');
      if (entry === undefined || node === undefined || resource.generatedFrom !== undefined) return resource.properties;
      return stack.evaluate(node, { ...entry.scope, keepsNoValue: true });
    },
    holds: (condition, at) => stack.conditions.truth(condition, at),
    pseudo: (name, origin) => {
      const value = stack.pseudo(name);
      return value === undefined
        ? { kind: 'unknown', cause: 'invalid', reason: `CloudFormation has no pseudo parameter ${name}.`, origin }
        : { ...value, origin };
    },
  };
}

function reportMissingResources(stack: OpenStack): void {
  const written = stack.sections.node('Resources');
  const isEmpty = written === undefined || (written.kind === 'scalar' && written.value === null);
  if (!isEmpty || stack.sections.entries('Resources').size > 0) return;
  stack.report({
    code: 'template-without-resources',
    message: 'The template has no Resources, so there is nothing to look at.',
    range: { file: stack.place.file, start: 0, end: 0 },
    hint: 'Add a Resources map, or leave the file out of the scan.',
    effect: 'incomplete',
  });
}

/** A reference to something that the template does not declare at all; what a condition leaves out is declared. */
function reportDangling(stack: OpenStack, resources: readonly TemplateResource[], outputs: readonly Value[]): void {
  const present = new Set(resources.map(({ id }) => id));
  for (const logicalId of stack.sections.entries('Resources').keys()) present.add(stack.idOf(logicalId));
  const prefix = stack.idOf('');
  const values = [...resources.map(({ properties }) => properties), ...outputs];
  for (const reference of danglingReferences(values, prefix, present)) {
    if (reference.node.slice(prefix.length).includes('/')) continue;
    const diagnostic: Diagnostic = {
      code: 'reference-unknown',
      message: `${logicalIdOf(reference.node)} is neither a resource nor a parameter of this template.`,
      range: reference.origin,
      hint: 'Correct the name, or add what it refers to.',
      effect: 'note',
    };
    stack.report(diagnostic);
  }
}

function unreadStacks(stack: OpenStack): readonly Unknown[] {
  const unread: Unknown[] = [];
  for (const nested of stack.nested().values()) if (nested.why !== undefined) unread.push(nested.why);
  return unread;
}
