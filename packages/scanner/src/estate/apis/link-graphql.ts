import { asText, describe, settled, type NodeId, type Value } from '@leastwise/model';
import type { AnyNode, EstateBuilder, NodeOf } from '../estate.ts';
import { addRoute } from './add-route.ts';
import { fieldAuth, visibilityAuth } from './graphql-auth.ts';
import { readSchemaAuth, type SchemaAuth } from './graphql-schema.ts';
import type { Integration } from './read-integration.ts';

/** One route for every resolved field and data source behind it. */
export function linkGraphql(estate: EstateBuilder): void {
  const schemas = schemasByApi(estate);
  for (const resolver of estate.of('graphql-resolver')) {
    const api = estate.get(estate.resolve(resolver.facet.api, 'graphql-api')?.id, 'graphql-api');
    for (const source of sourcesOf(estate, resolver)) linkField(estate, resolver, api, source, schemas);
  }
}

function linkField(
  estate: EstateBuilder,
  resolver: NodeOf<'graphql-resolver'>,
  api: NodeOf<'graphql-api'> | undefined,
  source: NodeOf<'graphql-data-source'> | undefined,
  schemas: ReadonlyMap<NodeId, SchemaAuth>,
): void {
  const { facet } = resolver;
  const field = `${settled(facet.typeName) ?? '${?}'}.${settled(facet.fieldName) ?? '${?}'}`;
  const unknownApi = [
    { kind: 'unknown', at: facet.api.origin, note: 'The GraphQL API stands in another stack.' } as const,
  ];
  const ways = api === undefined ? [unknownApi] : fieldAuth(estate, api, schemas.get(api.id), field);
  const wide = api === undefined ? [] : visibilityAuth(estate, api.facet.visibility, api.at);
  const [weakest = [], ...others] = ways.map((way) => [...way, ...wide]);
  addRoute(estate, {
    facet: {
      api: api?.id ?? resolver.id,
      protocol: 'graphql',
      method: '',
      path: field,
      auth: weakest,
      alternatives: others,
      authAt: api?.facet.auth.origin ?? facet.api.origin,
      integration: sourceIntegration(estate, resolver, source),
      validated: { kind: 'known', value: true, origin: resolver.keyRange },
      preflight: false,
    },
    suffix: field,
    at: resolver.at,
    keyRange: resolver.keyRange,
    properties: resolver.properties,
    stack: resolver.stack,
    writtenIn: resolver.id,
  });
}

/** AppSync waits at most 30 seconds: https://docs.aws.amazon.com/general/latest/gr/appsync.html */
function sourceIntegration(
  estate: EstateBuilder,
  resolver: NodeOf<'graphql-resolver'>,
  source: NodeOf<'graphql-data-source'> | undefined,
): Integration {
  const at = source?.keyRange ?? resolver.facet.dataSource.origin;
  const base = {
    uri: source?.facet.function ?? resolver.facet.dataSource,
    credentials: source?.facet.role ?? ({ kind: 'absent', origin: at } as const),
    timeout: { kind: 'known', value: 30_000, origin: at } as const,
    asynchronous: false,
    at,
  };
  if (source === undefined) return { ...base, kind: 'unknown' };
  switch (settled(source.facet.type)) {
    case 'AWS_LAMBDA': {
      const called = estate.functionOf(source.facet.function);
      return {
        ...base,
        kind: 'lambda',
        ...(called === undefined ? {} : { target: called.qualifier ?? called.function.id }),
      };
    }
    case 'NONE':
      return { ...base, kind: 'mock' };
    case 'HTTP':
      return { ...base, kind: 'http', uri: source.facet.endpoint };
    case undefined:
      return { ...base, kind: 'unknown' };
    default: {
      const target = firstOf(
        [source.facet.table, source.facet.eventBus, source.facet.search, source.facet.cluster],
        (value) => estate.resolve(value),
      );
      return { ...base, kind: 'service', ...(target === undefined ? {} : { target: target.id }) };
    }
  }
}

/** The data sources of a resolver: its own, and those of the functions of its pipeline. */
function sourcesOf(
  estate: EstateBuilder,
  resolver: NodeOf<'graphql-resolver'>,
): readonly (NodeOf<'graphql-data-source'> | undefined)[] {
  const found = new Set<NodeOf<'graphql-data-source'>>();
  const add = (value: Value): void => {
    const source = dataSource(estate, value, resolver.facet.api);
    if (source !== undefined) found.add(source);
  };
  add(resolver.facet.dataSource);
  for (const step of resolver.facet.functions.items) {
    const node = estate.get(estate.resolve(step, 'graphql-function')?.id, 'graphql-function');
    if (node !== undefined) add(node.facet.dataSource);
  }
  return found.size === 0 ? [undefined] : [...found];
}

/** By reference, or by the name that data sources of one API do not share. */
function dataSource(estate: EstateBuilder, value: Value, api: Value): NodeOf<'graphql-data-source'> | undefined {
  const node = estate.get(estate.resolve(value, 'graphql-data-source')?.id, 'graphql-data-source');
  if (node !== undefined || value.kind !== 'known') return node;
  const owner = estate.resolve(api, 'graphql-api')?.id;
  return estate
    .of('graphql-data-source')
    .find(
      (source) =>
        settled(source.facet.name) === asText(value) && estate.resolve(source.facet.api, 'graphql-api')?.id === owner,
    );
}

function schemasByApi(estate: EstateBuilder): ReadonlyMap<NodeId, SchemaAuth> {
  const schemas = new Map<NodeId, SchemaAuth>();
  for (const schema of estate.of('graphql-schema')) {
    const api = estate.resolve(schema.facet.api, 'graphql-api')?.id;
    const { definition } = schema.facet;
    if (api === undefined || (definition.kind !== 'known' && definition.kind !== 'text')) continue;
    schemas.set(api, readSchemaAuth(describe(definition)));
  }
  return schemas;
}

function firstOf(candidates: readonly Value[], ask: (candidate: Value) => AnyNode | undefined): AnyNode | undefined {
  for (const candidate of candidates) {
    const answer = ask(candidate);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
