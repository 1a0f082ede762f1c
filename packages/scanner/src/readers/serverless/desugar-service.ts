import type { TemplateResource } from '@leastwise/model';
import type { Framework } from '../cloudformation/read-fragment.ts';
import { finishRestApi } from './apis/rest-api.ts';
import { finish } from './bench.ts';
import { createBench } from './create-bench.ts';
import { withNotifications } from './events/existing-buckets.ts';
import { compileEvents } from './events/compile-events.ts';
import { draftFunction } from './functions/function.ts';
import { draftRoles } from './functions/roles.ts';
import { draftLayers } from './layers.ts';
import { mergeExtensions, mergeWritten } from './merge-extensions.ts';
import { compilePlugins } from './plugins/compile-plugins.ts';
import type { Service } from './service.ts';
import type { SyntheticTemplate } from './synthetic-template.ts';

/** What the framework deploys for a service beside what stands under `resources`, in CloudFormation's own types. */
export function serviceFramework(service: Service, template: SyntheticTemplate): Framework {
  return {
    format: 'serverless',
    desugar(stack, written) {
      const bench = createBench(service, stack);
      for (const owner of bench.functions) draftFunction(owner, bench);
      draftLayers(bench);
      compileEvents(bench);
      compilePlugins(bench);
      finishRestApi(bench);
      draftRoles(bench);
      for (const extension of mergeExtensions(template.extensions, bench.drafts, stack)) {
        bench.note(
          'serverless-extension-unused',
          service.rangeOf({ start: extension.keyStart, end: extension.keyEnd, file: extension.file }),
          `The framework generates no resource ${extension.key}, so this changes nothing that is read here.`,
          'Check the name, or write the Type of a resource of your own.',
        );
      }
      for (const part of template.open) {
        if (part.kind === 'scalar' && part.resolved?.kind === 'unknown') bench.unknowns.push(part.resolved);
      }
      const resources: TemplateResource[] = [];
      for (const draft of bench.drafts.values()) resources.push(finish(draft, stack));
      const generated = new Set(resources.map(({ logicalId }) => logicalId));
      const own = written.map((resource) => {
        const draft = bench.drafts.get(resource.logicalId);
        return draft === undefined ? resource : mergeWritten(resource, draft);
      });
      const replaced = new Set(own.map(({ logicalId }) => logicalId).filter((logicalId) => generated.has(logicalId)));
      return {
        resources: [...resources.filter(({ logicalId }) => !replaced.has(logicalId)), ...own].map((resource) =>
          withNotifications(resource, bench.notifications),
        ),
        diagnostics: bench.diagnostics,
        unknowns: bench.unknowns,
        resolve: (value) => value,
      };
    },
  };
}
