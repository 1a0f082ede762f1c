#### allow-with-not-principal
resource "aws_sns_topic" "parcels" {
  name = "parcels"
}
resource "aws_sns_topic_policy" "parcels" {
  arn = aws_sns_topic.parcels.arn
  policy = jsonencode({
    Statement = [{
      Effect       = "Allow"
      «Not|»Principal = { AWS = "arn:aws:iam::123456789012:role/carrier" } # here
      Action       = "sns:Publish"
      Resource     = aws_sns_topic.parcels.arn
    }]
  })
}

#### bucket-public-access-block-off
resource "aws_s3_bucket" "receipts" {
  bucket = "receipts"
}
resource "aws_s3_bucket_public_access_block" "receipts" {
  bucket                  = aws_s3_bucket.receipts.id
  block_public_acls       = true
  block_public_policy     = «false|true» # here
  ignore_public_acls      = true
  restrict_public_buckets = «false|true»
}

#### bucket-without-versioning
resource "aws_s3_bucket" "invoices" {
  bucket = "invoices"
}
resource "aws_s3_bucket_versioning" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  versioning_configuration {
    status = "«Suspended|Enabled»" # here
  }
}

#### data-without-customer-key
resource "aws_s3_bucket" "invoices" { # here
  bucket = "invoices"
}
«|resource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab"
    }
  }
}»

#### data-without-tls-policy
resource "aws_s3_bucket" "invoices" { # here
  bucket = "invoices"
}
«|data "aws_iam_policy_document" "tls" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["${aws_s3_bucket.invoices.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
resource "aws_s3_bucket_policy" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  policy = data.aws_iam_policy_document.tls.json
}»

#### data-without-transport-encryption
resource "aws_elasticache_replication_group" "sessions" { # here
  replication_group_id = "sessions"
  description          = "sessions"
  engine               = "redis"
«|  transit_encryption_enabled = true»
}

#### identity-pool-unauthenticated
resource "aws_cognito_identity_pool" "visitors" {
  identity_pool_name               = "visitors"
  allow_unauthenticated_identities = «true|false» # here
}

#### key-without-rotation
data "aws_caller_identity" "current" {
}
resource "aws_kms_key" "invoices" {
  enable_key_rotation = «false|true» # here
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }, Action = "kms:*", Resource = "*" }]
  })
}

#### open-key-policy
data "aws_caller_identity" "current" {
}
resource "aws_kms_key" "invoices" {
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = «"*"|"arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"» } # here
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

#### open-log-policy
data "aws_iam_policy_document" "events" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["*"]
    principals {
      type        = "«*|Service»"
      identifiers = ["«*|events.amazonaws.com»"] # here
    }
  }
}
resource "aws_cloudwatch_log_resource_policy" "events_may_log" {
  policy_name     = "events-may-log"
  policy_document = data.aws_iam_policy_document.events.json
}

#### open-queue-policy
resource "aws_sqs_queue" "orders" {
  name = "orders"
}
resource "aws_sns_topic" "order_placed" {
  name = "order-placed"
}
resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.url
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # here
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
«|      Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.order_placed.arn } }»
    }]
  })
}

#### open-repository-policy
resource "aws_ecr_repository" "shop" {
  name = "shop"
}
resource "aws_ecr_repository_policy" "shop" {
  repository = aws_ecr_repository.shop.name
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = «"*"|{ Service = "lambda.amazonaws.com" }» # here
      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:PutImage"]
    }]
  })
}

#### open-search-domain
resource "aws_opensearch_domain" "products" {
  domain_name = "products"
}
resource "aws_opensearch_domain_policy" "products" {
  domain_name = aws_opensearch_domain.products.domain_name
  access_policies = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "«*|arn:aws:iam::123456789012:role/search»" } # here
      Action    = "es:*"
      Resource  = "*"
    }]
  })
}

#### open-secret-policy
resource "aws_secretsmanager_secret" "payment" {
  name = "payment"
}
resource "aws_secretsmanager_secret_policy" "payment" {
  secret_arn = aws_secretsmanager_secret.payment.arn
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = «"*"|{ AWS = "arn:aws:iam::123456789012:role/payments" }» # here
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}

#### open-table-policy
resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
}
resource "aws_dynamodb_resource_policy" "orders" {
  resource_arn = aws_dynamodb_table.orders.arn
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = «"*"|{ AWS = "arn:aws:iam::123456789012:role/reports" }» # here
      Action    = "dynamodb:GetItem"
      Resource  = "*"
    }]
  })
}

