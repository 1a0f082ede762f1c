import type { TemplateResource, Value } from '@leastwise/model';
import type { Maker } from './made.ts';

/** A `AWS::Serverless::*` resource with Globals merged into its properties. */
export interface SamResource {
  readonly logicalId: string;
  readonly type: string;
  /** May be edited while desugaring: an API gains the paths of events. */
  readonly properties: Map<string, Value>;
  readonly resource: TemplateResource;
  /** Makes values that this resource as a whole causes. */
  readonly make: Maker;
}

/** A CloudFormation resource in the making. */
export interface Draft {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Map<string, Value>;
  readonly owner: SamResource;
  readonly dependsOn: Set<string>;
  deletionPolicy?: Value;
}
