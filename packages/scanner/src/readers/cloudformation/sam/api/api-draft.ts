import type { Value } from '@leastwise/model';
import type { SamResource } from '../sam-resource.ts';

/** An API of SAM while events add paths to it. */
export interface ApiDraft {
  readonly owner: SamResource;
  readonly kind: 'rest' | 'http';
  /** SAM writes the definition, so that events add to it. */
  readonly managed: boolean;
  /** Events are merged into the definition that is written. */
  readonly merges: boolean;
  /** The OpenAPI definition, a copy that may be edited. Undefined when it lies where it cannot be read. */
  body: Value | undefined;
  /** A definition that the transform cannot look into: another file, or what an intrinsic yields. It stays as it is. */
  readonly sealed?: Value;
  /** Where the definition lies, when it is in a bucket. */
  readonly stored?: Readonly<Record<string, Value | undefined>>;
}
