import { asText, type Value } from '@leastwise/model';
import { storedLocation } from './code-location.ts';
import { itemsOf } from './read-value.ts';
import type { SamResource, Workbench } from './workbench.ts';

/**
 * `AWS::Serverless::LayerVersion`. The transform adds a hash of the properties to the logical id, so that each change makes
 * a new version; here the id stays as it is written. A path in the tree stays a text in `Content`.
 */
export function desugarLayer(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, make, resource } = owner;
  const content = properties.get('ContentUri');
  if (content === undefined)
    bench.invalid(resource.keyRange, `The layer ${logicalId} has no ContentUri.`, 'Name the folder of the layer.');
  const location = content === undefined ? undefined : storedLocation(bench.makeAt(content.origin), content, 'S3');
  for (const architecture of itemsOf(properties.get('CompatibleArchitectures'))) {
    if (architecture.kind === 'known' && !['arm64', 'x86_64'].includes(asText(architecture) ?? '')) {
      bench.invalid(
        architecture.origin,
        `The layer ${logicalId} names an architecture that Lambda does not have.`,
        'Write arm64 or x86_64.',
      );
    }
  }
  bench.draft(
    owner,
    logicalId,
    'AWS::Lambda::LayerVersion',
    {
      LayerName: properties.get('LayerName') ?? logicalId,
      Description: properties.get('Description'),
      Content: location ?? content,
      CompatibleArchitectures: properties.get('CompatibleArchitectures'),
      CompatibleRuntimes: properties.get('CompatibleRuntimes'),
      LicenseInfo: properties.get('LicenseInfo'),
    },
    { deletionPolicy: retention(owner, bench) ?? resource.deletionPolicy ?? make.of('Retain') },
  );
}

function retention({ properties, logicalId }: SamResource, bench: Workbench): Value | undefined {
  const written = properties.get('RetentionPolicy');
  if (written === undefined) return undefined;
  const policy = ['Retain', 'Delete'].find((option) => option.toLowerCase() === asText(written)?.toLowerCase());
  if (policy !== undefined) return bench.makeAt(written.origin).of(policy);
  bench.invalid(
    written.origin,
    `RetentionPolicy of the layer ${logicalId} is neither Retain nor Delete.`,
    'Write one of them.',
  );
  return undefined;
}
