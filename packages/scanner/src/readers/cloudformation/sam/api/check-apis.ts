import { asMap, type Value } from '@leastwise/model';
import { isSet } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import { isVersion3, versionText } from './open-api.ts';

const restNames = new Set(
  `Name StageName Tags PropagateTags DefinitionBody DefinitionUri MergeDefinitions CacheClusterEnabled CacheClusterSize Variables
  EndpointConfiguration MethodSettings BinaryMediaTypes MinimumCompressionSize Cors Auth GatewayResponses AccessLogSetting
  CanarySetting TracingEnabled OpenApiVersion Models Domain FailOnWarnings Description Mode DisableExecuteApiEndpoint
  ApiKeySourceType AlwaysDeploy Policy SecurityPolicy EndpointAccessMode`.split(/\s+/),
);

const httpNames = new Set(
  `Name StageName Tags PropagateTags DefinitionBody DefinitionUri StageVariables CorsConfiguration AccessLogSettings
  DefaultRouteSettings Auth RouteSettings Domain FailOnWarnings Description DisableExecuteApiEndpoint`.split(/\s+/),
);

const maps = ['Tags', 'DefinitionBody', 'Variables', 'Auth', 'GatewayResponses', 'AccessLogSetting', 'CanarySetting', 'Models', 'Domain',
  'StageVariables', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings'];

/** Says what the transform would refuse in the properties of a REST API. */
export function checkRestApi(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, resource } = owner;
  checkNames(owner, restNames, bench);
  const stage = properties.get('StageName');
  if (stage === undefined || (stage.kind === 'known' && stage.value === '')) {
    bench.invalid(stage?.origin ?? resource.keyRange, `${logicalId} has no StageName.`, 'Name the stage.');
  }
  const version = properties.get('OpenApiVersion');
  if (isSet(version) && version.kind === 'known' && !isVersion3(version) && !/^2(\.\d)(\.\d)?$/.test(versionText(version) ?? '')) {
    bench.invalid(version.origin, `OpenApiVersion of ${logicalId} is no version such as 3.0.1.`, 'Write 2.0 or 3.0.1.');
  }
  needsBody(owner, ['GatewayResponses', 'Models', 'DisableExecuteApiEndpoint'], bench);
}

/** Says what the transform would refuse in the properties of an HTTP API. */
export function checkHttpApi(owner: SamResource, bench: Workbench): void {
  checkNames(owner, httpNames, bench);
  needsBody(owner, ['Tags', 'Name', 'Description', 'DisableExecuteApiEndpoint'], bench);
}

/** What SAM writes into the definition cannot be written into one that lies elsewhere. */
function needsBody({ properties, logicalId }: SamResource, names: readonly string[], bench: Workbench): void {
  if (!isSet(properties.get('DefinitionUri'))) return;
  for (const name of names) {
    const value = properties.get(name);
    if (isSet(value)) bench.invalid(value.origin, `${name} of ${logicalId} needs a definition in the template.`, 'Write DefinitionBody.');
  }
}

function checkNames({ properties, logicalId, type }: SamResource, names: ReadonlySet<string>, bench: Workbench): void {
  for (const [name, value] of properties) {
    if (!names.has(name)) bench.invalid(value.origin, `${type} has no property ${name} (${logicalId}).`, 'Check its spelling.');
    else if (maps.includes(name) && isWrong(value)) bench.invalid(value.origin, `${name} of ${logicalId} is no map.`, 'Write it as a map.');
  }
}

function isWrong(value: Value): boolean {
  return value.kind === 'known' && value.value !== null && asMap(value) === undefined;
}
