import { asMap, asText, type Value } from '@leastwise/model';
import type { Maker } from './made.ts';
import { get } from './read-value.ts';

/**
 * Where code or a definition lies: a map with `Bucket` and `Key`, or an `s3://` address, as the members that CloudFormation
 * names `S3Bucket` and `S3Key` (with `prefix` S3) or `Bucket` and `Key`. Undefined for a path in the tree.
 */
export function storedLocation(
  make: Maker,
  location: Value,
  prefix: 'S3' | '',
): Readonly<Record<string, Value | undefined>> | undefined {
  const version = prefix === 'S3' ? 'S3ObjectVersion' : 'Version';
  const map = asMap(location);
  if (map !== undefined) {
    return {
      [`${prefix}Bucket`]: get(location, 'Bucket'),
      [`${prefix}Key`]: get(location, 'Key'),
      [version]: get(location, 'Version'),
    };
  }
  const match = /^s3:\/\/([^/?#]+)\/([^?#]+)(?:\?(.*))?$/.exec(asText(location) ?? '');
  if (match === null) return undefined;
  const [, bucket = '', key = '', query = ''] = match;
  const found = new URLSearchParams(query).get('versionId');
  const at = make.at(location.origin);
  return {
    [`${prefix}Bucket`]: at.of(bucket),
    [`${prefix}Key`]: at.of(key.replace(/^\/+/, '')),
    [version]: found === null ? undefined : at.of(found),
  };
}

/** True for a text that names a file or folder of the tree rather than an address. */
export function isLocalPath(location: Value): boolean {
  const text = asText(location);
  return text !== undefined && !/^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}
