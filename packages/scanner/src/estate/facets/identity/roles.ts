import { data, list, mapping, text, values } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** A policy written inside a role, user or group. */
const inlinePolicies = list('Policies', { name: text('PolicyName'), document: data('PolicyDocument') });

/** Who acts: roles, users, groups, and the keys and profiles that stand for them. */
export const roleMappings = [
  mapping(
    'role',
    { types: ['AWS::IAM::Role'], name: 'RoleName', page: `${reference}aws-resource-iam-role.html` },
    {
      name: text('RoleName'),
      path: text('Path', { default: '/' }),
      trust: data('AssumeRolePolicyDocument'),
      managedPolicies: values('ManagedPolicyArns'),
      inlinePolicies,
      boundary: data('PermissionsBoundary'),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'service-linked-role',
    { types: ['AWS::IAM::ServiceLinkedRole'], page: `${reference}aws-resource-iam-servicelinkedrole.html` },
    { service: text('AWSServiceName') },
  ),
  mapping(
    'user',
    { types: ['AWS::IAM::User'], name: 'UserName', page: `${reference}aws-resource-iam-user.html` },
    {
      name: text('UserName'),
      groups: values('Groups'),
      managedPolicies: values('ManagedPolicyArns'),
      inlinePolicies,
      boundary: data('PermissionsBoundary'),
      password: data('LoginProfile.Password'),
    },
  ),
  mapping(
    'group',
    { types: ['AWS::IAM::Group'], name: 'GroupName', page: `${reference}aws-resource-iam-group.html` },
    { name: text('GroupName'), managedPolicies: values('ManagedPolicyArns'), inlinePolicies },
  ),
  mapping(
    'permission-set',
    { types: ['AWS::SSO::PermissionSet'], name: 'Name', page: `${reference}aws-resource-sso-permissionset.html` },
    {
      name: text('Name'),
      managedPolicies: values('ManagedPolicies'),
      /** A document as text or as JSON. */
      inlinePolicy: data('InlinePolicy'),
      boundary: data('PermissionsBoundary'),
    },
  ),
  mapping(
    'group-membership',
    { types: ['AWS::IAM::UserToGroupAddition'], page: `${reference}aws-resource-iam-usertogroupaddition.html` },
    { group: data('GroupName'), users: values('Users') },
  ),
  mapping(
    'instance-profile',
    {
      types: ['AWS::IAM::InstanceProfile'],
      name: 'InstanceProfileName',
      page: `${reference}aws-resource-iam-instanceprofile.html`,
    },
    { roles: values('Roles') },
  ),
  mapping(
    'access-key',
    { types: ['AWS::IAM::AccessKey'], page: `${reference}aws-resource-iam-accesskey.html` },
    { user: data('UserName'), status: text('Status', { default: 'Active' }) },
  ),
  mapping(
    'oidc-provider',
    { types: ['AWS::IAM::OIDCProvider'], page: `${reference}aws-resource-iam-oidcprovider.html` },
    { url: text('Url'), clients: values('ClientIdList') },
  ),
] as const;
