import type { SourceTree, Value } from '@leastwise/model';
import { asText, member } from '@leastwise/model';
import { pathInTree } from '../evaluate/functions/file.ts';
import type { TerraformApplicationReading } from '../instance.ts';
import { planInstances } from './plan-instances.ts';
import type { Plan } from './read-plan.ts';

/** A plan whose configuration is not in the tree: everything stands in its JSON. */
export function planReading(tree: SourceTree, plan: Plan, folder: string): TerraformApplicationReading {
  const instances = planInstances(plan, folder);
  const byId = new Map(instances.map((instance) => [instance.id, instance]));
  const lookThrough = (value: Value): Value => {
    if (value.kind !== 'reference' || value.attribute === '') return value;
    const target = byId.get(value.node);
    const written = target === undefined ? undefined : member(target.body, ...value.attribute.split('.'));
    return written?.kind === 'known' ? { ...written, origin: value.origin, via: [written.origin] } : value;
  };
  const pathOf = (value: Value): string | undefined => {
    const text = asText(lookThrough(value));
    return text === undefined ? undefined : pathInTree(text, folder);
  };
  return {
    folder,
    instances,
    outputs: [],
    diagnostics: plan.diagnostics,
    unknowns: [],
    instance: (id) => byId.get(id),
    lookThrough,
    archiveOf(value) {
      const path = pathOf(value);
      return path !== undefined && tree.stat(path) === 'file'
        ? { kind: 'archive', path, origin: value.origin }
        : undefined;
    },
    pathOf: (_instance, value) => pathOf(value),
  };
}
