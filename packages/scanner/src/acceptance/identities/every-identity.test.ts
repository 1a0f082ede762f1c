import { describe, expect, it } from 'vitest';
import { judgeText } from '../dialects/judge-text.ts';

/** Identities that no function assumes, each with a way to everything, and the same without it. */
const cloudformation = (action: string): string => `Resources:
  Clerk:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument: { Statement: [{ Effect: Allow, Action: '${action}', Resource: '*' }] }
  Member: { Type: 'AWS::IAM::User', Properties: { Groups: [!Ref Staff] } }
  Staff: { Type: 'AWS::IAM::Group' }
  Rules:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Groups: [!Ref Staff]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: '${action}', Resource: '*' }] }
  Partner:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { AWS: '444455556666' }, Action: 'sts:AssumeRole' }]
  PartnerRules:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: partner
      Roles: [!Ref Partner]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: '${action}', Resource: '*' }] }
`;

const terraform = (action: string): string => `
locals {
  rules = jsonencode({ Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })
}
resource "aws_iam_user" "clerk" { name = "Clerk" }
resource "aws_iam_user_policy" "own" {
  user   = aws_iam_user.clerk.name
  policy = local.rules
}
resource "aws_iam_user" "member" { name = "Member" }
resource "aws_iam_group" "staff" { name = "Staff" }
resource "aws_iam_user_group_membership" "member" {
  user   = aws_iam_user.member.name
  groups = [aws_iam_group.staff.name]
}
resource "aws_iam_policy" "rules" { policy = local.rules }
resource "aws_iam_group_policy_attachment" "rules" {
  group      = aws_iam_group.staff.name
  policy_arn = aws_iam_policy.rules.arn
}
resource "aws_iam_role" "partner" {
  name               = "Partner"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "444455556666" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "partner" {
  role   = aws_iam_role.partner.id
  policy = local.rules
}
`;

const dialects = [
  ['CloudFormation', 'template.yaml', cloudformation],
  ['Terraform', 'main.tf', terraform],
] as const;

describe.each(dialects)('identities of %s that no function assumes', (_, file, write) => {
  it('are judged: users, members of groups, groups and roles', () => {
    const { titles, trouble } = judgeText('identity-can-escalate', file, { [file]: write('iam:*') });
    expect(trouble).toEqual([]);
    const named = titles.map((title) => title.split(' ')[0]?.toLowerCase());
    expect(named.toSorted()).toEqual(['clerk', 'member', 'partner', 'staff']);
  });

  it('are left alone when they only read', () => {
    const { titles, trouble } = judgeText('identity-can-escalate', file, { [file]: write('dynamodb:GetItem') });
    expect(trouble).toEqual([]);
    expect(titles).toEqual([]);
  });
});
