import type { PolicyType } from '../policies.ts';
import type { RequestView } from './request-view.ts';
import { resourceControlServices } from './resource-control-services.ts';

/** Why policies of a type have no say in a request; undefined when they have. */
export function whyNotApplicable(
  type: PolicyType,
  view: RequestView,
  isResourceControlled: boolean,
  managementAccount: string | undefined,
): string | undefined {
  const { caller } = view;
  switch (type) {
    case 'resource':
    case 'vpcEndpoint':
      return undefined;
    case 'identity':
    case 'boundary':
    case 'session':
      if (!caller.hasIdentityPolicies) return 'the caller is no principal of an account';
      return caller.kind === 'root' ? 'policies cannot be attached to the root user' : undefined;
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#scp-effects-on-permissions
    case 'serviceControl':
      if (!caller.hasIdentityPolicies) return 'SCPs limit principals of accounts only';
      if (caller.isServiceLinked) return 'SCPs do not limit service-linked roles';
      return isSame(caller.account, managementAccount) ? 'SCPs do not limit the management account' : undefined;
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
    case 'resourceControl':
      if (caller.isServiceLinked) return 'RCPs do not limit service-linked roles';
      if (isSame(view.resourceAccount, managementAccount)) return 'RCPs do not limit the management account';
      return isResourceControlled ? undefined : 'RCPs do not cover the service';
  }
}

function isSame(account: string | undefined, other: string | undefined): boolean {
  return other !== undefined && account === other;
}

/** Whether RCPs cover the service of an action. */
export function isResourceControlled(action: string): boolean {
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  return service.includes('*') || !action.includes(':') || resourceControlServices.has(service);
}

/**
 * A KMS key and a role are used only by whom their own policy lets: an identity policy of the same account is not enough.
 * The text is what an ARN must hold to be one whose policy must allow the action.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function guardedResource(action: string): ':key/' | ':role/' | undefined {
  if (/^kms:/i.test(action)) return ':key/';
  return /^sts:(?:assumerole|tagsession|setsourceidentity|setcontext)/i.test(action) ? ':role/' : undefined;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: no policy can take it away. */
export function needsNoPermission(action: string): boolean {
  return action.toLowerCase() === 'sts:getcalleridentity';
}
