import { policyStatements, rolePolicies } from './policy-statements.ts';

/** What a permission or a mapping of `allowed_triggers` says, with an alias or without. */
const permission = `
  statement_id           = try(each.value.statement_id, each.key)
  action                 = try(each.value.action, "lambda:InvokeFunction")
  principal              = try(each.value.principal, "\${each.value.service}.amazonaws.com")
  principal_org_id       = try(each.value.principal_org_id, null)
  source_arn             = try(each.value.source_arn, null)
  source_account         = try(each.value.source_account, null)
  function_url_auth_type = try(each.value.function_url_auth_type, null)
`;

const mapping = `
  event_source_arn                         = try(each.value.event_source_arn, null)
  batch_size                               = try(each.value.batch_size, null)
  maximum_batching_window_in_seconds       = try(each.value.maximum_batching_window_in_seconds, null)
  enabled                                  = try(each.value.enabled, true)
  starting_position                        = try(each.value.starting_position, null)
  maximum_retry_attempts                   = try(each.value.maximum_retry_attempts, null)
  maximum_record_age_in_seconds            = try(each.value.maximum_record_age_in_seconds, null)
  bisect_batch_on_function_error           = try(each.value.bisect_batch_on_function_error, null)
  topics                                   = try(each.value.topics, null)
  queues                                   = try(each.value.queues, null)
  function_response_types                  = try(each.value.function_response_types, null)
  destination_config                       = try([{ on_failure = [{ destination_arn = each.value.destination_arn_on_failure }] }], null)
  scaling_config                           = try([each.value.scaling_config], null)
  self_managed_event_source                = try(each.value.self_managed_event_source, null)
  source_access_configuration              = try(each.value.source_access_configuration, null)
  filter_criteria                          = try([{ filter = flatten([each.value.filter_criteria]) }], null)
  document_db_event_source_config          = try(each.value.document_db_event_source_config, null)
`;

const invokeConfig = `
  maximum_event_age_in_seconds = var.maximum_event_age_in_seconds
  maximum_retry_attempts       = var.maximum_retry_attempts
  destination_config = var.destination_on_failure == null && var.destination_on_success == null ? null : [{
    on_failure = var.destination_on_failure == null ? [] : [{ destination = var.destination_on_failure }]
    on_success = var.destination_on_success == null ? [] : [{ destination = var.destination_on_success }]
  }]
`;

