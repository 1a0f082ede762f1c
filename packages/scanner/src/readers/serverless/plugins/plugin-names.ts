import { asText, type Value } from '@leastwise/model';
import { get, itemsOf } from '../../cloudformation/sam/read-value.ts';

export interface Plugin {
  readonly name: string;
  readonly value: Value;
}

/** `plugins` as a list, or as a map with `modules`. */
export function pluginNames(section: Value | undefined): readonly Plugin[] {
  const list = get(section, 'modules') ?? section;
  return itemsOf(list).flatMap((value) => {
    const name = asText(value);
    return name === undefined ? [] : [{ name, value }];
  });
}
