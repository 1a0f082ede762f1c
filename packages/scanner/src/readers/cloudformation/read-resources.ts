import type { NodeId, TemplateOutput, TemplateResource, Value } from '@leastwise/model';
import { child, type SyntaxNode } from '../syntax/syntax-node.ts';
import { rangeOf, type Entry } from './scope.ts';
import type { OpenStack } from './stack.ts';
import { known, scalarText } from './values.ts';

/** The resources of a stack that exist in its world, as written. */
export function readResources(stack: OpenStack): readonly TemplateResource[] {
  const resources: TemplateResource[] = [];
  for (const [logicalId, entry] of stack.sections.entries('Resources')) {
    const resource = readResource(stack, logicalId, entry);
    if (resource !== undefined) resources.push(resource);
  }
  return resources;
}

function readResource(stack: OpenStack, logicalId: string, entry: Entry): TemplateResource | undefined {
  const { node, scope } = entry;
  if (node.kind !== 'map') {
    stack.report({
      code: 'resource-not-a-map',
      message: `The resource ${logicalId} is no map, so it could not be read.`,
      range: entry.range,
      hint: 'Write Type and Properties below the name of the resource.',
      effect: 'incomplete',
    });
    return undefined;
  }
  const typeNode = child(node, 'Type');
  const type = typeNode === undefined ? undefined : scalarText(stack.evaluate(typeNode, scope));
  if (type === undefined || type === '') {
    stack.report({
      code: 'resource-without-type',
      message: `The resource ${logicalId} has no Type, so nothing is known about it.`,
      range: entry.range,
      hint: 'Add the Type of the resource.',
      effect: 'incomplete',
    });
    return undefined;
  }
  checkAttributes(stack, logicalId, entry);
  if (!exists(stack, entry)) return undefined;
  const value = (key: string): Value | undefined => {
    const written = child(node, key);
    if (written === undefined) return undefined;
    const read = stack.evaluate(written, scope);
    return read.kind === 'absent' ? undefined : read;
  };
  const properties = value('Properties');
  const isEmpty = properties === undefined || (properties.kind === 'known' && properties.value === null);
  const metadata = value('Metadata');
  const deletionPolicy = value('DeletionPolicy');
  const dependsOn = dependencies(stack, value('DependsOn'));
  return {
    id: stack.idOf(logicalId),
    logicalId,
    type,
    properties: isEmpty ? known(new Map(), entry.range) : properties,
    location: entry.range,
    keyRange: entry.keyRange,
    ...(metadata === undefined ? {} : { metadata }),
    ...(deletionPolicy === undefined ? {} : { deletionPolicy }),
    ...(dependsOn.length === 0 ? {} : { dependsOn }),
  };
}

/** Says what CloudFormation refuses in the attributes of a resource; the resource is read all the same. */
function checkAttributes(stack: OpenStack, logicalId: string, { node, scope }: Entry): void {
  const refuse = (at: SyntaxNode, what: string, hint: string): void =>
    stack.report({
      code: 'resource-attribute-invalid',
      message: `${what} of ${logicalId}`,
      range: rangeOf(at, scope),
      hint,
      effect: 'note',
    });
  const condition = child(node, 'Condition');
  if (condition !== undefined && (condition.kind !== 'scalar' || typeof condition.value !== 'string')) {
    refuse(condition, 'A map or list stands as Condition', 'Write the name of a condition.');
  }
  const dependsOn = child(node, 'DependsOn');
  if (dependsOn === undefined || scope.locals !== undefined) return;
  const names = dependsOn.kind === 'list' ? dependsOn.items : [dependsOn];
  if (names.some((name) => name.kind !== 'scalar' || typeof name.value !== 'string')) {
    refuse(dependsOn, 'Something else than logical ids stands in DependsOn', 'Write a logical id, or a list of them.');
  }
}

/** False when the condition of a resource or output is false in this world. */
export function exists(stack: OpenStack, entry: Entry): boolean {
  const condition = child(entry.node, 'Condition');
  if (condition?.kind !== 'scalar') return true;
  const name = scalarText(stack.evaluate({ ...condition, tag: undefined }, entry.scope));
  return name === undefined || stack.conditions.truth(name, rangeOf(condition, entry.scope));
}

function dependencies(stack: OpenStack, value: Value | undefined): readonly NodeId[] {
  if (value?.kind !== 'known') return [];
  const items = Array.isArray(value.value) ? (value.value as readonly Value[]) : [value];
  const ids: NodeId[] = [];
  for (const item of items) {
    const name = scalarText(item);
    if (name !== undefined && name !== '') ids.push(stack.idOf(name));
  }
  return ids;
}

export function readOutputs(stack: OpenStack): readonly TemplateOutput[] {
  const outputs: TemplateOutput[] = [];
  for (const [name, entry] of stack.sections.entries('Outputs')) {
    if (entry.node.kind !== 'map' || !exists(stack, entry)) continue;
    const value = child(entry.node, 'Value');
    if (value === undefined) continue;
    const exported = child(child(entry.node, 'Export'), 'Name');
    outputs.push({
      name,
      value: stack.evaluate(value, entry.scope),
      location: entry.range,
      ...(exported === undefined ? {} : { exportName: stack.evaluate(exported, entry.scope) }),
    });
  }
  return outputs;
}
