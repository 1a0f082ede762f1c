import type { Value } from '@leastwise/model';
import { attributeOf } from '../syntax/hcl.ts';
import { attributeValue } from './block-body.ts';
import type { CallInstance } from './module-model.ts';

/** The value that a call gives an argument of its module. */
export function inputOf(call: CallInstance, name: string): Value | undefined {
  const attribute = attributeOf(call.declaration.block.body, name);
  return attribute === undefined ? undefined : attributeValue(attribute, call.scope);
}
