import { rolePolicies } from './policy-statements.ts';

/** Lets the role of the module use the targets that are listed for a service. */
const grant = (service: string, flag: string, arns: string, actions: string): string => `
variable "${flag}" { default = false }
variable "${arns}" { default = [] }
resource "aws_iam_role_policy" "${service}" {
  count = local.has_role && var.${flag} ? 1 : 0
  name  = "${service}"
  role  = aws_iam_role.eventbridge[0].name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = [${actions}], Resource = var.${arns} }]
  })
}
`;

const grants = [
  grant('kinesis', 'attach_kinesis_policy', 'kinesis_target_arns', '"kinesis:PutRecord"'),
  grant('kinesis_firehose', 'attach_kinesis_firehose_policy', 'kinesis_firehose_target_arns', '"firehose:PutRecord"'),
  grant('sqs', 'attach_sqs_policy', 'sqs_target_arns', '"sqs:SendMessage*", "kms:Decrypt", "kms:GenerateDataKey"'),
  grant('sns', 'attach_sns_policy', 'sns_target_arns', '"sns:Publish"'),
  grant('ecs', 'attach_ecs_policy', 'ecs_target_arns', '"ecs:RunTask"'),
  grant('lambda', 'attach_lambda_policy', 'lambda_target_arns', '"lambda:InvokeFunction"'),
  grant('sfn', 'attach_sfn_policy', 'sfn_target_arns', '"states:StartExecution"'),
  grant(
    'cloudwatch',
    'attach_cloudwatch_policy',
    'cloudwatch_target_arns',
    '"logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:CreateLogStream", "logs:PutLogEvents"',
  ),
];

