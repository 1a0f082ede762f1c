import type { Value } from '@leastwise/model';
import { entriesOf, isComputed } from './read-value.ts';
import type { PropertyTypes } from './property-types.ts';
import type { Workbench } from './workbench.ts';

const words: Readonly<Record<string, string>> = {
  t: 'a text',
  m: 'a map',
  l: 'a list',
  b: 'true or false',
  n: 'a number',
};

/** Says which properties the transform would refuse: those it does not know, and values of the wrong kind. */
export function checkProperties(
  properties: Iterable<readonly [string, Value]>,
  types: PropertyTypes,
  of: string,
  bench: Workbench,
): void {
  for (const [name, value] of properties) {
    const kinds = types[name];
    if (kinds === undefined) {
      bench.invalid(value.origin, `There is no property ${name} of ${of}.`, 'Check its spelling.');
    } else if (!fits(value, kinds)) {
      const wanted = [...kinds].map((kind) => words[kind]).join(' or ');
      bench.invalid(value.origin, `${name} of ${of} is not ${wanted}.`, `Write ${wanted}.`);
    }
  }
}

/** Intrinsics fit anywhere, for what they yield is only checked when it is deployed. */
function fits(value: Value, kinds: string): boolean {
  if (kinds === '*' || isComputed(value) || value.kind !== 'known' || value.value === null) return true;
  const data = value.value;
  if (data instanceof Map) return kinds.includes('m');
  if (Array.isArray(data)) return kinds.includes('l');
  if (typeof data === 'boolean') return kinds.includes('b');
  if (typeof data === 'number') return kinds.includes('n') || kinds.includes('t');
  // `true` in quotes is a text to YAML, and true to CloudFormation.
  return kinds.includes('t') || (kinds.includes('b') && /^(true|false)$/i.test(String(data)));
}

const reserved = ['lambda:createdBy', 'serverlessrepo:applicationId', 'serverlessrepo:semanticVersion'];

/** Tags that SAM keeps for itself. */
export function checkTags(tags: Value | undefined, of: string, bench: Workbench): void {
  for (const [name, value] of entriesOf(tags)) {
    if (reserved.includes(name))
      bench.invalid(value.origin, `The tag ${name} of ${of} is kept for SAM.`, 'Choose another name.');
  }
}