/** https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws/latest */
export const lambda = `
variable "create" { default = true }
variable "create_function" { default = true }
variable "create_layer" { default = false }
variable "create_role" { default = true }
variable "create_lambda_function_url" { default = false }
variable "create_unqualified_alias_lambda_function_url" { default = true }
variable "create_async_event_config" { default = false }
variable "create_current_version_async_event_config" { default = true }
variable "create_unqualified_alias_async_event_config" { default = true }
variable "create_current_version_allowed_triggers" { default = true }
variable "create_unqualified_alias_allowed_triggers" { default = true }
variable "lambda_at_edge" { default = false }
variable "memory_size" { default = 128 }
variable "ephemeral_storage_size" { default = 512 }
variable "timeout" { default = 3 }
variable "reserved_concurrent_executions" { default = -1 }
variable "provisioned_concurrent_executions" { default = -1 }
variable "publish" { default = false }
variable "snap_start" { default = false }
variable "environment_variables" { default = {} }
variable "package_type" { default = "Zip" }
variable "authorization_type" { default = "NONE" }
variable "cors" { default = {} }
variable "allowed_triggers" { default = {} }
variable "event_source_mapping" { default = {} }
variable "use_existing_cloudwatch_log_group" { default = false }
variable "attach_cloudwatch_logs_policy" { default = true }
variable "attach_create_log_group_permission" { default = true }
variable "attach_dead_letter_policy" { default = false }
variable "attach_network_policy" { default = false }
variable "attach_tracing_policy" { default = false }
variable "attach_async_event_policy" { default = false }
variable "trusted_entities" { default = [] }
variable "assume_role_policy_statements" { default = {} }
variable "image_config_command" { default = [] }
variable "image_config_entry_point" { default = [] }
variable "logging_log_format" { default = "Text" }
variable "store_on_s3" { default = false }
variable "tags" { default = {} }
variable "function_tags" { default = {} }
variable "role_tags" { default = {} }

locals {
  has_function = var.create && var.create_function && !var.create_layer
  has_role     = local.has_function && var.create_role
  role_name    = coalesce(var.role_name, var.function_name, "lambda")
  log_group    = coalesce(var.logging_log_group, "/aws/lambda/\${coalesce(var.function_name, "function")}")
  # A source is a path, an object with a path, or a list of these of which the first is the code.
  source = try(
    tostring(var.source_path), tostring(var.source_path.path),
    tostring(var.source_path[0]), tostring(var.source_path[0].path), null
  )
  is_file = local.source == null ? false : fileexists(local.source)
}

data "aws_partition" "current" {}

data "archive_file" "package" {
  count       = local.source == null ? 0 : 1
  type        = "zip"
  source_file = local.is_file ? local.source : null
  source_dir  = local.is_file ? null : local.source
  output_path = "builds/\${coalesce(var.function_name, var.layer_name, "package")}.zip"
}

locals {
  package = var.local_existing_package != null ? var.local_existing_package : try(data.archive_file.package[0].output_path, null)
}

resource "aws_lambda_function" "this" {
  count                          = local.has_function ? 1 : 0
  function_name                  = var.function_name
  description                    = var.description
  role                           = var.create_role ? aws_iam_role.lambda[0].arn : var.lambda_role
  handler                        = var.package_type == "Zip" ? var.handler : null
  runtime                        = var.package_type == "Zip" ? var.runtime : null
  memory_size                    = var.memory_size
  timeout                        = var.timeout
  reserved_concurrent_executions = var.reserved_concurrent_executions
  layers                         = var.layers
  publish                        = var.lambda_at_edge || var.snap_start ? true : var.publish
  kms_key_arn                    = var.kms_key_arn
  image_uri                      = var.image_uri
  package_type                   = var.package_type
  architectures                  = var.architectures
  code_signing_config_arn        = var.code_signing_config_arn
  filename                       = var.s3_existing_package == null ? local.package : null
  s3_bucket                      = try(var.s3_existing_package.bucket, null)
  s3_key                         = try(var.s3_existing_package.key, null)
  s3_object_version              = try(var.s3_existing_package.version_id, null)
  ephemeral_storage              = var.ephemeral_storage_size == null ? null : [{ size = var.ephemeral_storage_size }]
  environment                    = try(length(var.environment_variables) == 0, false) ? null : [{ variables = var.environment_variables }]
  dead_letter_config             = var.dead_letter_target_arn == null ? null : [{ target_arn = var.dead_letter_target_arn }]
  tracing_config                 = var.tracing_mode == null ? null : [{ mode = var.tracing_mode }]
  vpc_config                     = var.vpc_subnet_ids == null || var.vpc_security_group_ids == null ? null : [{ subnet_ids = var.vpc_subnet_ids, security_group_ids = var.vpc_security_group_ids }]
  file_system_config             = var.file_system_arn == null ? null : [{ arn = var.file_system_arn, local_mount_path = var.file_system_local_mount_path }]
  snap_start                     = var.snap_start ? [{ apply_on = "PublishedVersions" }] : null
  image_config                   = length(var.image_config_command) == 0 && length(var.image_config_entry_point) == 0 && var.image_config_working_directory == null ? null : [{ command = var.image_config_command, entry_point = var.image_config_entry_point, working_directory = var.image_config_working_directory }]
  logging_config                 = [{ log_format = var.logging_log_format, log_group = var.logging_log_group }]
  tags                           = merge(var.tags, var.function_tags)
}

resource "aws_lambda_layer_version" "this" {
  count                    = var.create && var.create_layer ? 1 : 0
  layer_name               = var.layer_name
  description              = var.description
  license_info             = var.license_info
  compatible_runtimes      = var.compatible_runtimes
  compatible_architectures = var.compatible_architectures
  filename                 = local.package
}

resource "aws_cloudwatch_log_group" "lambda" {
  count             = local.has_function && !var.use_existing_cloudwatch_log_group ? 1 : 0
  name              = local.log_group
  retention_in_days = var.cloudwatch_logs_retention_in_days
  kms_key_id        = var.cloudwatch_logs_kms_key_id
  tags              = var.tags
}

resource "aws_lambda_provisioned_concurrency_config" "current_version" {
  count                             = local.has_function && var.provisioned_concurrent_executions > -1 ? 1 : 0
  function_name                     = aws_lambda_function.this[0].function_name
  qualifier                         = aws_lambda_function.this[0].version
  provisioned_concurrent_executions = var.provisioned_concurrent_executions
}

resource "aws_lambda_function_event_invoke_config" "this" {
  for_each      = toset(local.has_function && var.create_async_event_config ? compact([var.create_current_version_async_event_config ? "current_version" : "", var.create_unqualified_alias_async_event_config ? "unqualified_alias" : ""]) : [])
  function_name = aws_lambda_function.this[0].function_name
  qualifier     = each.key == "current_version" ? aws_lambda_function.this[0].version : null
${invokeConfig}
}

resource "aws_lambda_permission" "current_version_triggers" {
  for_each      = { for key, trigger in var.allowed_triggers : key => trigger if local.has_function && var.create_current_version_allowed_triggers }
  function_name = aws_lambda_function.this[0].function_name
  qualifier     = aws_lambda_function.this[0].version
${permission}
}

resource "aws_lambda_permission" "unqualified_alias_triggers" {
  for_each      = { for key, trigger in var.allowed_triggers : key => trigger if local.has_function && var.create_unqualified_alias_allowed_triggers }
  function_name = aws_lambda_function.this[0].function_name
${permission}
}

resource "aws_lambda_event_source_mapping" "this" {
  for_each      = { for key, source in var.event_source_mapping : key => source if local.has_function && var.create_unqualified_alias_allowed_triggers }
  function_name = aws_lambda_function.this[0].arn
${mapping}
}

resource "aws_lambda_function_url" "this" {
  count              = local.has_function && var.create_lambda_function_url ? 1 : 0
  function_name      = aws_lambda_function.this[0].function_name
  qualifier          = var.create_unqualified_alias_lambda_function_url ? null : aws_lambda_function.this[0].version
  authorization_type = var.authorization_type
  invoke_mode        = var.invoke_mode
  cors               = length(var.cors) == 0 ? null : [var.cors]
}

data "aws_iam_policy_document" "assume_role" {
  count = local.has_role ? 1 : 0
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = concat(["lambda.amazonaws.com"], var.lambda_at_edge ? ["edgelambda.amazonaws.com"] : [], [for entity in var.trusted_entities : entity if can(tostring(entity))])
    }
    dynamic "principals" {
      for_each = [for entity in var.trusted_entities : entity if !can(tostring(entity))]
      content {
        type        = principals.value.type
        identifiers = principals.value.identifiers
      }
    }
  }
${policyStatements('var.assume_role_policy_statements')}
}

resource "aws_iam_role" "lambda" {
  count                = local.has_role ? 1 : 0
  name                 = local.role_name
  description          = var.role_description
  path                 = var.role_path
  permissions_boundary = var.role_permissions_boundary
  assume_role_policy   = data.aws_iam_policy_document.assume_role[0].json
  max_session_duration = var.role_maximum_session_duration
  tags                 = merge(var.tags, var.role_tags)
}

data "aws_iam_policy_document" "logs" {
  count = local.has_role && var.attach_cloudwatch_logs_policy ? 1 : 0
  statement {
    actions   = concat(!var.use_existing_cloudwatch_log_group && var.attach_create_log_group_permission ? ["logs:CreateLogGroup"] : [], ["logs:CreateLogStream", "logs:PutLogEvents"])
    resources = try([for suffix in [":*", ":*:*"] : "\${aws_cloudwatch_log_group.lambda[0].arn}\${suffix}"], ["arn:\${data.aws_partition.current.partition}:logs:*:*:log-group:\${local.log_group}:*"])
  }
}

resource "aws_iam_role_policy" "logs" {
  count  = local.has_role && var.attach_cloudwatch_logs_policy ? 1 : 0
  name   = "\${local.role_name}-logs"
  role   = aws_iam_role.lambda[0].name
  policy = data.aws_iam_policy_document.logs[0].json
}

resource "aws_iam_role_policy" "dead_letter" {
  count = local.has_role && var.attach_dead_letter_policy ? 1 : 0
  name  = "\${local.role_name}-dl"
  role  = aws_iam_role.lambda[0].name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sns:Publish", "sqs:SendMessage"], Resource = [var.dead_letter_target_arn] }]
  })
}

resource "aws_iam_role_policy" "async" {
  count = local.has_role && var.attach_async_event_policy ? 1 : 0
  name  = "\${local.role_name}-async"
  role  = aws_iam_role.lambda[0].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sns:Publish", "sqs:SendMessage", "events:PutEvents", "lambda:InvokeFunction"]
      Resource = distinct(compact([var.destination_on_failure, var.destination_on_success]))
    }]
  })
}

# The module copies the two managed policies of AWS into policies of its own; what they allow is the same.
resource "aws_iam_role_policy_attachment" "vpc" {
  count      = local.has_role && var.attach_network_policy ? 1 : 0
  role       = aws_iam_role.lambda[0].name
  policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/service-role/AWSLambdaENIManagementAccess"
}

resource "aws_iam_role_policy_attachment" "tracing" {
  count      = local.has_role && var.attach_tracing_policy ? 1 : 0
  role       = aws_iam_role.lambda[0].name
  policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/AWSXRayDaemonWriteAccess"
}
${rolePolicies('aws_iam_role.lambda[0].name', 'local.has_role')}

output "lambda_function_arn" { value = try(aws_lambda_function.this[0].arn, "") }
output "lambda_function_arn_static" { value = try(aws_lambda_function.this[0].arn, "") }
output "lambda_function_invoke_arn" { value = try(aws_lambda_function.this[0].invoke_arn, "") }
output "lambda_function_name" { value = try(aws_lambda_function.this[0].function_name, "") }
output "lambda_function_qualified_arn" { value = try(aws_lambda_function.this[0].qualified_arn, "") }
output "lambda_function_qualified_invoke_arn" { value = try(aws_lambda_function.this[0].qualified_invoke_arn, "") }
output "lambda_function_version" { value = try(aws_lambda_function.this[0].version, "") }
output "lambda_function_kms_key_arn" { value = try(aws_lambda_function.this[0].kms_key_arn, "") }
output "lambda_function_url" { value = try(aws_lambda_function_url.this[0].function_url, "") }
output "lambda_function_url_id" { value = try(aws_lambda_function_url.this[0].url_id, "") }
output "lambda_layer_arn" { value = try(aws_lambda_layer_version.this[0].arn, "") }
output "lambda_layer_layer_arn" { value = try(aws_lambda_layer_version.this[0].layer_arn, "") }
output "lambda_layer_version" { value = try(aws_lambda_layer_version.this[0].version, "") }
output "lambda_role_arn" { value = try(aws_iam_role.lambda[0].arn, "") }
output "lambda_role_name" { value = try(aws_iam_role.lambda[0].name, "") }
output "lambda_role_unique_id" { value = try(aws_iam_role.lambda[0].unique_id, "") }
output "lambda_cloudwatch_log_group_arn" { value = try(aws_cloudwatch_log_group.lambda[0].arn, "") }
output "lambda_cloudwatch_log_group_name" { value = try(aws_cloudwatch_log_group.lambda[0].name, local.log_group) }
output "local_filename" { value = local.package }
`;

