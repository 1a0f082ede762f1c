import type { Assignment, Fragment, TemplateResource } from '@leastwise/model';
import { buildEstate } from '../../../estate/build-estate.ts';
import type { Estate } from '../../../estate/estate.ts';
import { readTemplateText } from '../../../readers/cloudformation/read-template-text.ts';
import { translate, type Configuration } from '../../../readers/terraform/resources/configuration.fixture.ts';

const assignment: Assignment = { label: '', conditions: new Map(), isDefault: true };

export function estateOfTemplate(text: string): Estate {
  return buildEstate('shop', assignment, readTemplateText(text));
}

export function estateOfConfiguration(configuration: Configuration): Estate {
  return buildEstate('shop', assignment, [fragmentOf(translate(configuration).resources)]);
}

export function fragmentOf(resources: readonly TemplateResource[]): Fragment {
  return {
    file: 'main.tf',
    format: 'terraform',
    stackPath: '',
    resources,
    outputs: [],
    diagnostics: [],
    unknowns: [],
  };
}

/** What an estate says without where it is written: facets by node, and edges. Nodes are called by their logical names. */
export function spellEstate(estate: Estate): { readonly nodes: unknown; readonly edges: unknown } {
  const names = new Map([...estate.nodes.keys()].map((id) => [id, commonName(id)]));
  const nodes = [...estate.nodes.values()]
    .map((node) => [names.get(node.id), node.kind, spell(node.facet, 0)] as const)
    .toSorted((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1));
  const edges = [...estate.nodes.keys()]
    .flatMap((id) => estate.edgesFrom(id))
    .map(({ verb, from, to }) => `${commonName(from)} ${verb} ${commonName(to)}`)
    .toSorted();
  return { nodes: Object.fromEntries(nodes.map(([name, kind, facet]) => [name, { kind, facet }])), edges };
}

/** `aws_sqs_queue.failed_orders` and `FailedOrders` are one name; what is derived keeps its ending. */
function commonName(id: string): string {
  const last = id.replace(/^aws:[^#]*#\/?/, '');
  return last.replaceAll(/(?:aws|random)_[a-z0-9_]+\.([a-z0-9_]+)/g, (_whole, name: string) =>
    name
      .split('_')
      .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
      .join(''),
  );
}

/** What says where something stands, and how people call it. */
const places = new Set([
  'origin',
  'via',
  'at',
  'authAt',
  'location',
  'keyRange',
  'settleWith',
  'reason',
  'note',
  'label',
]);

function spell(value: unknown, depth: number): unknown {
  if (depth > 40) return '…';
  if (typeof value === 'string') return /^aws:[^#]*#/.test(value) ? commonName(value) : value;
  if (Array.isArray(value)) return value.map((item) => spell(item, depth + 1));
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, inner]) => [String(key), spell(inner, depth + 1)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !places.has(key) && inner !== undefined)
      .map(([key, inner]) => [key, spell(inner, depth + 1)]),
  );
}
