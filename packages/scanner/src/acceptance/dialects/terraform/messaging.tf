#### queue-without-redrive
resource "aws_sqs_queue" "orders" { # here
  name = "orders"
}
«|resource "aws_sqs_queue_redrive_policy" "orders" {
  queue_url      = aws_sqs_queue.orders.id
  redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:eu-west-1:111122223333:failed", maxReceiveCount = 5 })
}»
resource "aws_lambda_function" "ship_order" {
  function_name = "ship-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
resource "aws_lambda_event_source_mapping" "orders_to_ship" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.ship_order.arn
}

#### rule-accepts-any-source
resource "aws_lambda_function" "ship_order" {
  function_name = "ship-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
resource "aws_cloudwatch_event_rule" "order_placed" {
  event_pattern = jsonencode({ # here
«|    source        = ["shop.orders"]»
    "detail-type" = ["order placed"]
  })
}
resource "aws_cloudwatch_event_target" "ship" {
  rule = aws_cloudwatch_event_rule.order_placed.name
  arn  = aws_lambda_function.ship_order.arn
}

#### rule-target-without-failure-queue
resource "aws_cloudwatch_event_rule" "order_placed" {
  event_pattern = jsonencode({ source = ["orders"] })
}
resource "aws_cloudwatch_event_target" "ship" { # here
  rule = aws_cloudwatch_event_rule.order_placed.name
  arn  = "arn:aws:lambda:eu-west-1:111122223333:function:ship-order"
«|  dead_letter_config {
    arn = "arn:aws:sqs:eu-west-1:111122223333:unshipped"
  }»
}

#### state-machine-without-logs
resource "aws_sfn_state_machine" "fulfil_order" { # here
  name       = "fulfil-order"
  type       = "EXPRESS"
  role_arn   = "arn:aws:iam::111122223333:role/fulfilment"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
«|  logging_configuration {
    level           = "ERROR"
    log_destination = "arn:aws:logs:eu-west-1:111122223333:log-group:fulfilment:*"
  }»
}

#### state-machine-without-tracing
resource "aws_sfn_state_machine" "fulfil_order" {
  name       = "fulfil-order"
  role_arn   = "arn:aws:iam::111122223333:role/fulfilment"
  definition = <<-JSON
    {"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}
  JSON
  tracing_configuration {
    enabled = «false|true» # here
  }
}

#### subscription-over-http
resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sns_topic_subscription" "to_partner" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "http«|s»" # here
  endpoint  = "http«|s»://partner.example.com/orders"
}

#### subscription-without-redrive
resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sns_topic_subscription" "to_partner" { # here
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "https"
  endpoint  = "https://partner.example.com/orders"
«|  redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:eu-west-1:111122223333:missed-orders" })»
}

#### event-endpoint-without-replication
resource "aws_cloudwatch_event_endpoint" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/replicate-orders"
  event_bus {
    event_bus_arn = "arn:aws:events:eu-west-1:123456789012:event-bus/orders"
  }
  event_bus {
    event_bus_arn = "arn:aws:events:eu-central-1:123456789012:event-bus/orders"
  }
  replication_config {
    state = "«DISABLED|ENABLED»" # here
  }
  routing_config {
    failover_config {
      primary {
        health_check = "arn:aws:route53:::healthcheck/orders"
      }
      secondary {
        route = "eu-central-1"
      }
    }
  }
}

#### stream-retention-short
resource "aws_kinesis_stream" "clicks" {
  name             = "clicks"
  shard_count      = 1
  retention_period = «24|168» # here
}

#### state-machine-without-own-key
resource "aws_sfn_state_machine" "checkout" { # here
  name       = "checkout"
  role_arn   = "arn:aws:iam::123456789012:role/checkout"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
«|  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab"
  }»
}

#### schedule-without-own-key
resource "aws_scheduler_schedule" "nightly" { # here
  name                = "nightly"
  schedule_expression = "rate(1 day)"
«|  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab"»
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:lambda:eu-west-1:123456789012:function:close-the-day"
    role_arn = "arn:aws:iam::123456789012:role/schedules"
  }
}
