#### asynchronous-invocation-without-failure-destination
resource "aws_lambda_function" "nightly_report" { # here
  function_name = "nightly-report"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/reports"
«|
  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:111122223333:failed-reports"
  }»
}
resource "aws_cloudwatch_event_rule" "every_night" {
  schedule_expression = "cron(0 2 * * ? *)"
}
resource "aws_cloudwatch_event_target" "report" {
  rule = aws_cloudwatch_event_rule.every_night.name
  arn  = aws_lambda_function.nightly_report.arn
}

#### code-not-signed
resource "aws_lambda_function" "place_order" { # here
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
«|  code_signing_config_arn = aws_lambda_code_signing_config.ours.arn»
}
resource "aws_lambda_code_signing_config" "ours" {
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:eu-west-1:111122223333:/signing-profiles/shop/abc"]
  }
  policies {
    untrusted_artifact_on_deployment = "Enforce"
  }
}

#### deprecated-runtime
variable "runtime" {
  default = "«nodejs16.x|nodejs24.x»"
}
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = var.runtime # here
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}

#### environment-without-own-key
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
«|  kms_key_arn = aws_kms_key.shop.arn»
  environment {
    variables = { # here
      CURRENCY = "EUR"
    }
  }
}
resource "aws_kms_key" "shop" {
}

#### event-source-without-failure-destination
resource "aws_kinesis_stream" "orders" {
  name        = "orders"
  shard_count = 1
}
resource "aws_lambda_function" "count_orders" {
  function_name = "count-orders"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
resource "aws_lambda_event_source_mapping" "orders_to_count" { # here
  event_source_arn  = aws_kinesis_stream.orders.arn
  function_name     = aws_lambda_function.count_orders.arn
  starting_position = "LATEST"
«|  maximum_retry_attempts = 3
  destination_config {
    on_failure {
      destination_arn = "arn:aws:sqs:eu-west-1:111122223333:uncounted"
    }
  }»
}

#### function-without-tags
resource "aws_lambda_function" "place_order" { # here
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
«|  tags = {
    owner = "orders-team"
  }»
}

#### function-without-trigger
resource "aws_lambda_function" "export_orders" { # here
  function_name = "export-orders"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
«|resource "aws_scheduler_schedule" "every_night" {
  schedule_expression = "rate(1 day)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = aws_lambda_function.export_orders.arn
    role_arn = "arn:aws:iam::111122223333:role/clock"
  }
}»

#### handler-missing
# file orders/place.mjs export const handler = async () => 'placed';
data "archive_file" "orders" {
  type        = "zip"
  source_dir  = "${path.module}/orders"
  output_path = "${path.module}/build/orders.zip"
}
resource "aws_lambda_function" "place_order" {
  function_name    = "place-order"
  runtime          = "nodejs24.x"
  handler          = "place.«main|handler»" # here
  role             = "arn:aws:iam::111122223333:role/orders"
  filename         = data.archive_file.orders.output_path
  source_code_hash = data.archive_file.orders.output_base64sha256
}

#### layer-from-other-account
data "aws_caller_identity" "current" {
}
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
  layers        = ["arn:aws:lambda:eu-west-1:«999988887777|${data.aws_caller_identity.current.account_id}»:layer:image-tools:3"] # here
}

#### layer-open-to-any-account
resource "aws_lambda_layer_version" "image_tools" {
  layer_name = "image-tools"
  s3_bucket  = "builds"
  s3_key     = "image-tools.zip"
}
resource "aws_lambda_layer_version_permission" "for_others" {
  layer_name     = aws_lambda_layer_version.image_tools.layer_arn
  version_number = aws_lambda_layer_version.image_tools.version
  action         = "lambda:GetLayerVersion"
  statement_id   = "others"
  principal      = "*" # here
«|  organization_id = "o-a1b2c3d4e5"»
}

#### memory-left-at-default
resource "aws_lambda_function" "place_order" { # here
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
«|  memory_size = 256»
}

#### no-concurrency-limit
resource "aws_lambda_function" "place_order" { # here
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
  reserved_concurrent_executions = «-1|10»
}

#### permission-broader-than-invoke
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
resource "aws_lambda_permission" "partner_may_call" {
  function_name = aws_lambda_function.place_order.function_name
  action        = "lambda:«*|InvokeFunction»" # here
  principal     = "444455556666"
}

#### permission-for-any-principal
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
resource "aws_lambda_permission" "orders_may_call" {
  function_name = aws_lambda_function.place_order.function_name
  action        = "lambda:InvokeFunction"
  principal     = "«*|444455556666»" # here
}

