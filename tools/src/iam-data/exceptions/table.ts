/**
 * SDK service id, operation, needs. The notation is that of the pack (packages/iam/src/data/notation.ts), with the templates
 * written out after `on`, ` | ` between them. An empty text: no permission is needed. `?`: AWS documents no action.
 *
 * A text without `on` for an action takes the templates that the generator derives from ARN formats and input members.
 */
export type OperationTable = Readonly<Record<string, Readonly<Record<string, string>>>>;
