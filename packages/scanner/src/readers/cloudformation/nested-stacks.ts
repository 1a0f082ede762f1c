import { describe, member, type Unknown, type Value } from '@leastwise/model';
import { child, type SyntaxNode } from '../syntax/syntax-node.ts';
import { intrinsicOf } from './intrinsic.ts';
import { rangeOf, type Entry, type Scope } from './scope.ts';
import type { OpenStack, PassedParameter, StackPlace, StackSurroundings } from './stack.ts';
import { locateTemplate } from './template-store.ts';
import { scalarText, unknown } from './values.ts';

/** A stack that a resource of another one makes: read when its template is in the tree. */
export type NestedStack =
  | { readonly logicalId: string; readonly stack: OpenStack; readonly why?: undefined }
  | { readonly logicalId: string; readonly stack?: undefined; readonly why: Unknown };

const LOCATION: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

const MAX_DEPTH = 12;

/** Folders that `sam build` and `cdk synth` write. */
const BUILT = /(?:^|\/)(?:\.aws-sam|cdk\.out)\//;

type Open = (place: StackPlace, around: StackSurroundings, given: ReadonlyMap<string, PassedParameter>) => OpenStack;

/** Opens the nested stacks and local applications of a stack that exist in this world. */
export function nestedStacks(
  stack: OpenStack,
  around: StackSurroundings,
  open: Open,
): ReadonlyMap<string, NestedStack> {
  const nested = new Map<string, NestedStack>();
  for (const [logicalId, entry] of stack.sections.entries('Resources')) {
    const location = locationOf(entry);
    if (location === undefined || !exists(stack, entry)) continue;
    nested.set(logicalId, openNested(stack, around, open, logicalId, entry, location));
  }
  return nested;
}

function exists(stack: OpenStack, entry: Entry): boolean {
  const condition = child(entry.node, 'Condition');
  return condition?.kind !== 'scalar' || stack.conditions.truth(condition.text, rangeOf(condition, entry.scope));
}

/** The node that says where the template of a nested stack is; undefined for other resources. */
export function locationOf(entry: Entry): SyntaxNode | undefined {
  const type = child(entry.node, 'Type');
  const property = type?.kind === 'scalar' && Object.hasOwn(LOCATION, type.text) ? LOCATION[type.text] : undefined;
  if (property === undefined) return undefined;
  return child(child(entry.node, 'Properties'), property) ?? type;
}

/** The location as a path: what packaging left in the metadata (`aws:asset:path`) comes before the property. */
export function locationText(
  stack: OpenStack,
  entry: Entry,
  location: SyntaxNode,
  localCopy?: StackSurroundings['localCopy'],
): string | Value {
  const metadata = child(entry.node, 'Metadata');
  const asset = child(metadata, 'aws:asset:path');
  if (asset?.kind === 'scalar' && child(metadata, 'aws:asset:property') !== undefined) return asset.text;
  const value = stack.evaluate(location, entry.scope);
  return localCopy?.(stack.place, describe(value)) ?? scalarText(value) ?? value;
}

function openNested(
  stack: OpenStack,
  around: StackSurroundings,
  open: Open,
  logicalId: string,
  entry: Entry,
  location: SyntaxNode,
): NestedStack {
  const at = rangeOf(location, entry.scope);
  const closed = (reason: string, problem?: { code: string; hint: string }): NestedStack => {
    if (problem !== undefined) stack.report({ ...problem, message: reason, range: at, effect: 'incomplete' });
    return { logicalId, why: unknown('missing-file', reason, at, { name: logicalId }) };
  };
  const written = locationText(stack, entry, location, around.localCopy?.bind(around));
  if (typeof written !== 'string') return closed(openLocation(written));
  const found = locateTemplate(stack.store.tree, entry.scope.file, written);
  switch (found.at) {
    case 'remote':
      return closed(`The template of the nested stack is at ${written}, which is not in the tree.`);
    case 'outside-root':
      return closed(`The template ${written} of the nested stack lies outside the root.`, {
        code: 'path-outside-root',
        hint: 'Scan from a folder that holds both templates.',
      });
    case 'missing':
      if (BUILT.test(found.path)) {
        return closed(`The template of the nested stack is ${found.path}, which a build makes; it is not in the tree.`);
      }
      return closed(`There is no file ${found.path}, which the nested stack ${logicalId} needs.`, {
        code: 'nested-template-missing',
        hint: 'Add the file, or correct the location.',
      });
    case 'file':
      break;
  }
  if (stack.place.chain.includes(found.path) || stack.place.chain.length >= MAX_DEPTH) {
    return closed(`The nested stack ${logicalId} leads back to ${found.path}.`, {
      code: 'nested-template-cycle',
      hint: 'A stack cannot contain itself; correct the location.',
    });
  }
  const loaded = stack.store.load(found.path);
  if (!stack.world.openStack('failure' in loaded ? 0 : loaded.text.length)) {
    return closed('The application nests more stacks than are read.', {
      code: 'nested-stacks-too-many',
      hint: 'Scan a template further inside.',
    });
  }
  const place: StackPlace = {
    rootFile: stack.place.rootFile,
    file: found.path,
    stackPath: `${stack.place.stackPath}${logicalId}/`,
    chain: [...stack.place.chain, found.path],
  };
  return { logicalId, stack: open(place, around, passedTo(entry)) };
}

function openLocation(value: Value): string {
  const id = scalarText(member(value, 'ApplicationId'));
  if (id !== undefined) return `The application ${id} is in the Serverless Application Repository, not in the tree.`;
  if (value.kind === 'known' && value.value instanceof Map)
    return 'The application is in a repository of the account, not in the tree.';
  return 'Where the template of the nested stack is, is known only to a deployment.';
}

function passedTo(entry: Entry): ReadonlyMap<string, PassedParameter> {
  const passed = new Map<string, PassedParameter>();
  const parameters = child(child(entry.node, 'Properties'), 'Parameters');
  if (parameters?.kind !== 'map' || intrinsicOf(parameters) !== undefined) return passed;
  const scope: Scope = entry.scope;
  for (const parameter of parameters.entries) passed.set(parameter.key, { node: parameter.value, scope });
  return passed;
}
