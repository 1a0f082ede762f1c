/**
 * The AWS data of Leastwise: actions, operations and managed policies, offline. Functions (next commit):
 *
 * - `serviceActions(prefix): ServiceActions | undefined`
 * - `actionInfo('s3:GetObject'): ActionInfo | undefined`
 * - `expandActionPattern('s3:Get*'): readonly string[]` (sorted, letter case of the reference)
 * - `resourceTypes(prefix): ReadonlyMap<string, ResourceType>`
 * - `sdkService({ sdk, name }): SdkService | undefined`
 * - `servicePrefixOf({ sdk, name }): string | undefined`
 * - `operationsOf(service): readonly string[]` (a boto3 client name, a service id or an IAM prefix)
 * - `operationNeeds(service, operation, inputMembers?): readonly OperationNeed[] | undefined` (undefined: no such operation,
 *   or one whose action is not known; empty: needs no permission)
 * - `methodToOperation(query: MethodQuery): readonly OperationReference[] | undefined`
 * - `managedPolicy(nameOrArn): ManagedPolicy | undefined`
 * - `dataVersion: string`
 */
export type * from './types.ts';
