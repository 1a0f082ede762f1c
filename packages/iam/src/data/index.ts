/** The AWS data of Leastwise: actions, operations and managed policies, offline. docs/iam-data.md says where it comes from. */
export type * from './types.ts';
export { actionInfo, expandActionPattern, resourceTypes, serviceActions } from './actions.ts';
export { managedPolicy } from './managed-policies.ts';
export { methodToOperation } from './methods.ts';
export { operationNeeds, operationsOf } from './operations.ts';
export { sdkService, servicePrefixOf } from './services.ts';
export { dataVersion } from './version.ts';
