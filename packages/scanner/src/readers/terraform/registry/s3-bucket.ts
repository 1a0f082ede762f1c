/** A statement that refuses what the flag is named after. */
const denied = (flag: string, sid: string, actions: string, condition: string): string => `
  dynamic "statement" {
    for_each = var.${flag} ? [1] : []
    content {
      sid       = "${sid}"
      effect    = "Deny"
      actions   = ["${actions}"]
      resources = [aws_s3_bucket.this[0].arn, "\${aws_s3_bucket.this[0].arn}/*"]
      principals {
        type        = "*"
        identifiers = ["*"]
      }
      condition {
        ${condition}
      }
    }
  }
`;

/** A statement that lets a service write its logs. */
const delivery = (flag: string, service: string): string => `
  dynamic "statement" {
    for_each = var.${flag} ? [1] : []
    content {
      actions   = ["s3:PutObject"]
      resources = ["\${aws_s3_bucket.this[0].arn}/*"]
      principals {
        type        = "Service"
        identifiers = ["${service}.amazonaws.com"]
      }
    }
  }
`;

const test = (operator: string, variable: string, value: string): string =>
  `test = "${operator}"\n        variable = "${variable}"\n        values = ["${value}"]`;

const denials = [
  denied(
    'attach_deny_insecure_transport_policy',
    'denyInsecureTransport',
    's3:*',
    test('Bool', 'aws:SecureTransport', 'false'),
  ),
  denied(
    'attach_require_latest_tls_policy',
    'denyOutdatedTLS',
    's3:*',
    test('NumericLessThan', 's3:TlsVersion', '1.2'),
  ),
  denied(
    'attach_deny_incorrect_encryption_headers',
    'denyIncorrectEncryptionHeaders',
    's3:PutObject',
    test('StringNotEquals', 's3:x-amz-server-side-encryption', 'aws:kms'),
  ),
  denied(
    'attach_deny_unencrypted_object_uploads',
    'denyUnencryptedObjectUploads',
    's3:PutObject',
    test('Null', 's3:x-amz-server-side-encryption', 'true'),
  ),
];

const deliveries = [
  delivery('attach_access_log_delivery_policy', 'logging.s3'),
  delivery('attach_lb_log_delivery_policy', 'delivery.logs'),
  delivery('attach_elb_log_delivery_policy', 'logdelivery.elasticloadbalancing'),
  delivery('attach_cloudtrail_log_delivery_policy', 'cloudtrail'),
  delivery('attach_waf_log_delivery_policy', 'delivery.logs'),
];

const flags = [
  'attach_deny_insecure_transport_policy',
  'attach_require_latest_tls_policy',
  'attach_deny_incorrect_encryption_headers',
  'attach_deny_unencrypted_object_uploads',
  'attach_access_log_delivery_policy',
  'attach_lb_log_delivery_policy',
  'attach_elb_log_delivery_policy',
  'attach_cloudtrail_log_delivery_policy',
  'attach_waf_log_delivery_policy',
  'attach_policy',
];

