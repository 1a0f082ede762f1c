/** https://registry.terraform.io/modules/terraform-aws-modules/dynamodb-table/aws/latest */
export const dynamodbTable = `
variable "create_table" { default = true }
variable "billing_mode" { default = "PAY_PER_REQUEST" }
variable "attributes" { default = [] }
variable "global_secondary_indexes" { default = [] }
variable "local_secondary_indexes" { default = [] }
variable "replica_regions" { default = [] }
variable "point_in_time_recovery_enabled" { default = false }
variable "ttl_enabled" { default = false }
variable "ttl_attribute_name" { default = "" }
variable "stream_enabled" { default = false }
variable "server_side_encryption_enabled" { default = false }
variable "tags" { default = {} }

resource "aws_dynamodb_table" "this" {
  count                       = var.create_table ? 1 : 0
  name                        = var.name
  billing_mode                = var.billing_mode
  hash_key                    = var.hash_key
  range_key                   = var.range_key
  read_capacity               = var.read_capacity
  write_capacity              = var.write_capacity
  stream_enabled              = var.stream_enabled
  stream_view_type            = var.stream_view_type
  table_class                 = var.table_class
  deletion_protection_enabled = var.deletion_protection_enabled
  ttl                         = [{ enabled = var.ttl_enabled, attribute_name = var.ttl_attribute_name }]
  point_in_time_recovery      = [{ enabled = var.point_in_time_recovery_enabled }]
  server_side_encryption      = [{ enabled = var.server_side_encryption_enabled, kms_key_arn = var.server_side_encryption_kms_key_arn }]
  attribute                   = var.attributes
  global_secondary_index      = length(var.global_secondary_indexes) == 0 ? null : var.global_secondary_indexes
  local_secondary_index       = length(var.local_secondary_indexes) == 0 ? null : var.local_secondary_indexes
  replica                     = length(var.replica_regions) == 0 ? null : var.replica_regions
  tags                        = merge(var.tags, { Name = var.name })
}

resource "aws_dynamodb_resource_policy" "this" {
  count        = var.create_table && var.resource_policy != null ? 1 : 0
  resource_arn = aws_dynamodb_table.this[0].arn
  policy       = var.resource_policy
}

output "dynamodb_table_arn" { value = try(aws_dynamodb_table.this[0].arn, "") }
output "dynamodb_table_id" { value = try(aws_dynamodb_table.this[0].id, "") }
output "dynamodb_table_stream_arn" { value = try(aws_dynamodb_table.this[0].stream_arn, null) }
output "dynamodb_table_stream_label" { value = try(aws_dynamodb_table.this[0].stream_label, null) }
`;
