import { asText, type Value } from '@leastwise/model';
import { entriesOf, get, isSet } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';

/** Says what the transform would refuse in a function. What can be read is read all the same. */
export function checkFunction(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, resource } = owner;
  const has = (name: string): boolean => properties.get(name) !== undefined && properties.get(name)?.kind !== 'absent';
  const wrong = (name: string, message: string, hint: string): void =>
    bench.invalid(properties.get(name)?.origin ?? resource.keyRange, `${message} (${logicalId}).`, hint);

  const packaging = asText(properties.get('PackageType') ?? owner.make.of('Zip'));
  if (packaging === 'Zip') {
    if (!isSet(properties.get('Runtime')) || !isSet(properties.get('Handler'))) {
      wrong(
        'Runtime',
        'A function of package type Zip needs Runtime and Handler',
        'Write both, or PackageType: Image.',
      );
    }
    if (has('ImageConfig'))
      wrong('ImageConfig', 'ImageConfig has no meaning for package type Zip', 'Write PackageType: Image.');
  } else if (packaging === 'Image') {
    const built = resource.metadata !== undefined && get(resource.metadata, 'Dockerfile') !== undefined;
    if (!has('ImageUri') && !built)
      wrong('ImageUri', 'A function of package type Image has no ImageUri', 'Name the image, or let sam build add it.');
    for (const name of ['Handler', 'Runtime', 'Layers']) {
      if (has(name)) wrong(name, `${name} has no meaning for package type Image`, 'Leave it out.');
    }
  } else if (packaging !== undefined) {
    wrong('PackageType', `There is no package type ${packaging}`, 'Write Zip or Image.');
  }
  if (has('ProvisionedConcurrencyConfig') && !isSet(properties.get('AutoPublishAlias'))) {
    wrong(
      'ProvisionedConcurrencyConfig',
      'Provisioned concurrency needs AutoPublishAlias',
      'Name an alias with AutoPublishAlias.',
    );
  }
  const role = properties.get('Role');
  if (role?.kind === 'known' && typeof role.value === 'number')
    wrong('Role', 'Role is a number', 'Write the ARN of a role.');
  const code = properties.get('CodeUri');
  if (code !== undefined && isRead(code)) {
    const said = `CodeUri holds a dynamic reference, which SAM refuses (${logicalId}).`;
    bench.note(code.origin, said, 'Write Bucket and Key as a map.');
  }
  for (const [one, other] of exclusive) {
    if (has(one) && has(other)) wrong(one, `${one} and ${other} cannot stand together`, 'Leave one of them out.');
  }
  for (const [one, other] of needs) {
    if (has(one) && !has(other)) wrong(one, `${one} needs ${other}`, `Write ${other} too.`);
  }
  if (has('TenancyConfig')) checkTenancy(owner, bench);
}

function checkTenancy(owner: SamResource, bench: Workbench): void {
  for (const name of ['ProvisionedConcurrencyConfig', 'FunctionUrlConfig', 'SnapStart']) {
    const value = owner.properties.get(name);
    if (isSet(value))
      bench.invalid(
        value.origin,
        `${name} is not there for functions with tenants (${owner.logicalId}).`,
        'Leave it out.',
      );
  }
  for (const [id, event] of entriesOf(owner.properties.get('Events'))) {
    const type = asText(get(event, 'Type') ?? event);
    if (type !== 'Api' && type !== 'HttpApi') {
      bench.invalid(
        event.origin,
        `The event ${id} cannot start a function with tenants (${owner.logicalId}).`,
        'Use Api or HttpApi.',
      );
    }
  }
}

/** True when deployment reads a part of it from a service. */
function isRead(value: Value): boolean {
  const parts = value.kind === 'text' ? value.parts : [value];
  return parts.some(
    (part) => typeof part !== 'string' && part.kind === 'unknown' && part.cause === 'dynamic-reference',
  );
}

const exclusive = [
  ['CapacityProviderConfig', 'ProvisionedConcurrencyConfig'],
  ['CapacityProviderConfig', 'VpcConfig'],
] as const;

const needs = [
  ['FunctionScalingConfig', 'CapacityProviderConfig'],
  ['VersionDeletionPolicy', 'AutoPublishAlias'],
] as const;
