import type { Value } from '@leastwise/model';
import type { Workbench } from './workbench.ts';

/**
 * The function that stands in the text of a template where a value was read: `Sub`, `Select`. The transform runs before
 * CloudFormation evaluates functions, so in some places it refuses what we have long evaluated; a `Ref` of a parameter it
 * evaluates by itself.
 */
export function intrinsicAt(value: Value, bench: Workbench): string | undefined {
  const read = bench.input.tree.read(value.origin.file);
  if ('failure' in read) return undefined;
  const found = /^(?:!([A-Za-z0-9]+)|[{\s"']*Fn::([A-Za-z0-9]+))/.exec(
    read.text.slice(value.origin.start, value.origin.start + 80),
  );
  const name = found?.[1] ?? found?.[2];
  return name === 'Ref' || name === 'GetAtt' ? undefined : name;
}

/** Says that a deployment is refused for a function; the value is read all the same. */
export function refuseIntrinsic(value: Value | undefined, what: string, bench: Workbench): void {
  const name = value === undefined ? undefined : intrinsicAt(value, bench);
  if (value === undefined || name === undefined) return;
  bench.note(
    value.origin,
    `${what} is written with Fn::${name}, which SAM does not take here.`,
    'Write the value itself.',
  );
}
