import { asText } from '@leastwise/model';
import type { Draft, SamResource, Workbench } from '../workbench.ts';

/**
 * `AutoPublishAlias`: a version and an alias that leads to it. The transform adds a hash of the code to the id of the
 * version; here the id stays the same.
 */
export function draftAlias(owner: SamResource, bench: Workbench): Draft | undefined {
  const { properties, logicalId, make } = owner;
  const written = properties.get('AutoPublishAlias');
  if (written === undefined) return undefined;
  const name = asText(written);
  if (name === undefined || !/^(?!\d+$)[a-zA-Z0-9_-]+$/.test(name)) {
    const known = written.kind === 'known';
    bench.invalid(
      written.origin,
      known
        ? `AutoPublishAlias of ${logicalId} is no name of an alias.`
        : `The alias of ${logicalId} is not known here.`,
      'Write letters, digits, hyphens or underscores, or the Ref of a parameter with a default.',
    );
    return undefined;
  }
  const deletionPolicy =
    owner.resource.deletionPolicy ??
    properties.get('VersionDeletionPolicy') ??
    make.of(properties.has('CapacityProviderConfig') ? 'Delete' : 'Retain');
  const at = bench.makeAt(written.origin);
  const version = bench.draft(
    owner,
    `${logicalId}Version`,
    'AWS::Lambda::Version',
    {
      FunctionName: at.ref(logicalId),
      Description: properties.get('VersionDescription'),
      FunctionScalingConfig: properties.has('CapacityProviderConfig')
        ? properties.get('FunctionScalingConfig')
        : undefined,
    },
    { deletionPolicy, make: at },
  );
  const alias = bench.draft(
    owner,
    `${logicalId}Alias${name.replaceAll('-', 'D').replaceAll('_', 'U')}`,
    'AWS::Lambda::Alias',
    {
      Name: written,
      FunctionName: at.ref(logicalId),
      FunctionVersion: at.ref(version.logicalId, 'Version'),
      ProvisionedConcurrencyConfig: properties.get('ProvisionedConcurrencyConfig'),
    },
    { make: at },
  );
  bench.references.set(`${logicalId}.Version`, version.logicalId);
  bench.references.set(`${logicalId}.Alias`, alias.logicalId);
  return alias;
}
