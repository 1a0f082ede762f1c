import { policyStatements } from './policy-statements.ts';

/** A statement that trusts tokens of an identity provider outside of AWS. */
const federated = (flag: string, provider: string, audiences: string): string => `
  dynamic "statement" {
    for_each = var.${flag} ? ${provider} : []
    content {
      actions = ["sts:TagSession", "sts:AssumeRoleWithWebIdentity"]
      principals {
        type        = "Federated"
        identifiers = ["arn:\${data.aws_partition.current.partition}:iam::\${data.aws_caller_identity.current.account_id}:oidc-provider/\${statement.value}"]
      }
      dynamic "condition" {
        for_each = length(var.oidc_subjects) > 0 ? [1] : []
        content {
          test     = "StringEquals"
          variable = "\${statement.value}:sub"
          values   = var.oidc_subjects
        }
      }
      dynamic "condition" {
        for_each = length(var.oidc_wildcard_subjects) > 0 ? [1] : []
        content {
          test     = "StringLike"
          variable = "\${statement.value}:sub"
          values   = var.oidc_wildcard_subjects
        }
      }
      dynamic "condition" {
        for_each = length(${audiences}) > 0 ? [1] : []
        content {
          test     = "StringEquals"
          variable = "\${statement.value}:aud"
          values   = ${audiences}
        }
      }
    }
  }
`;

/**
 * https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/latest/submodules/iam-role , which was
 * `iam-assumable-role` with other inputs before version 6.
 */
export const iamRole = `
variable "create" { default = true }
variable "create_role" { default = true }
variable "role_requires_mfa" { default = true }
variable "use_name_prefix" { default = true }
variable "trusted_role_arns" { default = [] }
variable "trusted_role_services" { default = [] }
variable "trusted_role_actions" { default = ["sts:AssumeRole", "sts:TagSession"] }
variable "custom_role_policy_arns" { default = [] }
variable "inline_policy_statements" { default = [] }
variable "trust_policy_permissions" { default = {} }
variable "policies" { default = {} }
variable "create_inline_policy" { default = false }
variable "inline_policy_permissions" { default = {} }
variable "enable_oidc" { default = false }
variable "enable_github_oidc" { default = false }
variable "oidc_provider_urls" { default = [] }
variable "oidc_subjects" { default = [] }
variable "oidc_wildcard_subjects" { default = [] }
variable "oidc_audiences" { default = [] }
variable "github_provider" { default = "token.actions.githubusercontent.com" }
variable "tags" { default = {} }

locals { exists = var.create && var.create_role }

data "aws_partition" "current" {}
data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "this" {
  count                     = local.exists ? 1 : 0
  source_policy_documents   = try(coalesce(var.source_trust_policy_documents, []), [])
  override_policy_documents = try(coalesce(var.override_trust_policy_documents, []), [])
  dynamic "statement" {
    for_each = length(var.trusted_role_services) > 0 ? [1] : []
    content {
      actions = var.trusted_role_actions
      principals {
        type        = "Service"
        identifiers = var.trusted_role_services
      }
    }
  }
  dynamic "statement" {
    for_each = length(var.trusted_role_arns) > 0 ? [1] : []
    content {
      actions = var.trusted_role_actions
      principals {
        type        = "AWS"
        identifiers = var.trusted_role_arns
      }
      dynamic "condition" {
        for_each = var.role_requires_mfa ? [1] : []
        content {
          test     = "Bool"
          variable = "aws:MultiFactorAuthPresent"
          values   = ["true"]
        }
      }
    }
  }
${policyStatements('var.trust_policy_permissions')}
${federated('enable_oidc', '[for url in var.oidc_provider_urls : replace(url, "https://", "")]', 'var.oidc_audiences')}
${federated('enable_github_oidc', '[var.github_provider]', 'coalescelist(var.oidc_audiences, ["sts.amazonaws.com"])')}
}

resource "aws_iam_role" "this" {
  count                = local.exists ? 1 : 0
  name                 = var.role_name != null ? var.role_name : (var.use_name_prefix ? null : var.name)
  name_prefix          = var.name != null && var.use_name_prefix ? "\${var.name}-" : var.role_name_prefix
  path                 = var.path != null ? var.path : var.role_path
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary : var.role_permissions_boundary_arn
  max_session_duration = var.max_session_duration
  assume_role_policy   = var.custom_role_trust_policy != null && var.custom_role_trust_policy != "" ? var.custom_role_trust_policy : data.aws_iam_policy_document.this[0].json
  tags                 = var.tags
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each   = { for name, arn in var.policies : name => arn if local.exists }
  role       = aws_iam_role.this[0].name
  policy_arn = each.value
}

resource "aws_iam_role_policy_attachment" "custom" {
  count      = local.exists ? length(var.custom_role_policy_arns) : 0
  role       = aws_iam_role.this[0].name
  policy_arn = var.custom_role_policy_arns[count.index]
}

resource "aws_iam_role_policy_attachment" "admin" {
  count      = local.exists && coalesce(var.attach_admin_policy, false) ? 1 : 0
  role       = aws_iam_role.this[0].name
  policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role_policy_attachment" "poweruser" {
  count      = local.exists && coalesce(var.attach_poweruser_policy, false) ? 1 : 0
  role       = aws_iam_role.this[0].name
  policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/PowerUserAccess"
}

data "aws_iam_policy_document" "inline" {
  count = local.exists && (var.create_inline_policy || length(var.inline_policy_statements) > 0) ? 1 : 0
${policyStatements('var.inline_policy_permissions')}
${policyStatements('var.inline_policy_statements')}
}

resource "aws_iam_role_policy" "inline" {
  count  = local.exists && (var.create_inline_policy || length(var.inline_policy_statements) > 0) ? 1 : 0
  role   = aws_iam_role.this[0].name
  policy = data.aws_iam_policy_document.inline[0].json
}

output "arn" { value = try(aws_iam_role.this[0].arn, null) }
output "name" { value = try(aws_iam_role.this[0].name, null) }
output "unique_id" { value = try(aws_iam_role.this[0].unique_id, null) }
output "iam_role_arn" { value = try(aws_iam_role.this[0].arn, "") }
output "iam_role_name" { value = try(aws_iam_role.this[0].name, "") }
output "iam_role_unique_id" { value = try(aws_iam_role.this[0].unique_id, "") }
`;

/** https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/latest/submodules/iam-policy */
export const iamPolicy = `
variable "create" { default = true }
variable "create_policy" { default = true }
variable "tags" { default = {} }

resource "aws_iam_policy" "policy" {
  count       = var.create && var.create_policy ? 1 : 0
  name        = var.name
  name_prefix = var.name_prefix
  path        = var.path
  description = var.description
  policy      = var.policy
  tags        = var.tags
}

output "id" { value = try(aws_iam_policy.policy[0].id, null) }
output "arn" { value = try(aws_iam_policy.policy[0].arn, null) }
output "name" { value = try(aws_iam_policy.policy[0].name, null) }
output "policy" { value = try(aws_iam_policy.policy[0].policy, null) }
`;
