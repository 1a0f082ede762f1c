/**
 * https://registry.terraform.io/modules/terraform-aws-modules/apigateway-v2/aws/latest . Before version 5 routes with
 * their integrations were `integrations`, an integration names its target itself, and `default_route_settings` was of the stage.
 */
export const apiGatewayV2 = `
variable "create" { default = true }
variable "create_api_gateway" { default = true }
variable "protocol_type" { default = "HTTP" }
variable "create_domain_name" { default = true }
variable "create_api_domain_name" { default = true }
variable "domain_name" { default = "" }
variable "authorizers" { default = {} }
variable "create_routes_and_integrations" { default = true }
variable "routes" { default = {} }
variable "integrations" { default = {} }
variable "create_stage" { default = true }
variable "stage_name" { default = "$default" }
variable "stage_access_log_settings" { default = {} }
variable "stage_default_route_settings" { default = {} }
variable "default_route_settings" { default = {} }
variable "stage_variables" { default = {} }
variable "mutual_tls_authentication" { default = {} }
variable "vpc_links" { default = {} }
variable "tags" { default = {} }

locals {
  exists     = var.create && var.create_api_gateway
  is_http    = var.protocol_type == "HTTP"
  has_domain = local.exists && var.create_domain_name && var.create_api_domain_name && var.domain_name != "" && var.domain_name != null
  has_routes = local.exists && var.create_routes_and_integrations
  all_routes = merge({ for key, route in var.integrations : key => merge(route, { integration = route }) }, var.routes)
  log_group  = try(var.stage_access_log_settings.destination_arn, var.default_stage_access_log_destination_arn, null)
  # From version 5 on a stage writes logs and is throttled unless a call says otherwise.
  is_old     = length(var.integrations) > 0 || length(var.default_route_settings) > 0 || var.default_stage_access_log_destination_arn != null
  has_logs   = !local.is_old || var.default_stage_access_log_destination_arn != null
  throttling = local.is_old ? {} : { detailed_metrics_enabled = true, throttling_burst_limit = 500, throttling_rate_limit = 1000 }
  settings   = merge(local.throttling, var.default_route_settings, var.stage_default_route_settings)
}

resource "aws_apigatewayv2_api" "this" {
  count                        = local.exists ? 1 : 0
  name                         = var.name
  description                  = var.description
  protocol_type                = var.protocol_type
  body                         = local.is_http ? var.body : null
  route_selection_expression   = var.route_selection_expression
  disable_execute_api_endpoint = local.is_http && local.has_domain ? true : var.disable_execute_api_endpoint
  cors_configuration           = var.cors_configuration == null ? null : [var.cors_configuration]
  target                       = var.target
  route_key                    = var.route_key
  credentials_arn              = var.credentials_arn
  tags                         = var.tags
}

resource "aws_apigatewayv2_authorizer" "this" {
  for_each                          = { for key, authorizer in var.authorizers : key => authorizer if local.exists }
  api_id                            = aws_apigatewayv2_api.this[0].id
  name                              = try(coalesce(each.value.name, each.key), each.key)
  authorizer_type                   = try(each.value.authorizer_type, "REQUEST")
  authorizer_uri                    = try(each.value.authorizer_uri, null)
  authorizer_credentials_arn        = try(each.value.authorizer_credentials_arn, null)
  authorizer_payload_format_version = try(each.value.authorizer_payload_format_version, null)
  authorizer_result_ttl_in_seconds  = try(each.value.authorizer_result_ttl_in_seconds, null)
  enable_simple_responses           = try(each.value.enable_simple_responses, null)
  identity_sources                  = try(each.value.identity_sources, null)
  jwt_configuration                 = try([{ audience = each.value.jwt_configuration.audience, issuer = each.value.jwt_configuration.issuer }], [{ audience = each.value.audience, issuer = each.value.issuer }], null)
}

resource "aws_apigatewayv2_route" "this" {
  for_each             = { for key, route in local.all_routes : key => route if local.has_routes }
  api_id               = aws_apigatewayv2_api.this[0].id
  route_key            = each.key
  api_key_required     = try(each.value.api_key_required, null)
  authorization_scopes = try(each.value.authorization_scopes, null)
  authorization_type   = try(each.value.authorization_type, "NONE")
  authorizer_id        = try(aws_apigatewayv2_authorizer.this[each.value.authorizer_key].id, each.value.authorizer_id, null)
  operation_name       = try(each.value.operation_name, null)
  target               = "integrations/\${aws_apigatewayv2_integration.this[each.key].id}"
}

resource "aws_apigatewayv2_integration" "this" {
  for_each               = { for key, route in local.all_routes : key => route.integration if local.has_routes }
  api_id                 = aws_apigatewayv2_api.this[0].id
  integration_type       = try(coalesce(each.value.type, each.value.integration_type), each.value.type, each.value.integration_type, "AWS_PROXY")
  integration_uri        = try(each.value.uri, each.value.lambda_arn, each.value.integration_uri, null)
  integration_method     = try(each.value.method, each.value.integration_method, null)
  integration_subtype    = try(each.value.subtype, each.value.integration_subtype, null)
  credentials_arn        = try(each.value.credentials_arn, null)
  connection_type        = try(each.value.connection_type, null)
  connection_id          = try(aws_apigatewayv2_vpc_link.this[each.value.vpc_link_key].id, each.value.connection_id, null)
  payload_format_version = try(each.value.payload_format_version, null)
  request_parameters     = try(each.value.request_parameters, null)
  timeout_milliseconds   = try(each.value.timeout_milliseconds, null)
}

resource "aws_apigatewayv2_stage" "this" {
  count                  = local.exists && var.create_stage ? 1 : 0
  api_id                 = aws_apigatewayv2_api.this[0].id
  name                   = var.stage_name
  auto_deploy            = local.is_http ? true : null
  description            = var.stage_description
  stage_variables        = var.stage_variables
  client_certificate_id  = var.stage_client_certificate_id
  access_log_settings    = !local.has_logs ? null : [{ destination_arn = local.log_group != null ? local.log_group : aws_cloudwatch_log_group.this["this"].arn, format = try(var.stage_access_log_settings.format, var.default_stage_access_log_format, null) }]
  default_route_settings = length(local.settings) == 0 ? null : [local.settings]
  route_settings = [
    for key, route in local.all_routes : {
      route_key                = key
      throttling_burst_limit   = try(route.throttling_burst_limit, local.throttling.throttling_burst_limit, null)
      throttling_rate_limit    = try(route.throttling_rate_limit, local.throttling.throttling_rate_limit, null)
      detailed_metrics_enabled = try(route.detailed_metrics_enabled, null)
      logging_level            = try(route.logging_level, null)
      data_trace_enabled       = try(route.data_trace_enabled, null)
    } if !local.is_old || can(coalesce(route.throttling_burst_limit, null)) || can(coalesce(route.throttling_rate_limit, null))
  ]
  tags = var.tags
}

resource "aws_cloudwatch_log_group" "this" {
  for_each          = local.exists && local.has_logs && local.log_group == null ? { this = true } : {}
  name              = try(coalesce(var.stage_access_log_settings.log_group_name, null), "/aws/apigateway/\${coalesce(var.name, "api")}")
  retention_in_days = try(var.stage_access_log_settings.log_group_retention_in_days, 30)
  kms_key_id        = try(var.stage_access_log_settings.log_group_kms_key_id, null)
}

resource "aws_apigatewayv2_domain_name" "this" {
  count                     = local.has_domain ? 1 : 0
  domain_name               = var.domain_name
  domain_name_configuration = [{ certificate_arn = var.domain_name_certificate_arn, endpoint_type = "REGIONAL", security_policy = "TLS_1_2" }]
  mutual_tls_authentication = length(var.mutual_tls_authentication) == 0 ? null : [var.mutual_tls_authentication]
  tags                      = var.tags
}

resource "aws_apigatewayv2_api_mapping" "this" {
  count           = local.has_domain && var.create_stage ? 1 : 0
  api_id          = aws_apigatewayv2_api.this[0].id
  domain_name     = aws_apigatewayv2_domain_name.this[0].id
  stage           = aws_apigatewayv2_stage.this[0].id
  api_mapping_key = var.api_mapping_key
}

resource "aws_apigatewayv2_vpc_link" "this" {
  for_each           = { for key, link in var.vpc_links : key => link if local.exists }
  name               = try(each.value.name, each.key)
  security_group_ids = try(each.value.security_group_ids, null)
  subnet_ids         = try(each.value.subnet_ids, null)
}

output "api_id" { value = try(aws_apigatewayv2_api.this[0].id, null) }
output "api_arn" { value = try(aws_apigatewayv2_api.this[0].arn, null) }
output "api_endpoint" { value = try(aws_apigatewayv2_api.this[0].api_endpoint, null) }
output "api_execution_arn" { value = try(aws_apigatewayv2_api.this[0].execution_arn, null) }
output "apigatewayv2_api_id" { value = try(aws_apigatewayv2_api.this[0].id, null) }
output "apigatewayv2_api_arn" { value = try(aws_apigatewayv2_api.this[0].arn, null) }
output "apigatewayv2_api_api_endpoint" { value = try(aws_apigatewayv2_api.this[0].api_endpoint, null) }
output "apigatewayv2_api_execution_arn" { value = try(aws_apigatewayv2_api.this[0].execution_arn, null) }
output "authorizers" { value = aws_apigatewayv2_authorizer.this }
output "integrations" { value = aws_apigatewayv2_integration.this }
output "routes" { value = aws_apigatewayv2_route.this }
output "stage_id" { value = try(aws_apigatewayv2_stage.this[0].id, null) }
output "stage_arn" { value = try(aws_apigatewayv2_stage.this[0].arn, null) }
output "stage_execution_arn" { value = try(aws_apigatewayv2_stage.this[0].execution_arn, null) }
output "stage_invoke_url" { value = try(aws_apigatewayv2_stage.this[0].invoke_url, null) }
output "domain_name_id" { value = try(aws_apigatewayv2_domain_name.this[0].id, null) }
`;
