/**
 * The statements of a policy document from a map or list of objects, as the modules take them: `actions`, `resources`,
 * `principals`, `condition` and so on, each optional. `resources` is what stands for them where an object has none.
 */
export const policyStatements = (statements: string, resources = 'null'): string => `
  dynamic "statement" {
    for_each = try(coalesce(${statements}, {}), {})
    content {
      sid           = try(coalesce(statement.value.sid, null), replace(tostring(statement.key), "/[^0-9A-Za-z]*/", ""))
      effect        = try(coalesce(statement.value.effect, "Allow"), "Allow")
      actions       = try(statement.value.actions, null)
      not_actions   = try(statement.value.not_actions, null)
      resources     = try(coalesce(statement.value.resources, ${resources}), ${resources})
      not_resources = try(statement.value.not_resources, null)
      dynamic "principals" {
        for_each = try(coalesce(statement.value.principals, []), [])
        content {
          type        = principals.value.type
          identifiers = principals.value.identifiers
        }
      }
      dynamic "not_principals" {
        for_each = try(coalesce(statement.value.not_principals, []), [])
        content {
          type        = not_principals.value.type
          identifiers = not_principals.value.identifiers
        }
      }
      dynamic "condition" {
        for_each = concat(try(values(statement.value.condition), statement.value.condition, []), try(values(statement.value.conditions), statement.value.conditions, []))
        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
`;

/** A role with the policies that these modules attach in the same words: JSON, ARNs and statements. */
export const rolePolicies = (role: string, created: string): string => `
resource "aws_iam_role_policy" "additional_json" {
  count  = ${created} && var.attach_policy_json ? 1 : 0
  role   = ${role}
  policy = var.policy_json
}
resource "aws_iam_role_policy" "additional_jsons" {
  count  = ${created} && var.attach_policy_jsons ? length(coalesce(var.policy_jsons, [])) : 0
  role   = ${role}
  policy = var.policy_jsons[count.index]
}
resource "aws_iam_role_policy_attachment" "additional_one" {
  count      = ${created} && var.attach_policy ? 1 : 0
  role       = ${role}
  policy_arn = var.policy
}
resource "aws_iam_role_policy_attachment" "additional_many" {
  count      = ${created} && var.attach_policies ? length(coalesce(var.policies, [])) : 0
  role       = ${role}
  policy_arn = var.policies[count.index]
}
data "aws_iam_policy_document" "additional_inline" {
  count = ${created} && var.attach_policy_statements ? 1 : 0
${policyStatements('var.policy_statements')}
}
resource "aws_iam_role_policy" "additional_inline" {
  count  = ${created} && var.attach_policy_statements ? 1 : 0
  role   = ${role}
  policy = data.aws_iam_policy_document.additional_inline[0].json
}
variable "attach_policy_json" { default = false }
variable "attach_policy_jsons" { default = false }
variable "attach_policy" { default = false }
variable "attach_policies" { default = false }
variable "attach_policy_statements" { default = false }
variable "policy_statements" { default = {} }
`;
