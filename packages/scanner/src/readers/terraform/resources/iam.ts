import { asList, type Value } from '@leastwise/model';
import { document } from './document.ts';
import { argument, isNothing } from './argument.ts';
import { blocks, into, known, mapOf } from './read.ts';
import { joinRow, row, type Contribution, type Read, type Row, type Scope } from './row.ts';
import { tags } from './tags.ts';

const inlinePolicies: Read = blocks('inline_policy', { PolicyName: 'name', PolicyDocument: document('policy') });

const role = 'AWS::IAM::Role';
const user = 'AWS::IAM::User';
const group = 'AWS::IAM::Group';
const permissionSet = 'AWS::SSO::PermissionSet';
const managed = 'AWS::IAM::ManagedPolicy';

const named = { name: 'Ref', id: 'Ref', unique_id: 'RoleId' };

/** The attachment is a line in the list of the identity; of a policy of this tree whose identity is elsewhere, a line in the policy's. */
function attach(member: string, type: string, listInPolicy: string): (scope: Scope) => readonly Contribution[] {
  return (scope) => {
    const identity = argument(scope.block, member);
    const policy = argument(scope.block, 'policy_arn');
    const attached = { target: identity, types: [type], properties: listed('ManagedPolicyArns', policy, scope) };
    if (scope.lookups.find(identity, [type]) !== undefined) return [attached];
    if (scope.lookups.find(policy, [managed]) === undefined) return [attached];
    return [{ target: policy, types: [managed], properties: listed(listInPolicy, identity, scope) }];
  };
}

function listed(property: string, item: Value, scope: Scope): Value {
  return mapOf({ [property]: known([item], scope.instance.location) }, scope.instance.location);
}

/** `aws_iam_policy_attachment`: one policy, and everybody who has it. */
function attachEverywhere(scope: Scope): readonly Contribution[] {
  const policy = argument(scope.block, 'policy_arn');
  return (
    [
      ['roles', role],
      ['users', user],
      ['groups', group],
    ] as const
  ).flatMap(([member, type]) =>
    (asList(argument(scope.block, member)) ?? []).map((target) => ({
      target,
      types: [type],
      properties: listed('ManagedPolicyArns', policy, scope),
    })),
  );
}

/** The whole list of an identity in one block. */
const attachAll =
  (owner: string, type: string) =>
  (scope: Scope): readonly Contribution[] => {
    const policies = argument(scope.block, 'policy_arns');
    return isNothing(policies)
      ? []
      : [
          {
            target: argument(scope.block, owner),
            types: [type],
            properties: mapOf({ ManagedPolicyArns: policies }, scope.instance.location),
          },
        ];
  };

const inline = (terraform: string, type: string, member: string, property: string): Row =>
  row(terraform, type, { PolicyName: 'name', [property]: member, PolicyDocument: document('policy') });

/** A line about a role of another configuration is still read: what it attaches is written here. */
const bare = { withoutOwner: 'bare' } as const;

export const iamRows: readonly Row[] = [
  row(
    'aws_iam_role',
    role,
    {
      RoleName: 'name',
      Path: 'path',
      AssumeRolePolicyDocument: document('assume_role_policy'),
      ManagedPolicyArns: 'managed_policy_arns',
      Policies: inlinePolicies,
      PermissionsBoundary: 'permissions_boundary',
      MaxSessionDuration: 'max_session_duration',
      Tags: tags,
    },
    { name: 'name', attributes: named },
  ),
  row(
    'aws_iam_user',
    user,
    {
      UserName: 'name',
      Path: 'path',
      PermissionsBoundary: 'permissions_boundary',
      Tags: tags,
    },
    { name: 'name', attributes: named },
  ),
  row('aws_iam_group', group, { GroupName: 'name', Path: 'path' }, { name: 'name', attributes: named }),
  row(
    'aws_iam_policy',
    managed,
    { ManagedPolicyName: 'name', Path: 'path', PolicyDocument: document('policy'), Tags: tags },
    { name: 'name', attributes: { arn: 'Ref', name: 'Ref' } },
  ),
  inline('aws_iam_role_policy', 'AWS::IAM::RolePolicy', 'role', 'RoleName'),
  inline('aws_iam_user_policy', 'AWS::IAM::UserPolicy', 'user', 'UserName'),
  inline('aws_iam_group_policy', 'AWS::IAM::GroupPolicy', 'group', 'GroupName'),
  joinRow('aws_iam_role_policy_attachment', undefined, attach('role', role, 'Roles'), bare),
  joinRow('aws_iam_user_policy_attachment', undefined, attach('user', user, 'Users'), bare),
  joinRow('aws_iam_group_policy_attachment', undefined, attach('group', group, 'Groups'), bare),
  joinRow('aws_iam_policy_attachment', undefined, attachEverywhere, bare),
  joinRow('aws_iam_role_policy_attachments_exclusive', undefined, attachAll('role_name', role), bare),
  joinRow('aws_iam_user_policy_attachments_exclusive', undefined, attachAll('user_name', user), bare),
  joinRow('aws_iam_group_policy_attachments_exclusive', undefined, attachAll('group_name', group), bare),
  joinRow(
    'aws_iam_user_login_profile',
    undefined,
    // The provider makes the password and puts it into the state.
    into('user', [user], { LoginProfile: { PasswordResetRequired: 'password_reset_required' } }),
  ),
  row('aws_iam_group_membership', 'AWS::IAM::UserToGroupAddition', { GroupName: 'group', Users: 'users' }),
  joinRow('aws_iam_user_group_membership', undefined, into('user', [user], { Groups: 'groups' })),
  row(
    'aws_ssoadmin_permission_set',
    permissionSet,
    { Name: 'name', InstanceArn: 'instance_arn', SessionDuration: 'session_duration', Tags: tags },
    { name: 'name', attributes: { arn: 'PermissionSetArn' } },
  ),
  joinRow(
    'aws_ssoadmin_managed_policy_attachment',
    undefined,
    (scope) => [
      {
        target: argument(scope.block, 'permission_set_arn'),
        types: [permissionSet],
        properties: listed('ManagedPolicies', argument(scope.block, 'managed_policy_arn'), scope),
      },
    ],
    bare,
  ),
  joinRow(
    'aws_ssoadmin_permission_set_inline_policy',
    undefined,
    into('permission_set_arn', [permissionSet], { InlinePolicy: document('inline_policy') }),
    bare,
  ),
  row(
    'aws_iam_instance_profile',
    'AWS::IAM::InstanceProfile',
    {
      InstanceProfileName: 'name',
      Roles: (scope) => {
        const value = argument(scope.block, 'role');
        return isNothing(value) ? undefined : known([value], value.origin);
      },
    },
    { name: 'name' },
  ),
  row(
    'aws_iam_access_key',
    'AWS::IAM::AccessKey',
    { UserName: 'user', Status: 'status' },
    {
      attributes: { id: 'Ref', secret: 'SecretAccessKey' },
    },
  ),
  row(
    'aws_iam_openid_connect_provider',
    'AWS::IAM::OIDCProvider',
    { Url: 'url', ClientIdList: 'client_id_list', ThumbprintList: 'thumbprint_list' },
    { attributes: { arn: 'Ref' } },
  ),
  row('aws_iam_service_linked_role', 'AWS::IAM::ServiceLinkedRole', { AWSServiceName: 'aws_service_name' }),
];