#### permission-without-source-condition
resource "aws_lambda_function" "make_thumbnail" {
  function_name = "make-thumbnail"
  runtime       = "python3.14"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/photos"
}
resource "aws_lambda_permission" "photos_may_call" {
  function_name = aws_lambda_function.make_thumbnail.arn
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com" # here
«|  source_arn = "arn:aws:sns:eu-west-1:111122223333:photos"»
}

#### permission-without-trigger
resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_lambda_function" "ship_order" {
  function_name = "ship-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
resource "aws_lambda_permission" "orders_may_call" { # here
  function_name = aws_lambda_function.ship_order.function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.orders.arn
}
«|resource "aws_sns_topic_subscription" "orders_to_ship" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.ship_order.arn
}»

#### queue-visibility-below-timeout
resource "aws_sqs_queue" "orders" {
  name                       = "orders"
  visibility_timeout_seconds = «30|360» # here
}
resource "aws_lambda_function" "ship_order" {
  function_name = "ship-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  timeout       = 60
  role          = "arn:aws:iam::111122223333:role/orders"
}
resource "aws_lambda_event_source_mapping" "orders_to_ship" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.ship_order.arn
}

#### recursive-trigger-loop
resource "aws_kinesis_stream" "orders" {
  name = "orders"
}
resource "aws_kinesis_stream" "enriched" {
  name = "enriched"
}
resource "aws_iam_role" "enrich" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "write" {
  role = aws_iam_role.enrich.id
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "kinesis:PutRecord"
      Resource = aws_kinesis_stream.«orders|enriched».arn
    }]
  })
}
resource "aws_lambda_function" "enrich_order" {
  function_name = "enrich-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = aws_iam_role.enrich.arn
}
resource "aws_lambda_event_source_mapping" "orders_to_enrich" {
  event_source_arn  = aws_kinesis_stream.orders.arn # here
  function_name     = aws_lambda_function.enrich_order.arn
  starting_position = "LATEST"
}

#### timeout-above-caller
resource "aws_lambda_function" "greet_customer" {
  function_name = "greet-customer"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  timeout       = «60|5» # here
  role          = "arn:aws:iam::111122223333:role/customers"
}
resource "aws_cognito_user_pool" "customers" {
  name = "customers"
  lambda_config {
    pre_sign_up = aws_lambda_function.greet_customer.arn
  }
}

#### timeout-left-at-default
resource "aws_lambda_function" "place_order" { # here
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
«|  timeout = 10»
}

#### timeout-near-maximum
resource "aws_lambda_function" "resize_photo" {
  function_name = "resize-photo"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  timeout       = «15 * 60|20» # here
  role          = "arn:aws:iam::111122223333:role/photos"
}

#### public-entry-without-spending-limit
resource "aws_lambda_function" "resize_photo" {
  function_name = "resize-photo"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/resize-photo"
  timeout       = 30
  memory_size   = 3008 # here
«|  reserved_concurrent_executions = 2»
}
resource "aws_lambda_function_url" "resize_photo" {
  function_name      = aws_lambda_function.resize_photo.function_name
  authorization_type = "NONE"
}

#### asynchronous-invocation-without-failure-destination
resource "aws_iam_role" "reports" {
  name = "reports"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_lambda_function" "nightly_report" { # here
  function_name = "nightly-report"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = aws_iam_role.reports.arn
«|
  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:111122223333:failed-reports"
  }»
}
resource "aws_cloudwatch_event_rule" "every_night" {
  schedule_expression = "cron(0 2 * * ? *)"
}
resource "aws_cloudwatch_event_target" "report" {
  rule = aws_cloudwatch_event_rule.every_night.name
  arn  = aws_lambda_function.nightly_report.arn
}

#### fan-out-without-limit
resource "aws_sns_topic" "uploads" { # here
  name = "uploads"
}
resource "aws_iam_role" "take_upload" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "take_upload" {
  role = aws_iam_role.take_upload.name
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = aws_sns_topic.uploads.arn }]
  })
}
resource "aws_lambda_function" "take_upload" {
  function_name = "take-upload"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = aws_iam_role.take_upload.arn
}
resource "aws_lambda_function_url" "take_upload" {
  function_name      = aws_lambda_function.take_upload.function_name
  authorization_type = "NONE"
}
resource "aws_lambda_function" "work" {
  for_each      = toset(["thumbnails", "texts"])
  function_name = each.key
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/work"
«|  reserved_concurrent_executions = 5»
}
resource "aws_sns_topic_subscription" "work" {
  for_each  = aws_lambda_function.work
  topic_arn = aws_sns_topic.uploads.arn
  protocol  = "lambda"
  endpoint  = each.value.arn
}
resource "aws_lambda_permission" "work" {
  for_each      = aws_lambda_function.work
  action        = "lambda:InvokeFunction"
  function_name = each.value.function_name
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.uploads.arn
}
