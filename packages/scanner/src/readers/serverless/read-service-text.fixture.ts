import { asMap, describe, memoryTree, type Fragment, type TemplateResource } from '@leastwise/model';
import type { ServiceInputs } from './inputs.ts';
import { readServices } from './read-services.ts';

export interface ReadService {
  readonly fragment: Fragment;
  readonly resource: (logicalId: string) => TemplateResource;
  /** The properties as people read them, maps and lists opened. */
  readonly plain: (logicalId: string) => unknown;
  readonly types: ReadonlyMap<string, string>;
}

/** One service text, under its default assignment. */
export function readServiceText(
  text: string,
  files: Readonly<Record<string, string>> = {},
  inputs: Partial<ServiceInputs> = {},
): ReadService {
  const tree = memoryTree({ ...files, 'orders/serverless.yml': text });
  const given: ServiceInputs = { parameters: new Map(), ...inputs };
  const { applications } = readServices(tree, ['orders/serverless.yml'], () => given);
  const application = applications[0];
  const assignment = application?.assignments[0];
  const fragment = assignment === undefined ? undefined : application?.fragments(assignment)[0];
  if (fragment === undefined) throw new Error('The text holds no service.');
  const resource = (logicalId: string): TemplateResource => {
    const found = fragment.resources.find((each) => each.logicalId === logicalId);
    if (found === undefined)
      throw new Error(`${logicalId} is none of ${fragment.resources.map((each) => each.logicalId).join(', ')}`);
    return found;
  };
  return {
    fragment,
    resource,
    plain: (logicalId) => plain(resource(logicalId).properties),
    types: new Map(fragment.resources.map((each) => [each.logicalId, each.type])),
  };
}

function plain(value: Parameters<typeof describe>[0]): unknown {
  if (value.kind !== 'known') return describe(value);
  const map = asMap(value as Parameters<typeof asMap>[0]);
  if (map !== undefined) return Object.fromEntries([...map].map(([key, inner]) => [key, plain(inner)]));
  return Array.isArray(value.value)
    ? value.value.map((item) => plain(item as Parameters<typeof plain>[0]))
    : value.value;
}
