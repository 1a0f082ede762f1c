import { cognitoMappings } from './identity/cognito.ts';
import { policyMappings } from './identity/policies.ts';
import { roleMappings } from './identity/roles.ts';

export const identityMappings = [...roleMappings, ...policyMappings, ...cognitoMappings] as const;
