import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

/**
 * CloudFormation itself: custom resources are asked asynchronously and answer over a signed URL, macros return what they
 * make. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html
 */
export const linkStacks: Linker = (estate) => {
  for (const resource of estate.of('custom-resource')) {
    const target = estate.functionOf(resource.facet.token);
    if (target === undefined) continue;
    addTrigger(estate, {
      kind: 'custom-resource',
      target,
      source: resource.id,
      label: `custom resource ${resource.name}`,
      invocation: 'async',
      at: resource.facet.token.origin,
    });
  }
  for (const macro of estate.of('macro')) {
    const target = estate.functionOf(macro.facet.function);
    if (target === undefined) continue;
    addTrigger(estate, {
      kind: 'macro',
      target,
      source: macro.id,
      label: `macro ${macro.name}`,
      invocation: 'sync',
      at: macro.facet.function.origin,
    });
  }
};