/** https://registry.terraform.io/modules/terraform-aws-modules/s3-bucket/aws/latest */
export const s3Bucket = `
variable "create_bucket" { default = true }
variable "is_directory_bucket" { default = false }
variable "attach_public_policy" { default = true }
${flags.map((flag) => `variable "${flag}" { default = false }`).join('\n')}
variable "block_public_acls" { default = true }
variable "block_public_policy" { default = true }
variable "ignore_public_acls" { default = true }
variable "restrict_public_buckets" { default = true }
variable "control_object_ownership" { default = false }
variable "object_ownership" { default = "BucketOwnerEnforced" }
variable "object_lock_enabled" { default = false }
variable "force_destroy" { default = false }
variable "versioning" { default = {} }
variable "logging" { default = {} }
variable "website" { default = {} }
variable "cors_rule" { default = [] }
variable "lifecycle_rule" { default = [] }
variable "server_side_encryption_configuration" { default = {} }
variable "grant" { default = [] }
variable "tags" { default = {} }

locals {
  has_bucket = var.create_bucket && !var.is_directory_bucket
  has_policy = local.has_bucket && anytrue([${flags.map((flag) => `var.${flag}`).join(', ')}])
  rules      = try(jsondecode(var.lifecycle_rule), var.lifecycle_rule)
}

resource "aws_s3_bucket" "this" {
  count               = local.has_bucket ? 1 : 0
  bucket              = var.bucket
  bucket_prefix       = var.bucket_prefix
  force_destroy       = var.force_destroy
  object_lock_enabled = var.object_lock_enabled
  tags                = var.tags
}

resource "aws_s3_bucket_logging" "this" {
  count         = local.has_bucket && length(var.logging) > 0 ? 1 : 0
  bucket        = aws_s3_bucket.this[0].id
  target_bucket = var.logging.target_bucket
  target_prefix = try(var.logging.target_prefix, null)
}

resource "aws_s3_bucket_acl" "this" {
  count  = local.has_bucket && (var.acl != null || length(var.grant) > 0) ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  acl    = var.acl == "null" ? null : var.acl
}

resource "aws_s3_bucket_website_configuration" "this" {
  count                    = local.has_bucket && length(var.website) > 0 ? 1 : 0
  bucket                   = aws_s3_bucket.this[0].id
  index_document           = try([{ suffix = var.website.index_document }], null)
  error_document           = try([{ key = var.website.error_document }], null)
  redirect_all_requests_to = try([var.website.redirect_all_requests_to], null)
}

resource "aws_s3_bucket_versioning" "this" {
  count  = local.has_bucket && length(var.versioning) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  versioning_configuration = [{
    status     = try(var.versioning.enabled ? "Enabled" : "Suspended", tobool(var.versioning.status) ? "Enabled" : "Suspended", title(lower(var.versioning.status)))
    mfa_delete = try(tobool(var.versioning.mfa_delete) ? "Enabled" : "Disabled", null)
  }]
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  count  = local.has_bucket && length(var.server_side_encryption_configuration) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  rule = [
    for rule in try(flatten([var.server_side_encryption_configuration.rule]), []) : {
      bucket_key_enabled                      = try(rule.bucket_key_enabled, null)
      apply_server_side_encryption_by_default = try([rule.apply_server_side_encryption_by_default], null)
    }
  ]
}

resource "aws_s3_bucket_cors_configuration" "this" {
  count     = local.has_bucket && length(try(jsondecode(var.cors_rule), var.cors_rule)) > 0 ? 1 : 0
  bucket    = aws_s3_bucket.this[0].id
  cors_rule = try(jsondecode(var.cors_rule), var.cors_rule)
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count  = local.has_bucket && length(local.rules) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  rule = [
    for rule in local.rules : {
      id                                = try(rule.id, null)
      status                            = try(rule.enabled ? "Enabled" : "Disabled", title(lower(rule.status)), "Enabled")
      expiration                        = try(flatten([rule.expiration]), null)
      transition                        = try(flatten([rule.transition]), null)
      noncurrent_version_expiration     = try(flatten([rule.noncurrent_version_expiration]), null)
      abort_incomplete_multipart_upload = try([{ days_after_initiation = rule.abort_incomplete_multipart_upload_days }], null)
      filter                            = try(flatten([rule.filter]), null)
    }
  ]
}

data "aws_iam_policy_document" "combined" {
  count                   = local.has_policy ? 1 : 0
  source_policy_documents = var.attach_policy ? compact([var.policy]) : []
${[...denials, ...deliveries].join('')}
}

resource "aws_s3_bucket_policy" "this" {
  count  = local.has_policy ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  policy = data.aws_iam_policy_document.combined[0].json
}

resource "aws_s3_bucket_public_access_block" "this" {
  count                   = local.has_bucket && var.attach_public_policy ? 1 : 0
  bucket                  = aws_s3_bucket.this[0].id
  block_public_acls       = var.block_public_acls
  block_public_policy     = var.block_public_policy
  ignore_public_acls      = var.ignore_public_acls
  restrict_public_buckets = var.restrict_public_buckets
}

resource "aws_s3_bucket_ownership_controls" "this" {
  count  = local.has_bucket && var.control_object_ownership ? 1 : 0
  bucket = aws_s3_bucket.this[0].id
  rule   = [{ object_ownership = var.object_ownership }]
}

output "s3_bucket_id" { value = try(aws_s3_bucket.this[0].id, "") }
output "s3_bucket_arn" { value = try(aws_s3_bucket.this[0].arn, "") }
output "s3_bucket_bucket_domain_name" { value = try(aws_s3_bucket.this[0].bucket_domain_name, "") }
output "s3_bucket_bucket_regional_domain_name" { value = try(aws_s3_bucket.this[0].bucket_regional_domain_name, "") }
output "s3_bucket_hosted_zone_id" { value = try(aws_s3_bucket.this[0].hosted_zone_id, "") }
output "s3_bucket_region" { value = try(aws_s3_bucket.this[0].region, "") }
output "s3_bucket_website_endpoint" { value = try(aws_s3_bucket_website_configuration.this[0].website_endpoint, "") }
output "s3_bucket_website_domain" { value = try(aws_s3_bucket_website_configuration.this[0].website_domain, "") }
output "s3_bucket_policy" { value = try(aws_s3_bucket_policy.this[0].policy, "") }
`;