/** https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws/latest/submodules/alias */
export const lambdaAlias = `
variable "create" { default = true }
variable "use_existing_alias" { default = false }
variable "refresh_alias" { default = true }
variable "create_async_event_config" { default = false }
variable "create_version_async_event_config" { default = true }
variable "create_qualified_alias_async_event_config" { default = true }
variable "create_version_allowed_triggers" { default = true }
variable "create_qualified_alias_allowed_triggers" { default = true }
variable "allowed_triggers" { default = {} }
variable "event_source_mapping" { default = {} }

# One of two blocks makes the alias; they differ in what they ignore.
resource "aws_lambda_alias" "with_refresh" {
  count            = var.create && !var.use_existing_alias ? 1 : 0
  name             = var.name
  description      = var.description
  function_name    = var.function_name
  function_version = coalesce(var.function_version, "$LATEST")
}

resource "aws_lambda_function_event_invoke_config" "this" {
  for_each      = toset(var.create && var.create_async_event_config ? compact([var.create_version_async_event_config ? "version" : "", var.create_qualified_alias_async_event_config ? "qualified_alias" : ""]) : [])
  function_name = var.function_name
  qualifier     = each.key == "version" ? var.function_version : var.name
${invokeConfig}
}

resource "aws_lambda_permission" "version_triggers" {
  for_each      = { for key, trigger in var.allowed_triggers : key => trigger if var.create && var.create_version_allowed_triggers }
  function_name = var.function_name
  qualifier     = var.function_version
${permission}
}

resource "aws_lambda_permission" "qualified_alias_triggers" {
  for_each      = { for key, trigger in var.allowed_triggers : key => trigger if var.create && var.create_qualified_alias_allowed_triggers }
  function_name = var.function_name
  qualifier     = try(aws_lambda_alias.with_refresh[0].name, var.name)
${permission}
}

resource "aws_lambda_event_source_mapping" "this" {
  for_each      = { for key, source in var.event_source_mapping : key => source if var.create }
  function_name = try(aws_lambda_alias.with_refresh[0].arn, var.function_name)
${mapping}
}

output "lambda_alias_arn" { value = try(aws_lambda_alias.with_refresh[0].arn, "") }
output "lambda_alias_name" { value = try(aws_lambda_alias.with_refresh[0].name, var.name) }
output "lambda_alias_invoke_arn" { value = try(aws_lambda_alias.with_refresh[0].invoke_arn, "") }
output "lambda_alias_function_version" { value = var.function_version }
`;