/** https://registry.terraform.io/modules/terraform-aws-modules/eventbridge/aws/latest */
export const eventbridge = `
variable "create" { default = true }
variable "create_bus" { default = true }
variable "create_role" { default = true }
variable "create_rules" { default = true }
variable "create_targets" { default = true }
variable "create_permissions" { default = true }
variable "create_archives" { default = false }
variable "create_schedule_groups" { default = true }
variable "create_schedules" { default = true }
variable "create_pipes" { default = true }
variable "append_rule_postfix" { default = true }
variable "append_schedule_postfix" { default = true }
variable "append_pipe_postfix" { default = true }
variable "bus_name" { default = "default" }
variable "rules" { default = {} }
variable "targets" { default = {} }
variable "archives" { default = {} }
variable "permissions" { default = {} }
variable "schedule_groups" { default = {} }
variable "schedules" { default = {} }
variable "pipes" { default = {} }
variable "trusted_entities" { default = [] }
variable "tags" { default = {} }

locals {
  has_role = var.create && var.create_role
  bus      = var.create && var.create_bus ? aws_cloudwatch_event_bus.this[0].name : var.bus_name
  targets = merge([
    for rule, targets in var.targets : { for target in targets : try(target.name, rule) => merge(target, { rule = rule }) }
  ]...)
}

resource "aws_cloudwatch_event_bus" "this" {
  count              = var.create && var.create_bus ? 1 : 0
  name               = var.bus_name
  event_source_name  = var.event_source_name
  kms_key_identifier = var.kms_key_identifier
  tags               = var.tags
}

resource "aws_cloudwatch_event_rule" "this" {
  for_each            = { for name, rule in var.rules : name => rule if var.create && var.create_rules }
  name                = var.append_rule_postfix ? "\${replace(each.key, "_", "-")}-rule" : each.key
  event_bus_name      = local.bus
  description         = try(each.value.description, null)
  event_pattern       = try(each.value.event_pattern, null)
  schedule_expression = try(each.value.schedule_expression, null)
  state               = try(each.value.enabled ? "ENABLED" : "DISABLED", upper(each.value.state), null)
  tags                = var.tags
}

resource "aws_cloudwatch_event_target" "this" {
  for_each           = { for name, target in local.targets : name => target if var.create && var.create_targets }
  event_bus_name     = local.bus
  rule               = aws_cloudwatch_event_rule.this[each.value.rule].name
  arn                = try(each.value.arn, null)
  role_arn           = try(tobool(each.value.attach_role_arn) ? aws_iam_role.eventbridge[0].arn : null, each.value.attach_role_arn, null)
  target_id          = try(each.value.target_id, null)
  input              = try(each.value.input, null)
  input_path         = try(each.value.input_path, null)
  input_transformer  = try([each.value.input_transformer], null)
  ecs_target         = try([each.value.ecs_target], null)
  sqs_target         = try([{ message_group_id = each.value.message_group_id }], null)
  dead_letter_config = try([{ arn = each.value.dead_letter_arn }], null)
  retry_policy       = try([each.value.retry_policy], null)
}

resource "aws_cloudwatch_event_archive" "this" {
  for_each         = { for name, archive in var.archives : name => archive if var.create && var.create_archives }
  name             = each.key
  event_source_arn = try(each.value.event_source_arn, aws_cloudwatch_event_bus.this[0].arn)
  event_pattern    = try(each.value.event_pattern, null)
  retention_days   = try(each.value.retention_days, null)
}

resource "aws_cloudwatch_event_permission" "this" {
  for_each       = { for name, permission in var.permissions : name => permission if var.create && var.create_permissions }
  event_bus_name = local.bus
  principal      = split(" ", each.key)[0]
  statement_id   = try(split(" ", each.key)[1], each.key)
  action         = try(each.value.action, null)
  condition      = try([{ key = "aws:PrincipalOrgID", type = "StringEquals", value = each.value.condition_org }], null)
}

resource "aws_scheduler_schedule_group" "this" {
  for_each = { for name, group in var.schedule_groups : name => group if var.create && var.create_schedule_groups }
  name     = try(each.value.name, each.key)
}

resource "aws_scheduler_schedule" "this" {
  for_each                     = { for name, schedule in var.schedules : name => schedule if var.create && var.create_schedules }
  name                         = var.append_schedule_postfix ? "\${replace(each.key, "_", "-")}-schedule" : each.key
  group_name                   = try(aws_scheduler_schedule_group.this[each.value.group_name].name, each.value.group_name, null)
  schedule_expression          = each.value.schedule_expression
  schedule_expression_timezone = try(each.value.timezone, null)
  state                        = try(each.value.state ? "ENABLED" : "DISABLED", null)
  kms_key_arn                  = try(each.value.kms_key_arn, null)
  flexible_time_window         = [{ mode = try(each.value.use_flexible_time_window, false) ? "FLEXIBLE" : "OFF" }]
  target = [{
    arn                = each.value.arn
    role_arn           = try(each.value.role_arn, aws_iam_role.eventbridge[0].arn)
    input              = try(each.value.input, null)
    dead_letter_config = try([{ arn = each.value.dead_letter_arn }], null)
    retry_policy       = try([each.value.retry_policy], null)
  }]
}

resource "aws_pipes_pipe" "this" {
  for_each      = { for name, pipe in var.pipes : name => pipe if var.create && var.create_pipes }
  name          = var.append_pipe_postfix ? "\${replace(each.key, "_", "-")}-pipe" : each.key
  source        = each.value.source
  target        = each.value.target
  enrichment    = try(each.value.enrichment, null)
  role_arn      = try(each.value.role_arn, aws_iam_role.eventbridge_pipe[each.key].arn, null)
  desired_state = try(each.value.desired_state, null)
}

# The policy of this role follows the kinds of source and target of its pipe.
resource "aws_iam_role" "eventbridge_pipe" {
  for_each = { for name, pipe in var.pipes : name => pipe if var.create && var.create_pipes && try(pipe.create_role, true) }
  name     = "\${replace(each.key, "_", "-")}-pipe"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = ["pipes.amazonaws.com"] } }]
  })
}

resource "aws_iam_role" "eventbridge" {
  count                = local.has_role ? 1 : 0
  name                 = coalesce(var.role_name, var.bus_name, "*")
  description          = var.role_description
  path                 = var.role_path
  permissions_boundary = var.role_permissions_boundary
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = distinct(concat(["events.amazonaws.com"], length(var.schedules) > 0 ? ["scheduler.amazonaws.com"] : [], var.trusted_entities)) } }]
  })
  tags = var.tags
}
${grants.join('')}
${rolePolicies('aws_iam_role.eventbridge[0].name', 'local.has_role')}

output "eventbridge_bus_name" { value = local.bus }
output "eventbridge_bus_arn" { value = try(aws_cloudwatch_event_bus.this[0].arn, "") }
output "eventbridge_rule_ids" { value = { for name, rule in aws_cloudwatch_event_rule.this : name => rule.id } }
output "eventbridge_rule_arns" { value = { for name, rule in aws_cloudwatch_event_rule.this : name => rule.arn } }
output "eventbridge_rules" { value = aws_cloudwatch_event_rule.this }
output "eventbridge_schedule_ids" { value = { for name, schedule in aws_scheduler_schedule.this : name => schedule.id } }
output "eventbridge_schedule_arns" { value = { for name, schedule in aws_scheduler_schedule.this : name => schedule.arn } }
output "eventbridge_pipe_arns" { value = { for name, pipe in aws_pipes_pipe.this : name => pipe.arn } }
output "eventbridge_role_arn" { value = try(aws_iam_role.eventbridge[0].arn, "") }
output "eventbridge_role_name" { value = try(aws_iam_role.eventbridge[0].name, "") }
`;
