import { data, mapping, text, values } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** Policies that are resources of their own and name the identities they are for. */
export const policyMappings = [
  mapping(
    'policy',
    {
      types: ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy'],
      page: `${reference}aws-resource-iam-policy.html`,
    },
    {
      name: text('PolicyName'),
      document: data('PolicyDocument'),
      /** `AWS::IAM::Policy` names lists, the three others one identity. */
      roles: values('Roles'),
      users: values('Users'),
      groups: values('Groups'),
      role: data('RoleName'),
      user: data('UserName'),
      group: data('GroupName'),
    },
  ),
  mapping(
    'managed-policy',
    {
      types: ['AWS::IAM::ManagedPolicy'],
      name: 'ManagedPolicyName',
      page: `${reference}aws-resource-iam-managedpolicy.html`,
    },
    {
      name: text('ManagedPolicyName'),
      document: data('PolicyDocument'),
      roles: values('Roles'),
      users: values('Users'),
      groups: values('Groups'),
    },
  ),
] as const;
