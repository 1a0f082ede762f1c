import { policyStatements } from './policy-statements.ts';

/** https://registry.terraform.io/modules/terraform-aws-modules/sqs/aws/latest */
export const sqs = `
variable "create" { default = true }
variable "fifo_queue" { default = false }
variable "use_name_prefix" { default = false }
variable "sqs_managed_sse_enabled" { default = true }
variable "dlq_sqs_managed_sse_enabled" { default = true }
variable "redrive_policy" { default = {} }
variable "redrive_allow_policy" { default = {} }
variable "dlq_redrive_allow_policy" { default = {} }
variable "create_dlq" { default = false }
variable "create_dlq_redrive_allow_policy" { default = true }
variable "create_queue_policy" { default = false }
variable "create_dlq_queue_policy" { default = false }
variable "tags" { default = {} }
variable "dlq_tags" { default = {} }

locals {
  name     = trimsuffix(coalesce(var.name, "queue"), ".fifo")
  dlq_name = trimsuffix(coalesce(var.dlq_name, "\${local.name}-dlq"), ".fifo")
  suffix   = var.fifo_queue ? ".fifo" : ""
  dlq_key  = var.dlq_kms_master_key_id != null ? var.dlq_kms_master_key_id : var.kms_master_key_id
}

resource "aws_sqs_queue" "this" {
  count                             = var.create ? 1 : 0
  name                              = var.use_name_prefix || var.name == null ? null : "\${local.name}\${local.suffix}"
  name_prefix                       = var.use_name_prefix ? "\${local.name}-" : null
  content_based_deduplication       = var.content_based_deduplication
  delay_seconds                     = var.delay_seconds
  fifo_queue                        = var.fifo_queue
  kms_data_key_reuse_period_seconds = var.kms_data_key_reuse_period_seconds
  kms_master_key_id                 = var.kms_master_key_id
  sqs_managed_sse_enabled           = var.kms_master_key_id != null ? null : var.sqs_managed_sse_enabled
  max_message_size                  = var.max_message_size
  message_retention_seconds         = var.message_retention_seconds
  receive_wait_time_seconds         = var.receive_wait_time_seconds
  visibility_timeout_seconds        = var.visibility_timeout_seconds
  tags                              = var.tags
}

resource "aws_sqs_queue" "dlq" {
  count                             = var.create && var.create_dlq ? 1 : 0
  name                              = var.use_name_prefix || (var.name == null && var.dlq_name == null) ? null : "\${local.dlq_name}\${local.suffix}"
  name_prefix                       = var.use_name_prefix ? "\${local.dlq_name}-" : null
  delay_seconds                     = try(coalesce(var.dlq_delay_seconds, var.delay_seconds), null)
  fifo_queue                        = var.fifo_queue
  kms_master_key_id                 = local.dlq_key
  sqs_managed_sse_enabled           = local.dlq_key != null ? null : var.dlq_sqs_managed_sse_enabled
  message_retention_seconds         = try(coalesce(var.dlq_message_retention_seconds, var.message_retention_seconds), null)
  receive_wait_time_seconds         = try(coalesce(var.dlq_receive_wait_time_seconds, var.receive_wait_time_seconds), null)
  visibility_timeout_seconds        = try(coalesce(var.dlq_visibility_timeout_seconds, var.visibility_timeout_seconds), null)
  tags                              = merge(var.tags, var.dlq_tags)
}

resource "aws_sqs_queue_redrive_policy" "this" {
  count          = var.create && !var.create_dlq && try(length(var.redrive_policy) > 0, true) ? 1 : 0
  queue_url      = aws_sqs_queue.this[0].url
  redrive_policy = jsonencode(var.redrive_policy)
}

resource "aws_sqs_queue_redrive_policy" "dlq" {
  count          = var.create && var.create_dlq ? 1 : 0
  queue_url      = aws_sqs_queue.this[0].url
  redrive_policy = jsonencode(merge({ deadLetterTargetArn = aws_sqs_queue.dlq[0].arn, maxReceiveCount = 5 }, var.redrive_policy))
}

resource "aws_sqs_queue_redrive_allow_policy" "dlq" {
  count                = var.create && var.create_dlq && var.create_dlq_redrive_allow_policy ? 1 : 0
  queue_url            = aws_sqs_queue.dlq[0].url
  redrive_allow_policy = jsonencode(merge({ redrivePermission = "byQueue", sourceQueueArns = [aws_sqs_queue.this[0].arn] }, var.dlq_redrive_allow_policy))
}

data "aws_iam_policy_document" "this" {
  count                     = var.create && var.create_queue_policy ? 1 : 0
  source_policy_documents   = var.source_queue_policy_documents
  override_policy_documents = var.override_queue_policy_documents
${policyStatements('var.queue_policy_statements', '[aws_sqs_queue.this[0].arn]')}
}

resource "aws_sqs_queue_policy" "this" {
  count     = var.create && var.create_queue_policy ? 1 : 0
  queue_url = aws_sqs_queue.this[0].url
  policy    = data.aws_iam_policy_document.this[0].json
}

data "aws_iam_policy_document" "dlq" {
  count                     = var.create && var.create_dlq && var.create_dlq_queue_policy ? 1 : 0
  source_policy_documents   = var.source_dlq_queue_policy_documents
  override_policy_documents = var.override_dlq_queue_policy_documents
${policyStatements('var.dlq_queue_policy_statements', '[aws_sqs_queue.dlq[0].arn]')}
}

resource "aws_sqs_queue_policy" "dlq" {
  count     = var.create && var.create_dlq && var.create_dlq_queue_policy ? 1 : 0
  queue_url = aws_sqs_queue.dlq[0].url
  policy    = data.aws_iam_policy_document.dlq[0].json
}

output "queue_id" { value = try(aws_sqs_queue.this[0].id, null) }
output "queue_arn" { value = try(aws_sqs_queue.this[0].arn, null) }
output "queue_arn_static" { value = try(aws_sqs_queue.this[0].arn, "") }
output "queue_url" { value = try(aws_sqs_queue.this[0].url, null) }
output "queue_name" { value = try(aws_sqs_queue.this[0].name, null) }
# Before version 4.
output "sqs_queue_id" { value = try(aws_sqs_queue.this[0].id, null) }
output "sqs_queue_arn" { value = try(aws_sqs_queue.this[0].arn, null) }
output "sqs_queue_name" { value = try(aws_sqs_queue.this[0].name, null) }
output "dead_letter_queue_id" { value = try(aws_sqs_queue.dlq[0].id, null) }
output "dead_letter_queue_arn" { value = try(aws_sqs_queue.dlq[0].arn, null) }
output "dead_letter_queue_arn_static" { value = try(aws_sqs_queue.dlq[0].arn, "") }
output "dead_letter_queue_url" { value = try(aws_sqs_queue.dlq[0].url, null) }
output "dead_letter_queue_name" { value = try(aws_sqs_queue.dlq[0].name, null) }
`;
