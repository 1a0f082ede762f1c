import { asText, resolvePath, type Value } from '@leastwise/model';
import { isLocalPath, storedLocation } from '../code-location.ts';
import type { Material } from '../made.ts';
import { get, isSet } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';

/**
 * The definition of a state machine. The transform turns it into one text with substitutions for what is not known; here it
 * stays a map (`Definition`), so that every state keeps its place and every reference its node. A file of the tree is read
 * in; one in a bucket is named.
 */
export function definitionOf(owner: SamResource, bench: Workbench): Readonly<Record<string, Material>> {
  const { properties, logicalId } = owner;
  const written = properties.get('Definition');
  if (isSet(written)) return { Definition: written };
  const location = properties.get('DefinitionUri');
  if (!isSet(location)) return {};
  const stored = storedLocation(bench.makeAt(location.origin), location, '');
  if (stored !== undefined) {
    if (stored['Bucket'] === undefined || stored['Key'] === undefined) {
      bench.invalid(
        location.origin,
        `DefinitionUri of ${logicalId} needs Bucket and Key.`,
        'Write both, or the path of a file.',
      );
    }
    return { DefinitionS3Location: stored };
  }
  return { Definition: definitionFile(owner, location, bench) };
}

function definitionFile(owner: SamResource, location: Value, bench: Workbench): Value {
  const path = isLocalPath(location) ? resolvePath(owner.resource.location.file, asText(location) ?? '') : undefined;
  const data = path === undefined ? undefined : bench.input.readData(path, location.origin);
  if (data !== undefined && get(data, 'States') !== undefined) return data;
  if (location.kind === 'known') {
    bench.invalid(
      location.origin,
      `The definition of ${owner.logicalId} cannot be read from ${asText(location) ?? 'what DefinitionUri says'}.`,
      'Name a YAML or JSON file of the repository, or an s3:// address.',
    );
  }
  return {
    kind: 'unknown',
    cause: 'missing-file',
    reason: `The definition of ${owner.logicalId} is not in the tree.`,
    origin: location.origin,
  };
}
