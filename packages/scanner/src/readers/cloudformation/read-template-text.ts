import { memoryTree, type Fragment } from '@leastwise/model';
import type { Application } from '../application.ts';
import { stackApplication } from './application-stacks.ts';
import type { DeploymentPlace } from './pseudo-parameters.ts';
import { templateStore } from './template-store.ts';

export interface TextOptions extends DeploymentPlace {
  readonly file?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Other files of the tree: nested templates, includes, definitions. */
  readonly files?: Readonly<Record<string, string>>;
}

/** One template text as an application of its own. */
export function applicationOfText(text: string, options: TextOptions = {}): Application {
  const file = options.file ?? 'template.yaml';
  const given = options.parameters ?? {};
  return stackApplication({
    name: 'template',
    roots: [file],
    store: templateStore(memoryTree({ ...options.files, [file]: text })),
    deployedAt: () => options,
    given: (stack, name) =>
      stack.stackPath === '' && Object.hasOwn(given, name) ? { text: given[name] ?? '' } : undefined,
  });
}

/** The fragments of one template text under its default assignment: the template's own first, then those of nested stacks. */
export function readTemplateText(text: string, file = 'template.yaml'): readonly Fragment[] {
  const application = applicationOfText(text, { file });
  return application.assignments[0] === undefined ? [] : application.fragments(application.assignments[0]);
}
