import { asText, logicalIdOf, member, type Unknown, type Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../estate.ts';
import { mappingByType, type Kind } from '../facets/index.ts';
import { dataActions } from '../policies/data-actions.ts';
import type { PolicyElement } from '../policies/policy-document.ts';
import { arnService, resourceBreadth } from '../policies/resource-breadth.ts';
import { covers, spellPattern } from '../policies/spell-pattern.ts';

/** What the Resource element of a statement leads to, of some kinds. */
export interface Coverage {
  readonly nodes: readonly AnyNode[];
  /** A pattern takes in every resource there is, in the estate or not: no single one is meant. */
  readonly everything: boolean;
  readonly open?: Unknown;
}

export function coverage(estate: Estate, resources: PolicyElement, kinds: readonly Kind[]): Coverage {
  if (!resources.present) return { nodes: [], everything: false };
  if (resources.not) return { nodes: [], everything: true };
  const nodes = new Map<string, AnyNode>();
  let everything = false;
  let open = resources.open;
  for (const value of resources.values) {
    const breadth = resourceBreadth(value);
    const service = arnService(value);
    if (service !== undefined && !kinds.some((kind) => (serviceOf(kind) ?? service) === service)) continue;
    if (breadth === 'everything' || breadth === 'every-of-service') everything = true;
    else for (const node of nodesOf(estate, value, kinds)) nodes.set(node.id, node);
    if (value.kind === 'unknown') open ??= value;
  }
  return { nodes: [...nodes.values()], everything, ...(open === undefined ? {} : { open }) };
}

/** The prefix of the actions on a kind, which its ARNs hold too. */
function serviceOf(kind: Kind): string | undefined {
  const actions = dataActions[kind];
  return (actions?.reads[0] ?? actions?.writes[0])?.split(':')[0];
}

function nodesOf(estate: Estate, value: Value, kinds: readonly Kind[]): readonly AnyNode[] {
  const direct = continuesName(value) ? undefined : estate.resolve(value, ...kinds);
  if (direct !== undefined) return [direct];
  const pattern = spellPattern(value);
  if (pattern === undefined || !/[*?]/.test(pattern)) return [];
  return kinds.flatMap((kind) => {
    const form = nameForms[kind];
    const name = form?.exec(pattern)?.[1];
    if (name === undefined || !/[*?]/.test(name)) return [];
    return (estate.of(kind) as readonly AnyNode[]).filter((node) => namesMatch(name, node));
  });
}

/** `${Photos}-thumbnails` names another bucket than `${Photos}`. */
function continuesName(value: Value): boolean {
  if (value.kind !== 'text') return false;
  return value.parts.some((part, index) => {
    const next = value.parts[index + 1];
    return typeof part !== 'string' && part.kind === 'reference' && typeof next === 'string' && /^[\w-]/.test(next);
  });
}

/** Where the name stands in a pattern that has a wildcard in it. */
const nameForms: Readonly<Partial<Record<Kind, RegExp>>> = {
  table: /:dynamodb:[^:]*:[^:]*:table\/([^/]+)/,
  bucket: /:s3:[^:]*:[^:]*:([^/]+)/,
  queue: /:sqs:[^:]*:[^:]*:([^:]+)$/,
  topic: /:sns:[^:]*:[^:]*:([^:]+)$/,
  stream: /:kinesis:[^:]*:[^:]*:stream\/([^/]+)/,
  function: /:lambda:[^:]*:[^:]*:function:([^:]+)/,
  secret: /:secretsmanager:[^:]*:[^:]*:secret:([^:]+)$/,
  parameter: /:ssm:[^:]*:[^:]*:parameter\/(.+)$/,
  'state-machine': /:states:[^:]*:[^:]*:stateMachine:([^:]+)/,
  'event-bus': /:events:[^:]*:[^:]*:event-bus\/([^/]+)/,
};

/**
 * A name that is written is compared; a name that the platform makes is `<stack>-<logical id>-<random>`, and only patterns
 * that leave the end open can take it in.
 */
function namesMatch(pattern: string, node: AnyNode): boolean {
  const property = mappingByType.get(node.type)?.nameField;
  const written = property === undefined ? undefined : member(node.properties, property);
  const name = written === undefined || written.kind === 'absent' ? undefined : spellPattern(written);
  if (name !== undefined) return covers(pattern, name.replace(/^\//, '')) || covers(pattern, name);
  if (written !== undefined && written.kind !== 'absent') return asText(written) !== undefined;
  return pattern.endsWith('*') && covers(pattern, `\uFFFC-${logicalIdOf(node.id)}-\uFFFC`);
}
