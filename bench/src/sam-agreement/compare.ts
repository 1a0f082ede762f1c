import type { Fragment, NodeId, TemplateResource } from '@leastwise/model';
import { facetOf, type Facet } from './facets.ts';
import { differences, say, sayDefinition, type Said } from './say.ts';

export interface Comparison {
  /** The facets that either side has, with what differs in each. */
  readonly facets: ReadonlyMap<Facet, readonly string[]>;
}

/** Compares what we read from a SAM template with what we read from its translation. */
export function compare(ours: readonly Fragment[], theirs: readonly Fragment[]): Comparison {
  const [left, right] = [resourcesOf(ours), resourcesOf(theirs)];
  const ids = matchingIds(left, right);
  const said = (
    resources: readonly TemplateResource[],
    other: ReadonlyMap<NodeId, string>,
  ): ReadonlyMap<string, readonly [string, Said]> =>
    new Map(
      resources.map((resource) => {
        const idOf = (node: NodeId): string => other.get(node) ?? bare(node);
        const { Description: _, ...deployed } = properties(resource, idOf);
        const isDeployment = resource.type === 'AWS::ApiGateway::Deployment';
        return [idOf(resource.id), [resource.type, isDeployment ? deployed : properties(resource, idOf)] as const];
      }),
    );
  const [a, b] = [said(left, ids.ours), said(right, ids.theirs)];
  const facets = new Map<Facet, string[]>();
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const [one, other] = [a.get(id), b.get(id)];
    const type = (other ?? one)?.[0] ?? '';
    const facet = facetOf(type);
    const list = facets.get(facet) ?? [];
    facets.set(facet, list);
    if (one === undefined || other === undefined || one[0] !== other[0]) {
      list.push(
        `${id} (${type}): ${one === undefined ? 'only theirs' : other === undefined ? 'only ours' : `ours is ${one[0]}`}`,
      );
    } else for (const difference of differences(one[1], other[1])) list.push(`${id} (${type}) ${difference}`);
  }
  return { facets };
}

function properties(resource: TemplateResource, idOf: (node: NodeId) => string): Readonly<Record<string, Said>> {
  const said = say(resource.properties, idOf);
  const map = typeof said === 'object' && !Array.isArray(said) ? (said as Readonly<Record<string, Said>>) : {};
  if (resource.type === 'AWS::StepFunctions::StateMachine') return sayDefinition(map);
  if (resource.type === 'AWS::CloudFormation::Stack') return withoutMock(map);
  return resource.type === 'AWS::S3::Bucket' ? withoutBookkeeping(map) : map;
}

/** For functions with a condition the translator keeps the order of creation in tags of the bucket, and an empty list. */
function withoutBookkeeping({
  Tags: tags,
  NotificationConfiguration: notifications,
  ...map
}: Readonly<Record<string, Said>>): Readonly<Record<string, Said>> {
  const kept = Array.isArray(tags)
    ? tags.filter((tag) => !JSON.stringify(tag).includes('sam:ConditionalDependsOn:'))
    : tags;
  const isEmpty = JSON.stringify(notifications) === '{"LambdaConfigurations":[]}';
  return {
    ...map,
    ...(kept === undefined || kept.length === 0 ? {} : { Tags: kept }),
    ...(notifications === undefined || isEmpty ? {} : { NotificationConfiguration: notifications }),
  };
}

/** The translator's tests put a mock in the place of the Serverless Application Repository. */
function withoutMock({ TemplateURL: url, ...map }: Readonly<Record<string, Said>>): Readonly<Record<string, Said>> {
  return url === undefined || JSON.stringify(url).includes('awsserverlessrepo-changesets')
    ? map
    : { ...map, TemplateURL: url };
}

function resourcesOf(fragments: readonly Fragment[]): readonly TemplateResource[] {
  return fragments.flatMap((fragment) => fragment.resources);
}

function bare(node: NodeId): string {
  return node.slice(node.indexOf('#') + 1).replace(/^\//, '');
}

/**
 * The translator adds a hash to the ids of versions, deployments and layers. Where only one side has an id, its hash is
 * left out on both.
 */
function matchingIds(
  ours: readonly TemplateResource[],
  theirs: readonly TemplateResource[],
): { readonly ours: ReadonlyMap<NodeId, string>; readonly theirs: ReadonlyMap<NodeId, string> } {
  const [left, right] = [ours, theirs].map((side) => new Set(side.map(({ id }) => bare(id)))) as [
    Set<string>,
    Set<string>,
  ];
  const named = (side: readonly TemplateResource[], other: ReadonlySet<string>): ReadonlyMap<NodeId, string> =>
    new Map(
      side.map(({ id }) => [
        id,
        other.has(bare(id))
          ? bare(id)
          : bare(id).replace(/[0-9a-zA-Z]{10}$/, (end) => (/^[0-9a-f]{10}$/.test(end) ? '' : end)),
      ]),
    );
  const result = { ours: named(ours, right), theirs: named(theirs, left) };
  return result;
}
