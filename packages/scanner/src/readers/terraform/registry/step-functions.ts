import { rolePolicies } from './policy-statements.ts';

/** https://registry.terraform.io/modules/terraform-aws-modules/step-functions/aws/latest */
export const stepFunctions = `
variable "create" { default = true }
variable "create_role" { default = true }
variable "use_existing_role" { default = false }
variable "use_existing_cloudwatch_log_group" { default = false }
variable "type" { default = "STANDARD" }
variable "publish" { default = false }
variable "logging_configuration" { default = {} }
variable "encryption_configuration" { default = {} }
variable "service_integrations" { default = {} }
variable "attach_policies_for_integrations" { default = true }
variable "attach_cloudwatch_logs_policy" { default = true }
variable "trusted_entities" { default = [] }
variable "tags" { default = {} }
variable "role_tags" { default = {} }

locals {
  has_role = var.create && var.create_role && !var.use_existing_role
  has_logs = var.create && try(var.logging_configuration.level, "OFF") != "OFF"
  # What the integrations of a state machine call: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
  actions = {
    lambda                 = { lambda = ["lambda:InvokeFunction"] }
    dynamodb               = { dynamodb = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"] }
    sqs                    = { sqs = ["sqs:SendMessage"] }
    sns                    = { sns = ["sns:Publish"] }
    eventbridge            = { eventbridge = ["events:PutEvents"] }
    stepfunction           = { stepfunction = ["states:StartExecution"] }
    stepfunction_Sync      = { stepfunction = ["states:StartExecution", "states:StartSyncExecution"], stepfunction_Wildcard = ["states:DescribeExecution", "states:StopExecution"], events = ["events:PutTargets", "events:PutRule", "events:DescribeRule"] }
    xray                   = { xray = ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets"] }
    apigateway             = { apigateway = ["execute-api:Invoke"] }
    batch_Sync             = { batch = ["batch:SubmitJob", "batch:DescribeJobs", "batch:TerminateJob"], events = ["events:PutTargets", "events:PutRule", "events:DescribeRule"] }
    ecs_Sync               = { ecs = ["ecs:RunTask"], ecs_Wildcard = ["ecs:StopTask", "ecs:DescribeTasks"], iam_PassRole = ["iam:PassRole"], events = ["events:PutTargets", "events:PutRule", "events:DescribeRule"] }
    codebuild_Sync         = { codebuild = ["codebuild:StartBuild", "codebuild:StopBuild", "codebuild:BatchGetBuilds", "codebuild:BatchGetReports"], events = ["events:PutTargets", "events:PutRule", "events:DescribeRule"] }
  }
}

resource "aws_sfn_state_machine" "this" {
  count                    = var.create ? 1 : 0
  name                     = var.name
  role_arn                 = local.has_role ? aws_iam_role.this[0].arn : var.role_arn
  definition               = var.definition
  type                     = upper(var.type)
  publish                  = var.publish
  encryption_configuration = length(var.encryption_configuration) == 0 ? null : [var.encryption_configuration]
  logging_configuration    = !local.has_logs ? null : [merge({ log_destination = try("\${aws_cloudwatch_log_group.sfn[0].arn}:*", null) }, var.logging_configuration)]
  tracing_configuration    = try(var.service_integrations.xray.xray, false) == true ? [{ enabled = true }] : null
  tags                     = merge({ Name = var.name }, var.tags)
}

resource "aws_iam_role" "this" {
  count                = local.has_role ? 1 : 0
  name                 = coalesce(var.role_name, var.name, "states")
  description          = var.role_description
  path                 = var.role_path
  permissions_boundary = var.role_permissions_boundary
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Principal = { Service = concat(["states.amazonaws.com"], var.trusted_entities) } }]
  })
  tags = merge(var.tags, var.role_tags)
}

resource "aws_iam_role_policy" "service" {
  for_each = { for service, grants in var.service_integrations : service => grants if local.has_role && var.attach_policies_for_integrations && can(local.actions[service]) }
  name     = each.key
  role     = aws_iam_role.this[0].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for grant, resources in each.value : {
        Effect   = "Allow"
        Action   = local.actions[each.key][grant]
        Resource = can(tobool(resources)) ? ["*"] : resources
      } if can(local.actions[each.key][grant])
    ]
  })
}

resource "aws_iam_role_policy" "logs" {
  count = local.has_role && local.has_logs && var.attach_cloudwatch_logs_policy ? 1 : 0
  name  = "logs"
  role  = aws_iam_role.this[0].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"]
      Resource = ["*"]
    }]
  })
}
${rolePolicies('aws_iam_role.this[0].name', 'local.has_role')}

resource "aws_cloudwatch_log_group" "sfn" {
  count             = local.has_logs && !var.use_existing_cloudwatch_log_group ? 1 : 0
  name              = coalesce(var.cloudwatch_log_group_name, "/aws/vendedlogs/states/\${coalesce(var.name, "machine")}")
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  kms_key_id        = var.cloudwatch_log_group_kms_key_id
  tags              = var.tags
}

output "state_machine_arn" { value = try(aws_sfn_state_machine.this[0].arn, "") }
output "state_machine_id" { value = try(aws_sfn_state_machine.this[0].id, "") }
output "state_machine_name" { value = try(aws_sfn_state_machine.this[0].name, "") }
output "role_arn" { value = try(aws_iam_role.this[0].arn, "") }
output "role_name" { value = try(aws_iam_role.this[0].name, "") }
`;
