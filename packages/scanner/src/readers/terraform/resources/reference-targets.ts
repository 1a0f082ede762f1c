import type { Value } from '@leastwise/model';
import type { TerraformInstance } from '../instance.ts';
import type { ResourceRow } from './row.ts';

/** What a reference to an instance leads to. */
export interface ReferenceTargets {
  instance(id: string): TerraformInstance | undefined;
  /** The row of an instance; undefined for a type without one. */
  rowOf(instance: TerraformInstance): ResourceRow | undefined;
  /** The instance that this one is only a part of. */
  ownerOf(instance: TerraformInstance): TerraformInstance | undefined;
  /** What the configuration writes where a reference leads. */
  lookThrough(value: Value): Value;
}
