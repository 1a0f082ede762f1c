import { policyStatements } from './policy-statements.ts';

/** https://registry.terraform.io/modules/terraform-aws-modules/sns/aws/latest */
export const sns = `
variable "create" { default = true }
variable "fifo_topic" { default = false }
variable "use_name_prefix" { default = false }
variable "create_topic_policy" { default = true }
variable "enable_default_topic_policy" { default = true }
variable "create_subscription" { default = true }
variable "subscriptions" { default = {} }
variable "tags" { default = {} }

locals { name = trimsuffix(coalesce(var.name, "topic"), ".fifo") }

data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "this" {
  count                       = var.create ? 1 : 0
  name                        = var.use_name_prefix || var.name == null ? null : "\${local.name}\${var.fifo_topic ? ".fifo" : ""}"
  name_prefix                 = var.use_name_prefix ? "\${local.name}-" : null
  content_based_deduplication = var.content_based_deduplication
  delivery_policy             = var.delivery_policy
  display_name                = var.display_name
  fifo_topic                  = var.fifo_topic
  kms_master_key_id           = var.kms_master_key_id
  signature_version           = var.fifo_topic ? null : var.signature_version
  tracing_config              = var.tracing_config
  policy                      = var.create_topic_policy ? null : var.topic_policy
  tags                        = var.tags
}

data "aws_iam_policy_document" "this" {
  count                     = var.create && var.create_topic_policy ? 1 : 0
  source_policy_documents   = var.source_topic_policy_documents
  override_policy_documents = var.override_topic_policy_documents
  dynamic "statement" {
    for_each = var.enable_default_topic_policy ? [1] : []
    content {
      sid       = "DefaultStatementID"
      actions   = ["sns:Subscribe", "sns:SetTopicAttributes", "sns:RemovePermission", "sns:Publish", "sns:ListSubscriptionsByTopic", "sns:GetTopicAttributes", "sns:DeleteTopic", "sns:AddPermission"]
      resources = [aws_sns_topic.this[0].arn]
      principals {
        type        = "AWS"
        identifiers = ["*"]
      }
      condition {
        test     = "StringEquals"
        variable = "AWS:SourceAccount"
        values   = [data.aws_caller_identity.current.account_id]
      }
    }
  }
${policyStatements('var.topic_policy_statements', '[aws_sns_topic.this[0].arn]')}
}

resource "aws_sns_topic_policy" "this" {
  count  = var.create && var.create_topic_policy ? 1 : 0
  arn    = aws_sns_topic.this[0].arn
  policy = data.aws_iam_policy_document.this[0].json
}

resource "aws_sns_topic_subscription" "this" {
  for_each              = { for key, subscription in var.subscriptions : key => subscription if var.create && var.create_subscription }
  topic_arn             = aws_sns_topic.this[0].arn
  protocol              = try(each.value.protocol, null)
  endpoint              = try(each.value.endpoint, null)
  filter_policy         = try(each.value.filter_policy, null)
  filter_policy_scope   = try(each.value.filter_policy_scope, null)
  raw_message_delivery  = try(each.value.raw_message_delivery, null)
  redrive_policy        = try(each.value.redrive_policy, null)
  delivery_policy       = try(each.value.delivery_policy, null)
  subscription_role_arn = try(each.value.subscription_role_arn, null)
}

output "topic_arn" { value = try(aws_sns_topic.this[0].arn, null) }
output "topic_id" { value = try(aws_sns_topic.this[0].id, null) }
output "topic_name" { value = try(aws_sns_topic.this[0].name, null) }
# Before version 4.
output "sns_topic_arn" { value = try(aws_sns_topic.this[0].arn, null) }
output "sns_topic_id" { value = try(aws_sns_topic.this[0].id, null) }
output "sns_topic_name" { value = try(aws_sns_topic.this[0].name, null) }
output "subscriptions" { value = aws_sns_topic_subscription.this }
`;
