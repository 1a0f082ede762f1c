import { isComputed, isSet } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import { isVersion3, versionText } from './open-api.ts';

/** Says what the transform would refuse in the properties of a REST API. */
export function checkRestApi(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, resource } = owner;
  const stage = properties.get('StageName');
  if (stage === undefined || (stage.kind === 'known' && stage.value === '')) {
    bench.invalid(stage?.origin ?? resource.keyRange, `${logicalId} has no StageName.`, 'Name the stage.');
  }
  const version = properties.get('OpenApiVersion');
  if (
    isSet(version) &&
    version.kind === 'known' &&
    !isVersion3(version) &&
    !/^2(\.\d)(\.\d)?$/.test(versionText(version) ?? '')
  ) {
    bench.invalid(version.origin, `OpenApiVersion of ${logicalId} is no version such as 3.0.1.`, 'Write 2.0 or 3.0.1.');
  }
  needsBody(owner, ['GatewayResponses', 'Models', 'DisableExecuteApiEndpoint'], bench);
}

/** Says what the transform would refuse in the properties of an HTTP API. */
export function checkHttpApi(owner: SamResource, bench: Workbench): void {
  needsBody(owner, ['Tags', 'Name', 'Description', 'DisableExecuteApiEndpoint'], bench);
}

/** True when SAM writes into the definition; it does not look at one that it only passes on. */
export function needsEdits({ properties }: SamResource): boolean {
  const body = properties.get('DefinitionBody');
  const edits = ['Cors', 'Auth', 'GatewayResponses', 'Models', 'DisableExecuteApiEndpoint', 'BinaryMediaTypes'];
  return body !== undefined && !isComputed(body) && edits.some((name) => properties.has(name));
}

/** What SAM writes into the definition cannot be written into one that lies elsewhere. */
function needsBody({ properties, logicalId }: SamResource, names: readonly string[], bench: Workbench): void {
  if (!isSet(properties.get('DefinitionUri'))) return;
  for (const name of names) {
    const value = properties.get(name);
    if (value !== undefined)
      bench.invalid(
        value.origin,
        `${name} of ${logicalId} needs a definition in the template.`,
        'Write DefinitionBody.',
      );
  }
}
