import type { EscalationPath } from './path.ts';

const page =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html';
const sts = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html';
const keep =
  'Leave changes of policies to a deployment role, or limit them with a permissions boundary that iam:PermissionsBoundary demands.';
const credentials = 'Let identities manage their own credentials only: Resource arn:aws:iam::*:user/${aws:username}.';
const trust = 'Name who may assume the role in its trust policy, and the roles to assume under Resource.';

type Row = Omit<EscalationPath, 'page' | 'category' | 'lambda'> & Partial<Pick<EscalationPath, 'page' | 'category'>>;

function widens(row: Omit<Row, 'target' | 'gain' | 'remediation'>): EscalationPath {
  return {
    page,
    category: 'self-escalation',
    lambda: 'none',
    target: 'none',
    gain: 'rewritten',
    remediation: keep,
    ...row,
  };
}

function obtains(row: Row): EscalationPath {
  return { page, category: 'principal-access', lambda: 'none', ...row };
}

/** Identities that widen themselves, or take the place of another. */
export const iamPaths: readonly EscalationPath[] = [
  widens({
    id: 'iam-001',
    title: 'Writes a new version of a policy that it holds',
    needs: { ownPolicy: ['iam:CreatePolicyVersion'] },
    how: 'It publishes a version that allows everything and makes it the default in the same call.',
  }),
  obtains({
    id: 'iam-002',
    title: 'Makes an access key for another user',
    needs: { target: ['iam:CreateAccessKey'] },
    target: 'user',
    gain: 'target',
    how: 'It creates a key for the user and signs requests with it.',
    remediation: credentials,
  }),
  obtains({
    id: 'iam-003',
    title: 'Replaces an access key of another user',
    needs: { target: ['iam:CreateAccessKey', 'iam:DeleteAccessKey'] },
    target: 'user',
    gain: 'target',
    how: 'The user has both keys that AWS permits, so it deletes one and creates its own.',
    remediation: credentials,
  }),
  obtains({
    id: 'iam-004',
    title: 'Gives another user a console password',
    needs: { target: ['iam:CreateLoginProfile'] },
    target: 'user',
    gain: 'target',
    how: 'The user has no password; it sets one and signs in to the console.',
    remediation: credentials,
  }),
  widens({
    id: 'iam-005',
    title: 'Writes an inline policy into its own role',
    from: ['role'],
    needs: { self: ['iam:PutRolePolicy'] },
    how: 'It adds an inline policy that allows everything to the role that it runs as.',
  }),
  obtains({
    id: 'iam-006',
    title: 'Changes the console password of another user',
    needs: { target: ['iam:UpdateLoginProfile'] },
    target: 'user',
    gain: 'target',
    how: 'It sets a password that it knows and signs in to the console.',
    remediation: credentials,
  }),
  widens({
    id: 'iam-007',
    title: 'Writes an inline policy into its own user',
    from: ['user'],
    needs: { self: ['iam:PutUserPolicy'] },
    how: 'It adds an inline policy that allows everything to itself.',
  }),
  widens({
    id: 'iam-008',
    title: 'Attaches a policy to its own user',
    from: ['user'],
    needs: { self: ['iam:AttachUserPolicy'] },
    how: 'It attaches AdministratorAccess to itself.',
  }),
  widens({
    id: 'iam-009',
    title: 'Attaches a policy to its own role',
    from: ['role'],
    needs: { self: ['iam:AttachRolePolicy'] },
    how: 'It attaches AdministratorAccess to the role that it runs as.',
  }),
  widens({
    id: 'iam-010',
    title: 'Attaches a policy to its own group',
    from: ['user'],
    needs: { ownGroup: ['iam:AttachGroupPolicy'] },
    how: 'It attaches AdministratorAccess to a group that it is in.',
  }),
  widens({
    id: 'iam-011',
    title: 'Writes an inline policy into its own group',
    from: ['user'],
    needs: { ownGroup: ['iam:PutGroupPolicy'] },
    how: 'It adds an inline policy that allows everything to a group that it is in.',
  }),
  obtains({
    id: 'iam-012',
    title: 'Rewrites who may assume a role',
    needs: { target: ['iam:UpdateAssumeRolePolicy'] },
    target: 'role',
    gain: 'target',
    how: 'It names itself in the trust policy of the role; that alone lets it assume a role of the same account.',
    remediation: trust,
  }),
  obtains({
    id: 'iam-013',
    title: 'Joins a stronger group',
    category: 'self-escalation',
    from: ['user'],
    needs: { target: ['iam:AddUserToGroup'] },
    target: 'group',
    gain: 'target',
    how: 'It adds itself to a group whose policies allow more.',
    remediation: keep,
  }),
  obtains({
    id: 'iam-014',
    title: 'Attaches a policy to a role that it may assume',
    needs: { target: ['iam:AttachRolePolicy', 'sts:AssumeRole'] },
    target: 'role',
    gain: 'rewritten',
    how: 'It attaches AdministratorAccess to the role and assumes it.',
    remediation: keep,
  }),
  obtains({
    id: 'iam-015',
    title: 'Attaches a policy to a user and makes a key for it',
    needs: { target: ['iam:AttachUserPolicy', 'iam:CreateAccessKey'] },
    target: 'user',
    gain: 'rewritten',
    how: 'It attaches AdministratorAccess to the user and signs with a new key of that user.',
    remediation: keep,
  }),
  obtains({
    id: 'iam-016',
    title: 'Rewrites a policy of a role that it may assume',
    needs: { targetPolicy: ['iam:CreatePolicyVersion'], target: ['sts:AssumeRole'] },
    target: 'role',
    gain: 'rewritten',
    how: 'It publishes a wider version of a policy that the role holds and assumes the role.',
    remediation: keep,
  }),
  obtains({
    id: 'iam-017',
    title: 'Writes an inline policy into a role that it may assume',
    needs: { target: ['iam:PutRolePolicy', 'sts:AssumeRole'] },
    target: 'role',
    gain: 'rewritten',
    how: 'It adds an inline policy that allows everything to the role and assumes it.',
    remediation: keep,
  }),
  obtains({
    id: 'iam-018',
    title: 'Writes an inline policy into a user and makes a key for it',
    needs: { target: ['iam:PutUserPolicy', 'iam:CreateAccessKey'] },
    target: 'user',
    gain: 'rewritten',
    how: 'It adds an inline policy that allows everything to the user and signs with a new key of that user.',
    remediation: keep,
  }),
  obtains({
    id: 'iam-019',
    title: 'Attaches a policy to a role and lets itself assume it',
    needs: { target: ['iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'] },
    target: 'role',
    gain: 'rewritten',
    how: 'It attaches AdministratorAccess to the role, names itself in its trust policy and assumes it.',
    remediation: keep,
  }),
  obtains({
    id: 'iam-020',
    title: 'Rewrites a policy of a role and lets itself assume it',
    needs: { targetPolicy: ['iam:CreatePolicyVersion'], target: ['iam:UpdateAssumeRolePolicy'] },
    target: 'role',
    gain: 'rewritten',
    how: 'It publishes a wider version of a policy of the role, names itself in its trust policy and assumes it.',
    remediation: keep,
  }),
  obtains({
    id: 'iam-021',
    title: 'Writes an inline policy into a role and lets itself assume it',
    needs: { target: ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'] },
    target: 'role',
    gain: 'rewritten',
    how: 'It adds an inline policy to the role, names itself in its trust policy and assumes it.',
    remediation: keep,
  }),
  widens({
    id: 'iam-022',
    title: 'Makes an older version of a policy that it holds the default',
    needs: { ownPolicy: ['iam:SetDefaultPolicyVersion'] },
    how: 'An older version of the policy allowed more; it makes that one count again. Which versions exist is not in a template.',
  }),
  obtains({
    id: 'iam-023',
    title: 'Makes an older version of a policy of a role that it may assume the default',
    needs: { targetPolicy: ['iam:SetDefaultPolicyVersion'], target: ['sts:AssumeRole'] },
    target: 'role',
    gain: 'target',
    how: 'It makes an older, wider version of a policy of the role count again and assumes the role.',
    remediation: keep,
  }),
  widens({
    id: 'iam-024',
    title: 'Removes the boundary of its own user and widens itself',
    from: ['user'],
    needs: { self: ['iam:DeleteUserPermissionsBoundary', 'iam:PutUserPolicy'] },
    how: 'It removes what limits it and then gives itself everything.',
  }),
  widens({
    id: 'iam-025',
    title: 'Removes the boundary of its own role and widens itself',
    from: ['role'],
    needs: { self: ['iam:DeleteRolePermissionsBoundary', 'iam:PutRolePolicy'] },
    how: 'It removes what limits it and then gives itself everything.',
  }),
  widens({
    id: 'iam-026',
    title: 'Replaces the boundary of its own role and widens itself',
    from: ['role'],
    needs: { self: ['iam:PutRolePermissionsBoundary', 'iam:AttachRolePolicy'] },
    how: 'It sets AdministratorAccess as its boundary and attaches the same as a policy.',
  }),
  widens({
    id: 'iam-027',
    title: 'Replaces the boundary of its own user and widens itself',
    from: ['user'],
    needs: { self: ['iam:PutUserPermissionsBoundary', 'iam:AttachUserPolicy'] },
    how: 'It sets AdministratorAccess as its boundary and attaches the same as a policy.',
  }),
  obtains({
    id: 'iam-028',
    title: 'Replaces a second factor of another user and its password',
    needs: { target: ['iam:UpdateLoginProfile', 'iam:DeactivateMFADevice'] },
    target: 'user',
    gain: 'target',
    how: 'It takes the second factor off the user, sets a password that it knows and signs in.',
    remediation: credentials,
  }),
  obtains({
    id: 'sts-001',
    title: 'Assumes a role',
    needs: { target: ['sts:AssumeRole'] },
    target: 'role',
    gain: 'target',
    how: 'The trust policy of the role admits it, and it asks for credentials of the role.',
    remediation: trust,
    page: sts,
  }),
];
