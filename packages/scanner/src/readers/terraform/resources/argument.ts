import { asList, member, type Value } from '@leastwise/model';

/** The argument at a path; a step into blocks goes into the first, because a path is only written where there is one. */
export function argument(block: Value, path: string): Value {
  let current = block;
  for (const step of path.split('.')) current = member(single(current), step);
  return current;
}

function single(value: Value): Value {
  return asList(value)?.[0] ?? value;
}

/** Terraform takes an empty text for an argument that is not written. */
export function isNothing(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'known' && (value.value === null || value.value === ''));
}
