import { asText, type Value } from '@leastwise/model';
import type { Material } from '../made.ts';
import { entriesOf, get, isSet, itemsOf } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import { isNoSource } from './data-sources.ts';

const pipelineCode = `
export function request(ctx) {
    return {};
}

export function response(ctx) {
    return ctx.prev.result;
}
`;

/** `Functions` and `Resolvers` of a GraphQL API. SAM knows pipeline resolvers only. */
export function draftResolvers(
  owner: SamResource,
  api: Value,
  sources: ReadonlyMap<string, Value>,
  bench: Workbench,
): void {
  const functions = draftFunctions(owner, api, sources, bench);
  const { logicalId } = owner;
  for (const [typeName, fields] of entriesOf(owner.properties.get('Resolvers'))) {
    for (const [name, resolver] of entriesOf(fields)) {
      const make = bench.makeAt(resolver.origin);
      const pipeline = get(resolver, 'Pipeline');
      if (!isSet(pipeline))
        bench.invalid(
          resolver.origin,
          `The resolver ${typeName}.${name} of ${logicalId} has no Pipeline.`,
          'Name its functions.',
        );
      const hasCode = codeCount(resolver) > 0;
      if (codeCount(resolver) > 1)
        bench.invalid(
          resolver.origin,
          `The resolver ${typeName}.${name} has both InlineCode and CodeUri.`,
          'Write one of them.',
        );
      const batch = get(resolver, 'MaxBatchSize');
      bench.draft(
        owner,
        `${logicalId}${typeName}${name}`,
        'AWS::AppSync::Resolver',
        {
          ApiId: api,
          FieldName: get(resolver, 'FieldName') ?? name,
          TypeName: typeName,
          Kind: 'PIPELINE',
          PipelineConfig: { Functions: itemsOf(pipeline).map((one) => functionNamed(one, functions, bench)) },
          Code: hasCode ? get(resolver, 'InlineCode') : pipelineCode,
          CodeS3Location: get(resolver, 'CodeUri'),
          Runtime: hasCode ? runtimeOf(resolver, name, bench) : { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
          CachingConfig: get(resolver, 'Caching'),
          MaxBatchSize: isSet(batch) ? batch : undefined,
        },
        { make, dependsOn: [`${logicalId}Schema`] },
      );
    }
  }
}

function draftFunctions(
  owner: SamResource,
  api: Value,
  sources: ReadonlyMap<string, Value>,
  bench: Workbench,
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const [name, written] of entriesOf(owner.properties.get('Functions'))) {
    const id = get(written, 'Id');
    if (id !== undefined) {
      if (entriesOf(written).length > 1)
        bench.invalid(
          written.origin,
          `The function ${name} of ${owner.logicalId} is named by Id and described besides.`,
          'Write Id alone.',
        );
      found.set(name, id);
      continue;
    }
    const make = bench.makeAt(written.origin);
    if (codeCount(written) !== 1)
      bench.invalid(
        written.origin,
        `The function ${name} of ${owner.logicalId} needs either InlineCode or CodeUri.`,
        'Write one of them.',
      );
    bench.draft(
      owner,
      owner.logicalId + name,
      'AWS::AppSync::FunctionConfiguration',
      {
        ApiId: api,
        Name: get(written, 'Name') ?? name,
        Code: get(written, 'InlineCode'),
        CodeS3Location: get(written, 'CodeUri'),
        DataSourceName: sourceOf(owner, name, written, api, sources, bench),
        MaxBatchSize: get(written, 'MaxBatchSize'),
        Description: get(written, 'Description'),
        Runtime: runtimeOf(written, name, bench),
        SyncConfig: get(written, 'Sync'),
      },
      { make },
    );
    found.set(name, make.ref(owner.logicalId + name, 'FunctionId'));
  }
  return found;
}

function sourceOf(
  owner: SamResource,
  name: string,
  written: Value,
  api: Value,
  sources: ReadonlyMap<string, Value>,
  bench: Workbench,
): Material {
  const source = get(written, 'DataSource');
  if (source === undefined) {
    bench.invalid(
      written.origin,
      `The function ${name} of ${owner.logicalId} has no DataSource.`,
      'Name one, or write NONE.',
    );
    return undefined;
  }
  const make = bench.makeAt(source.origin);
  if (isNoSource(source)) {
    const logicalId = `${owner.logicalId}NoneDataSource`;
    if (!bench.drafts.has(logicalId)) {
      bench.draft(
        owner,
        logicalId,
        'AWS::AppSync::DataSource',
        { ApiId: api, Name: logicalId, Type: 'NONE' },
        { make },
      );
    }
    return make.ref(logicalId, 'Name');
  }
  const text = asText(source);
  const known = text === undefined ? undefined : sources.get(text);
  if (known === undefined && text !== undefined) {
    bench.invalid(source.origin, `${owner.logicalId} defines no data source ${text}.`, 'Define it under DataSources.');
  }
  return known ?? source;
}

function functionNamed(one: Value, functions: ReadonlyMap<string, Value>, bench: Workbench): Value {
  const name = asText(one);
  const known = name === undefined ? undefined : functions.get(name);
  if (known === undefined && name !== undefined)
    bench.invalid(one.origin, `There is no function ${name} in this API.`, 'Define it under Functions.');
  return known ?? one;
}

function runtimeOf(written: Value, name: string, bench: Workbench): Material {
  const runtime = get(written, 'Runtime');
  if (runtime === undefined) {
    bench.invalid(written.origin, `${name} has no Runtime.`, 'Write its name and version.');
    return undefined;
  }
  return bench.makeAt(runtime.origin).of({ Name: get(runtime, 'Name'), RuntimeVersion: get(runtime, 'Version') });
}

function codeCount(written: Value): number {
  return ['InlineCode', 'CodeUri'].filter((name) => isSet(get(written, name))).length;
}