#### open-topic-policy
data "aws_caller_identity" "current" {
}
resource "aws_sns_topic" "photo_uploaded" {
  name = "photo-uploaded"
}
data "aws_iam_policy_document" "topic" {
  statement {
    actions   = ["sns:Publish", "sns:Subscribe"]
    resources = [aws_sns_topic.photo_uploaded.arn]
    principals { # here
      type        = "AWS"
      identifiers = ["*"]
    }
«|    condition {
      test     = "StringEquals"
      variable = "aws:SourceOwner"
      values   = [data.aws_caller_identity.current.account_id]
    }»
  }
}
resource "aws_sns_topic_policy" "photo_uploaded" {
  arn    = aws_sns_topic.photo_uploaded.arn
  policy = data.aws_iam_policy_document.topic.json
}

#### policy-allows-all-actions
resource "aws_sqs_queue" "parcels" {
  name = "parcels"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/carrier" }
      Action    = "sqs:«*|SendMessage»" # here
      Resource  = "*"
    }]
  })
}

#### public-bucket
resource "aws_s3_bucket" "invoices" {
  bucket = "invoices"
}
resource "aws_s3_bucket_public_access_block" "invoices" {
  bucket                  = aws_s3_bucket.invoices.id
  block_public_acls       = «false|true»
  block_public_policy     = «false|true»
  ignore_public_acls      = «false|true»
  restrict_public_buckets = «false|true»
}
resource "aws_s3_bucket_policy" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # here
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.invoices.arn}/*"
    }]
  })
}

#### public-database
resource "aws_db_instance" "shop" {
  engine                      = "postgres"
  storage_encrypted           = true
  manage_master_user_password = true
  username                    = "shop"
  publicly_accessible         = «true|false» # here
}

#### public-event-bus
resource "aws_cloudwatch_event_bus" "shop" {
  name = "shop"
}
resource "aws_cloudwatch_event_permission" "partners" {
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  statement_id   = "partners"
  principal      = "*" # here
«|  condition {
    key   = "aws:PrincipalOrgID"
    type  = "StringEquals"
    value = "o-a1b2c3d4e5"
  }»
}

#### resource-policy-without-source
data "aws_caller_identity" "current" {
}
resource "aws_sqs_queue" "uploads" {
  name = "uploads"
}
resource "aws_sqs_queue_policy" "uploads" {
  queue_url = aws_sqs_queue.uploads.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "s3.amazonaws.com" } # here
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.uploads.arn
«|      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }»
    }]
  })
}

#### table-without-recovery
resource "aws_dynamodb_table" "orders" { # here
  name     = "orders"
  hash_key = "id"
«|  point_in_time_recovery {
    enabled = true
  }»
}

#### unencrypted-cache
resource "aws_elasticache_replication_group" "sessions" { # here
  replication_group_id = "sessions"
  description          = "sessions"
  engine               = "redis"
«|  at_rest_encryption_enabled = true»
}

#### unencrypted-database
resource "aws_rds_cluster" "shop" { # here
  engine                      = "aurora-postgresql"
  manage_master_user_password = true
  master_username             = "shop"
«|  storage_encrypted = true»
}

#### unencrypted-delivery-stream
resource "aws_kinesis_firehose_delivery_stream" "clicks" { # here
  name        = "clicks"
  destination = "extended_s3"
  extended_s3_configuration {
    bucket_arn = "arn:aws:s3:::photo-shop-clicks"
    role_arn   = "arn:aws:iam::123456789012:role/click-archive"
  }
«|  server_side_encryption {
    enabled = true
  }»
}

#### unencrypted-queue
resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = «false|true» # here
}

#### unencrypted-stream
resource "aws_kinesis_stream" "clicks" { # here
  name        = "clicks"
  shard_count = 1
«|  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"»
}

#### unencrypted-topic
resource "aws_sns_topic" "order_placed" { # here
  name = "order-placed"
«|  kms_master_key_id = "alias/aws/sns"»
}

#### user-pool-open-sign-up
resource "aws_cognito_user_pool" "staff" {
  name = "staff"
  admin_create_user_config {
    allow_admin_create_user_only = «false|true» # here
  }
}

#### user-pool-weak-password
resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  password_policy {
    minimum_length    = «6|14» # here
    require_lowercase = true
    require_numbers   = true
  }
}

#### user-pool-without-mfa
resource "aws_cognito_user_pool" "customers" {
  name              = "customers"
  mfa_configuration = "«OFF|ON»" # here
  software_token_mfa_configuration {
    enabled = true
  }
}

#### table-without-deletion-protection
resource "aws_dynamodb_table" "orders" {
  name                        = "orders"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = «false|true» # here
}

#### user-pool-without-deletion-protection
resource "aws_cognito_user_pool" "customers" {
  name                = "customers"
  deletion_protection = "«INACTIVE|ACTIVE»" # here
}

#### user-pool-without-threat-protection
resource "aws_cognito_user_pool" "customers" {
  name           = "customers"
  user_pool_tier = "PLUS"
  user_pool_add_ons {
    advanced_security_mode = "«AUDIT|ENFORCED»" # here
  }
}

#### user-pool-client-tells-who-exists
resource "aws_cognito_user_pool" "customers" {
  name = "customers"
}
resource "aws_cognito_user_pool_client" "website" {
  name                          = "website"
  user_pool_id                  = aws_cognito_user_pool.customers.id
  prevent_user_existence_errors = "«LEGACY|ENABLED»" # here
}

#### user-pool-client-tokens-not-revocable
resource "aws_cognito_user_pool" "customers" {
  name = "customers"
}
resource "aws_cognito_user_pool_client" "website" {
  name                    = "website"
  user_pool_id            = aws_cognito_user_pool.customers.id
  enable_token_revocation = «false|true» # here
}

#### bucket-with-acls
resource "aws_s3_bucket" "invoices" {
  bucket = "invoices-of-the-shop"
}
resource "aws_s3_bucket_ownership_controls" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  rule {
    object_ownership = "«ObjectWriter|BucketOwnerEnforced»" # here
  }
}

#### bucket-without-access-log
resource "aws_s3_bucket" "invoices" { # here
  bucket = "invoices-of-the-shop"
}
«|resource "aws_s3_bucket_logging" "invoices" {
  bucket        = aws_s3_bucket.invoices.id
  target_bucket = "logs-of-the-shop"
  target_prefix = "invoices/"
}»

#### bucket-without-lifecycle
resource "aws_s3_bucket" "invoices" { # here
  bucket = "invoices-of-the-shop"
}
«|resource "aws_s3_bucket_lifecycle_configuration" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  rule {
    id     = "ten-years"
    status = "Enabled"
    expiration {
      days = 3650
    }
  }
}»

#### bucket-without-replication
resource "aws_s3_bucket" "invoices" { # here
  bucket = "invoices-of-the-shop"
}
«|resource "aws_s3_bucket_replication_configuration" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  role   = "arn:aws:iam::123456789012:role/copy-invoices"
  rule {
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::invoices-of-the-shop-copy"
    }
  }
}»

#### bucket-without-object-lock
resource "aws_s3_bucket" "invoices" {
  bucket              = "invoices-of-the-shop"
  object_lock_enabled = «false|true» # here
}

#### bucket-without-notifications
resource "aws_s3_bucket" "invoices" { # here
  bucket = "invoices-of-the-shop"
}
«|resource "aws_s3_bucket_notification" "invoices" {
  bucket      = aws_s3_bucket.invoices.id
  eventbridge = true
}»

#### bucket-cors-open
resource "aws_s3_bucket" "invoices" {
  bucket = "invoices-of-the-shop"
}
resource "aws_s3_bucket_cors_configuration" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["«*|https://shop.example.com»"] # here
  }
}

#### bucket-name-with-dots
resource "aws_s3_bucket" "invoices" {
  bucket = "«invoices.shop.example|invoices-of-the-shop»" # here
}

#### key-disabled
resource "aws_kms_key" "ledger" {
  is_enabled          = «false|true» # here
  enable_key_rotation = true
}

#### key-without-policy
resource "aws_kms_key" "ledger" { # here
  enable_key_rotation = true
«|  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "kms:*", Resource = "*" }]
  })»
}

#### key-in-several-regions
resource "aws_kms_key" "ledger" {
  multi_region        = «true|false» # here
  enable_key_rotation = true
}

#### repository-without-scan
resource "aws_ecr_repository" "checkout" {
  name = "checkout"
  image_scanning_configuration {
    scan_on_push = «false|true» # here
  }
}

#### repository-with-mutable-tags
resource "aws_ecr_repository" "checkout" {
  name                 = "checkout"
  image_tag_mutability = "«MUTABLE|IMMUTABLE»" # here
}

#### graphql-cache-unencrypted
resource "aws_appsync_api_cache" "menu" {
  api_id               = "menu"
  api_caching_behavior = "FULL_REQUEST_CACHING"
  type                 = "SMALL"
  ttl                  = 60
  at_rest_encryption_enabled = «false|true» # here
}

#### graphql-cache-without-tls
resource "aws_appsync_api_cache" "menu" {
  api_id               = "menu"
  api_caching_behavior = "FULL_REQUEST_CACHING"
  type                 = "SMALL"
  ttl                  = 60
  transit_encryption_enabled = «false|true» # here
}

#### bucket-policy-locks-everyone-out
resource "aws_s3_bucket_policy" "closed" {
  bucket = "invoices-of-the-shop"
  policy = jsonencode({
    Statement = [{ # here
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::invoices-of-the-shop/*"
«|      Condition = { StringNotLike = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/administrator" } }»
    }]
  })
}

#### bucket-without-policy
resource "aws_s3_bucket" "invoices" { # here
  bucket = "invoices"
}
«|resource "aws_s3_bucket_policy" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::invoices/*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}»

#### public-bucket
resource "aws_s3_bucket_policy" "pages" {
  bucket = "pages-of-another-stack"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = «"*"|{ AWS = "arn:aws:iam::123456789012:role/pages" }» # here
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::pages-of-another-stack/*"
    }]
  })
}

#### public-bucket
resource "aws_s3_bucket_acl" "pages" {
  bucket = "pages-of-another-stack"
  acl    = "«public-read|private»" # here
}

#### policy-allows-all-actions
resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "«sqs:*|sqs:SendMessage»" # here
      Resource  = "arn:aws:sqs:eu-west-1:123456789012:orders"
      Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-west-1:123456789012:orders" } }
    }]
  })
}

#### data-without-customer-key
resource "aws_kinesis_firehose_delivery_stream" "clicks" { # here
  name        = "clicks"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "«AWS_OWNED_CMK|CUSTOMER_MANAGED_CMK»"
«|    key_arn  = "arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab"»
  }
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/clicks"
    bucket_arn = "arn:aws:s3:::clicks"
  }
}

#### data-without-customer-key
resource "aws_dynamodb_table_replica" "orders" { # here
  global_table_arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders"
«|  kms_key_arn      = "arn:aws:kms:eu-central-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab"»
}

#### policy-admits-other-account
resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::«210987654321|123456789012»:root" } # here
      Action    = "sns:Subscribe"
      Resource  = "arn:aws:sns:eu-west-1:123456789012:orders"
    }]
  })
}

#### policy-admits-other-account
resource "aws_schemas_registry_policy" "shop" {
  registry_name = "shop"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "«210987654321|123456789012»" } # here
      Action    = "schemas:DescribeSchema"
      Resource  = "arn:aws:schemas:eu-west-1:123456789012:schema/shop/*"
    }]
  })
}

#### table-without-scaling
resource "aws_dynamodb_table" "orders" { # here
  name     = "orders"
  hash_key = "id"
  read_capacity  = 5
  write_capacity = 5
  attribute {
    name = "id"
    type = "S"
  }
}
«|resource "aws_appautoscaling_target" "orders" {
  resource_id        = "table/${aws_dynamodb_table.orders.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  service_namespace  = "dynamodb"
  min_capacity       = 5
  max_capacity       = 50
}»

#### table-outside-backup-plan
resource "aws_dynamodb_table" "orders" { # here
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
  attribute {
    name = "id"
    type = "S"
  }
}
resource "aws_backup_selection" "daily" {
  name         = "daily"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [«"arn:aws:s3:::photos"|aws_dynamodb_table.orders.arn»]
}

#### user-pool-takes-leaked-passwords
resource "aws_cognito_user_pool" "customers" {
  name           = "customers"
  user_pool_tier = "PLUS"
  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }
}
resource "aws_cognito_risk_configuration" "customers" {
  user_pool_id = aws_cognito_user_pool.customers.id
  compromised_credentials_risk_configuration {
    actions {
      event_action = "«NO_ACTION|BLOCK»" # here
    }
  }
}
