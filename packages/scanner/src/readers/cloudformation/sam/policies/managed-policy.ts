import { asText, type Value } from '@leastwise/model';
import type { Maker } from '../made.ts';
import { managedPolicyData } from './managed-policy-data.ts';

let paths: ReadonlyMap<string, string> | undefined;

/**
 * The ARN of an AWS managed policy named with or without its path. The partition is taken to be `aws`, as the transform does
 * in the regions of that partition.
 */
export function managedPolicy(make: Maker, name: string): Value {
  const partition = asText(make.pseudo('AWS::Partition'));
  const value = `arn:${partition ?? 'aws'}:iam::aws:policy/${name}`;
  return {
    kind: 'known',
    value,
    origin: make.origin,
    ...(partition === undefined ? { assumed: 'AWS::Partition' } : {}),
  };
}

/** A managed policy as `Policies` names it: a name that AWS gives, or an ARN, which stays. */
export function namedPolicy(make: Maker, name: string): Value {
  paths ??= new Map(
    Object.entries(managedPolicyData).flatMap(([path, names]) =>
      names.split(' ').map((known) => [known, path] as const),
    ),
  );
  const path = name.startsWith('arn:') ? undefined : paths.get(name);
  return path === undefined ? make.of(name) : managedPolicy(make, path + name);
}
