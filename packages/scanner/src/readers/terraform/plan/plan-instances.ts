import type { NodeId, SourceRange, Value } from '@leastwise/model';
import { known, unknown } from '../../cloudformation/values.ts';
import { identityAttributes, type TerraformInstance } from '../instance.ts';
import { idOf } from '../modules/resource-instance.ts';
import { withoutKeys, type Plan, type PlannedResource } from './read-plan.ts';

/** The instances of a plan as it tells them, with references where an argument names another resource. */
export function planInstances(plan: Plan, folder: string): readonly TerraformInstance[] {
  const byBlock = new Map<string, PlannedResource[]>();
  for (const resource of plan.resources) {
    const block = withoutKeys(resource.address);
    byBlock.set(block, [...(byBlock.get(block) ?? []), resource]);
  }
  return plan.resources.map((resource) => ({
    address: resource.address,
    mode: resource.mode,
    type: resource.type,
    name: resource.name,
    modulePath: resource.modulePath,
    ...(resource.key === undefined ? {} : { key: resource.key }),
    id: idOf(folder, resource.address),
    file: plan.file,
    location: resource.location,
    keyRange: resource.keyRange,
    body: bodyOf(resource, byBlock, folder),
    provider: { name: resource.type.split('_')[0] ?? resource.type },
    dependsOn: [],
  }));
}

function bodyOf(
  resource: PlannedResource,
  byBlock: ReadonlyMap<string, readonly PlannedResource[]>,
  folder: string,
): Value {
  const members = new Map(resource.values);
  for (const [argument, names] of resource.references) {
    const planned = members.get(argument);
    const at = planned?.origin ?? resource.origin;
    const reference = referenceOf(names, resource, byBlock, folder, at);
    if (reference?.kind === 'reference' && (planned === undefined || identityAttributes.has(reference.attribute)))
      members.set(argument, reference);
    else if (planned === undefined)
      members.set(argument, unknown('attribute', `What ${argument} is will be known after the deployment.`, at));
  }
  return known(members, resource.origin);
}

/** `["aws_iam_role.orders.arn", "aws_iam_role.orders"]`: the longest name first, then the resource itself. */
function referenceOf(
  names: readonly string[],
  from: PlannedResource,
  byBlock: ReadonlyMap<string, readonly PlannedResource[]>,
  folder: string,
  origin: SourceRange,
): Value | undefined {
  const [longest] = names;
  const others = names.filter((name) => !longest?.startsWith(name));
  if (longest === undefined || others.length > 0) return undefined;
  const path = /^((?:data\.)?[\w-]+\.[\w-]+)(?:\[(\d+|"(?:[^"\\]|\\.)*")\])?\.([\w.[\]]+)$/.exec(longest);
  const [, block, key, attribute] = path ?? [];
  if (block === undefined || attribute === undefined) return undefined;
  const prefix = from.modulePath === '' ? '' : `${from.modulePath}.`;
  const candidates = (byBlock.get(withoutKeys(prefix + block)) ?? []).filter(
    ({ modulePath }) => modulePath === from.modulePath,
  );
  const named = key === undefined ? candidates : candidates.filter(({ address }) => address.endsWith(`[${key}]`));
  // Without a key in the text, an instance goes with the one of its own key.
  const target = named.length === 1 ? named[0] : named.find((each) => each.key === from.key);
  if (target === undefined) return undefined;
  const node: NodeId = idOf(folder, target.address);
  return { kind: 'reference', node, attribute, origin };
}
