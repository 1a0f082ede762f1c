#### function-without-alarm
resource "aws_lambda_function" "place_order" { # here
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
«|resource "aws_cloudwatch_metric_alarm" "order_errors" {
  alarm_name          = "order-errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    FunctionName = aws_lambda_function.place_order.function_name
  }
}»

#### log-format-unstructured
resource "aws_lambda_function" "place_order" { # here
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
«|  logging_config {
    log_format = "JSON"
  }»
}

#### log-group-without-own-key
resource "aws_cloudwatch_log_group" "orders" { # here
  name = "/aws/lambda/place-order"
«|  kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"»
}

#### log-group-without-retention
resource "aws_cloudwatch_log_group" "orders" { # here
  name              = "/aws/lambda/place-order"
  retention_in_days = «0|30»
}

#### role-cannot-write-logs
resource "aws_iam_role" "orders" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "orders" {
  role = aws_iam_role.orders.name
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "dynamodb:PutItem", Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" }]
  })
}
«|resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}»
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = aws_iam_role.orders.arn # here
}

#### tracing-off
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
  tracing_config {
    mode = "«PassThrough|Active»" # here
  }
}

#### logs-kept-under-a-year
resource "aws_cloudwatch_log_group" "orders" {
  retention_in_days = «30|365» # here
}

#### trail-without-data-events
resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-of-the-shop"
  event_selector { # here
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
«|    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }»
  }
}
