import { takenOver, type EscalationPath } from './path.ts';

const iam =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html';
const keep =
  'Let new identities be made only with a permissions boundary that iam:PermissionsBoundary demands, or by the deployment alone.';
const key = 'Do not keep access keys: let whatever needs them assume a role.';

function makes(id: string, title: string, fresh: readonly string[], how: string): EscalationPath {
  return {
    id,
    title,
    category: 'principal-access',
    needs: { fresh },
    target: 'none',
    gain: 'rewritten',
    lambda: 'none',
    how,
    remediation: keep,
    page: iam,
  };
}

/** Whoever assigns permission sets signs in with them, when there is an Identity Center. */
function assigns(id: string, title: string, fresh: readonly string[], how: string): EscalationPath {
  return {
    ...makes(id, title, fresh, how),
    hangsOn: 'Whether people of the account sign in by IAM Identity Center is in no template.',
    remediation: 'Leave permission sets and their assignments to the administrators of the organization.',
    page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html',
  };
}

/** New identities without limits, and credentials that lie where others may read them. */
export const credentialPaths: readonly EscalationPath[] = [
  makes(
    'iam-029',
    'Makes a role with every permission and assumes it',
    ['iam:CreateRole', 'iam:AttachRolePolicy'],
    'It makes a role whose trust policy names itself and attaches AdministratorAccess to it.',
  ),
  makes(
    'iam-030',
    'Makes a role, writes a policy into it and assumes it',
    ['iam:CreateRole', 'iam:PutRolePolicy'],
    'It makes a role whose trust policy names itself and writes an inline policy that allows everything.',
  ),
  makes(
    'iam-031',
    'Makes a user with every permission and a key for it',
    ['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:CreateAccessKey'],
    'It makes a user, attaches AdministratorAccess to it and signs with its new key.',
  ),
  makes(
    'iam-032',
    'Makes a user, writes a policy into it and makes a key for it',
    ['iam:CreateUser', 'iam:PutUserPolicy', 'iam:CreateAccessKey'],
    'It makes a user, writes an inline policy that allows everything and signs with its new key.',
  ),
  makes(
    'iam-033',
    'Makes a user with every permission and a password for it',
    ['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:CreateLoginProfile'],
    'It makes a user, attaches AdministratorAccess to it and signs in to the console with a password that it set.',
  ),
  assigns(
    'sso-001',
    'Attaches a policy to a permission set',
    ['sso:AttachManagedPolicyToPermissionSet', 'sso:ProvisionPermissionSet'],
    'It attaches AdministratorAccess to the permission set by which it signs in and provisions it again.',
  ),
  assigns(
    'sso-002',
    'Writes an inline policy into a permission set',
    ['sso:PutInlinePolicyToPermissionSet', 'sso:ProvisionPermissionSet'],
    'It writes a policy that allows everything into the permission set by which it signs in and provisions it again.',
  ),
  assigns(
    'sso-003',
    'Assigns itself a permission set',
    ['sso:CreateAccountAssignment'],
    'It assigns a stronger permission set to the person or group by which it signs in.',
  ),
  assigns(
    'sso-004',
    'Joins a group of the Identity Center',
    ['identitystore:CreateGroupMembership'],
    'It adds the person by whom it signs in to a group that a stronger permission set is assigned to.',
  ),
  takenOver(
    'secrets-001',
    'Reads a secret that holds the access key of a user',
    'secret',
    { target: ['secretsmanager:GetSecretValue'] },
    {
      how: 'The template writes the access key into the secret; whoever reads it signs as the user.',
      page: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html',
      lambda: 'serverless',
      remediation: key,
    },
  ),
  takenOver(
    'parameters-001',
    'Reads a parameter that holds the access key of a user',
    'parameter',
    { target: ['ssm:GetParameter'] },
    {
      how: 'The template writes the access key into the parameter; whoever reads it signs as the user.',
      page: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html',
      lambda: 'serverless',
      remediation: key,
    },
  ),
  takenOver(
    'lambda-011',
    'Reads the access key of a user from the variables of a function',
    'function-variables',
    { target: ['lambda:GetFunctionConfiguration'] },
    {
      how: 'The answer shows the environment of the function, and the template writes the access key into it.',
      page: 'https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html',
      lambda: 'function',
      remediation: key,
    },
  ),
];
