#### api-cache-unencrypted
resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "prod" {
  rest_api_id           = aws_api_gateway_rest_api.orders.id
  stage_name            = "prod"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
}
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = aws_api_gateway_stage.prod.stage_name
  method_path = "*/*"
  settings {
    caching_enabled      = true
    cache_data_encrypted = «false|true» # here
  }
}

#### api-cors-open
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
resource "aws_lambda_function_url" "place_order" {
  function_name      = aws_lambda_function.place_order.function_name
  authorization_type = "NONE"
  cors {
    allow_credentials = true
    allow_origins     = ["«*|https://shop.example.com»"] # here
  }
}

#### api-data-trace-logs-bodies
resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "prod" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = "prod"
}
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = "prod"
  method_path = "*/*"
  settings {
    logging_level      = "INFO"
    data_trace_enabled = «true|false» # here
  }
}

#### api-endpoint-public
resource "aws_api_gateway_rest_api" "ledger" {
  name = "ledger"
  endpoint_configuration {
    types = ["«REGIONAL|PRIVATE»"] # here
  }
}

#### api-key-as-only-authentication
resource "aws_appsync_graphql_api" "photos" {
  name                = "photos"
  authentication_type = "«API_KEY|AWS_IAM»" # here
  schema              = <<-GRAPHQL
    type Query { photo(id: ID!): String }
    type Mutation { removePhoto(id: ID!): String }
  GRAPHQL
}
resource "aws_lambda_function" "remove_photo" {
  function_name = "remove-photo"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/remove-photo"
}
resource "aws_appsync_datasource" "photos" {
  api_id           = aws_appsync_graphql_api.photos.id
  name             = "photos"
  type             = "AWS_LAMBDA"
  service_role_arn = "arn:aws:iam::111122223333:role/photo-api"
  lambda_config {
    function_arn = aws_lambda_function.remove_photo.arn
  }
}
resource "aws_appsync_resolver" "remove_photo" {
  api_id      = aws_appsync_graphql_api.photos.id
  type        = "Mutation"
  field       = "removePhoto"
  data_source = aws_appsync_datasource.photos.name
}

#### api-without-access-log
resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}
resource "aws_cloudwatch_log_group" "access" {
  retention_in_days = 90
}
resource "aws_apigatewayv2_stage" "orders" { # here
  api_id      = aws_apigatewayv2_api.orders.id
  name        = "$default"
  auto_deploy = true
«|  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.sourceIp $context.routeKey $context.status"
  }»
}

#### api-without-cache
resource "aws_api_gateway_rest_api" "catalogue" {
  name = "catalogue"
}
resource "aws_api_gateway_stage" "prod" {
  rest_api_id           = aws_api_gateway_rest_api.catalogue.id
  deployment_id         = "a1b2c3"
  stage_name            = "prod"
  cache_cluster_enabled = «false|true» # here
}

#### api-without-client-certificate
resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_client_certificate" "gateway" {
}
resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  parent_id   = aws_api_gateway_rest_api.orders.root_resource_id
  path_part   = "orders"
}
resource "aws_api_gateway_method" "list" {
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = "GET"
  authorization = "AWS_IAM"
}
resource "aws_api_gateway_integration" "list" {
  rest_api_id             = aws_api_gateway_rest_api.orders.id
  resource_id             = aws_api_gateway_resource.orders.id
  http_method             = aws_api_gateway_method.list.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "GET"
  uri                     = "https://backend.example.com/orders"
}
resource "aws_api_gateway_stage" "prod" { # here
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "a1b2c3"
  stage_name    = "prod"
«|  client_certificate_id = aws_api_gateway_client_certificate.gateway.id»
}

#### api-without-compression
resource "aws_api_gateway_rest_api" "catalogue" {
  name                     = "catalogue"
  minimum_compression_size = «20971520|1024» # here
}

#### api-without-execution-log
resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "prod" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = "prod"
}
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = aws_api_gateway_stage.prod.stage_name
  method_path = "*/*"
  settings {
    logging_level = "«OFF|ERROR»" # here
  }
}

#### api-without-firewall
resource "aws_appsync_graphql_api" "photos" { # here
  name                = "photos"
  authentication_type = "AWS_IAM"
}
resource "aws_wafv2_web_acl" "photos" {
  name  = "photos"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}
«|resource "aws_wafv2_web_acl_association" "photos" {
  resource_arn = aws_appsync_graphql_api.photos.arn
  web_acl_arn  = aws_wafv2_web_acl.photos.arn
}»

#### api-without-throttling
resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_stage" "orders" { # here
  api_id      = aws_apigatewayv2_api.orders.id
  name        = "$default"
  auto_deploy = true
«|  default_route_settings {
    throttling_rate_limit  = 50
    throttling_burst_limit = 100
  }»
}

#### api-without-tracing
resource "aws_appsync_graphql_api" "photos" {
  name                = "photos"
  authentication_type = "AWS_IAM"
  xray_enabled        = «false|true» # here
}

#### authorizer-bypassed-by-route
resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}
resource "aws_lambda_function" "manage_orders" {
  function_name = "manage-orders"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/manage-orders"
}
resource "aws_apigatewayv2_integration" "orders" {
  api_id                 = aws_apigatewayv2_api.orders.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.manage_orders.invoke_arn
  payload_format_version = "2.0"
}
resource "aws_apigatewayv2_route" "delete" {
  api_id             = aws_apigatewayv2_api.orders.id
  route_key          = "DELETE /orders/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.orders.id}"
}
resource "aws_apigatewayv2_route" "rest" {
  api_id             = aws_apigatewayv2_api.orders.id
  route_key          = "$default"
  authorization_type = "«NONE|AWS_IAM»" # here
  target             = "integrations/${aws_apigatewayv2_integration.orders.id}"
}

#### authorizer-cache-without-identity
resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_lambda_function" "authorize" {
  function_name = "authorize"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/authorize"
}
resource "aws_api_gateway_authorizer" "tenant" {
  name            = "tenant"
  rest_api_id     = aws_api_gateway_rest_api.orders.id
  type            = "REQUEST"
  identity_source = "«method.request.path.tenant|method.request.header.Authorization»" # here
  authorizer_uri  = aws_lambda_function.authorize.invoke_arn
}

#### default-endpoint-beside-protected-domain
resource "aws_apigatewayv2_api" "orders" {
  name                         = "orders"
  protocol_type                = "HTTP"
  disable_execute_api_endpoint = «false|true» # here
}
resource "aws_apigatewayv2_domain_name" "orders" {
  domain_name = "orders.example.com"
  domain_name_configuration {
    certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/orders"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
  mutual_tls_authentication {
    truststore_uri = "s3://order-partners/truststore.pem"
  }
}
resource "aws_apigatewayv2_api_mapping" "orders" {
  api_id      = aws_apigatewayv2_api.orders.id
  domain_name = aws_apigatewayv2_domain_name.orders.id
  stage       = "$default"
}

#### distribution-plain-http
resource "aws_cloudfront_distribution" "shop" {
  enabled = true
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "«allow-all|redirect-to-https»" # here
  }
}

#### domain-old-tls
resource "aws_api_gateway_domain_name" "orders" {
  domain_name              = "orders.example.com"
  regional_certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/orders"
  security_policy          = "TLS_1_«0|2»" # here
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

#### function-url-without-auth
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
}
resource "aws_lambda_function_url" "place_order" {
  function_name      = aws_lambda_function.place_order.function_name
  authorization_type = "«NONE|AWS_IAM»" # here
}

#### graphql-api-without-logging
resource "aws_appsync_graphql_api" "photos" { # here
  name                = "photos"
  authentication_type = "AWS_IAM"
«|  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/photo-api-log"
    field_log_level          = "ERROR"
  }»
}

#### integration-timeout-shorter-than-function
resource "aws_lambda_function" "render_invoice" {
  function_name = "render-invoice"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  timeout       = «300|20» # here
  role          = "arn:aws:iam::111122223333:role/invoices"
}
resource "aws_apigatewayv2_api" "invoices" {
  name          = "invoices"
  protocol_type = "HTTP"
  target        = aws_lambda_function.render_invoice.arn
}

#### listener-plain-http
resource "aws_lambda_function" "shop" {
  function_name = "shop"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/shop"
}
resource "aws_lb" "shop" {
  subnets = ["subnet-0aaa1111bbbb22222", "subnet-0cccc3333dddd4444"]
}
resource "aws_lb_target_group" "shop" {
  target_type = "lambda"
}
resource "aws_lb_target_group_attachment" "shop" {
  target_group_arn = aws_lb_target_group.shop.arn
  target_id        = aws_lambda_function.shop.arn
}
resource "aws_lb_listener" "shop" {
  load_balancer_arn = aws_lb.shop.arn
  port              = 80
  protocol          = "HTTP" # here
  default_action {
    «type             = "forward"
    target_group_arn = aws_lb_target_group.shop.arn|type = "redirect"
    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }»
  }
}

#### open-sign-up-reaches-route
resource "aws_cognito_user_pool" "staff" {
  name = "staff"
  admin_create_user_config {
    allow_admin_create_user_only = «false|true»
  }
}
resource "aws_api_gateway_rest_api" "stock" {
  name = "stock"
}
resource "aws_api_gateway_authorizer" "staff" {
  name          = "staff"
  rest_api_id   = aws_api_gateway_rest_api.stock.id
  type          = "COGNITO_USER_POOLS"
  provider_arns = [aws_cognito_user_pool.staff.arn]
}
resource "aws_api_gateway_resource" "stock" {
  rest_api_id = aws_api_gateway_rest_api.stock.id
  parent_id   = aws_api_gateway_rest_api.stock.root_resource_id
  path_part   = "stock"
}
resource "aws_api_gateway_method" "change" {
  rest_api_id   = aws_api_gateway_rest_api.stock.id
  resource_id   = aws_api_gateway_resource.stock.id
  http_method   = "PUT"
  authorization = "COGNITO_USER_POOLS" # here
  authorizer_id = aws_api_gateway_authorizer.staff.id
}
resource "aws_lambda_function" "stock" {
  function_name = "stock"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/change-stock"
}
resource "aws_api_gateway_integration" "change" {
  rest_api_id             = aws_api_gateway_rest_api.stock.id
  resource_id             = aws_api_gateway_resource.stock.id
  http_method             = aws_api_gateway_method.change.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.stock.invoke_arn
}

#### rest-policy-open
resource "aws_api_gateway_rest_api" "ledger" {
  name = "ledger"
}
resource "aws_api_gateway_rest_api_policy" "ledger" {
  rest_api_id = aws_api_gateway_rest_api.ledger.id
  policy = jsonencode({
    Statement = [{ # here
      Effect    = "Allow"
      Principal = «"*"|{ AWS = "arn:aws:iam::444455556666:root" }»
      Action    = "execute-api:Invoke"
      Resource  = "${aws_api_gateway_rest_api.ledger.execution_arn}/*"
    }]
  })
}
resource "aws_api_gateway_resource" "entries" {
  rest_api_id = aws_api_gateway_rest_api.ledger.id
  parent_id   = aws_api_gateway_rest_api.ledger.root_resource_id
  path_part   = "entries"
}
resource "aws_api_gateway_method" "add" {
  rest_api_id   = aws_api_gateway_rest_api.ledger.id
  resource_id   = aws_api_gateway_resource.entries.id
  http_method   = "POST"
  authorization = "AWS_IAM"
}
resource "aws_lambda_function" "add" {
  function_name = "add"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/add-entry"
}
resource "aws_api_gateway_integration" "add" {
  rest_api_id             = aws_api_gateway_rest_api.ledger.id
  resource_id             = aws_api_gateway_resource.entries.id
  http_method             = aws_api_gateway_method.add.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.add.invoke_arn
}

#### route-without-authorization
resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}
resource "aws_iam_role" "orders" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
}
resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "dynamodb:PutItem", Resource = aws_dynamodb_table.orders.arn }] })
}
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = aws_iam_role.orders.arn
}
resource "aws_apigatewayv2_integration" "orders" {
  api_id           = aws_apigatewayv2_api.orders.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.place_order.invoke_arn
}
resource "aws_apigatewayv2_route" "place" { # here
  api_id    = aws_apigatewayv2_api.orders.id
  route_key = "POST /orders"
  target    = "integrations/${aws_apigatewayv2_integration.orders.id}"
«|  authorization_type = "AWS_IAM"»
}

#### route-without-request-validation
resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_model" "order" {
  rest_api_id  = aws_api_gateway_rest_api.orders.id
  name         = "order"
  content_type = "application/json"
  schema       = jsonencode({ type = "object" })
}
resource "aws_api_gateway_request_validator" "body" {
  name                  = "body"
  rest_api_id           = aws_api_gateway_rest_api.orders.id
  validate_request_body = true
}
resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  parent_id   = aws_api_gateway_rest_api.orders.root_resource_id
  path_part   = "orders"
}
resource "aws_api_gateway_method" "place" {
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = "POST"
  authorization = "AWS_IAM" # here
«|  request_validator_id = aws_api_gateway_request_validator.body.id
  request_models       = { "application/json" = aws_api_gateway_model.order.name }»
}
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/place-order"
}
resource "aws_api_gateway_integration" "place" {
  rest_api_id             = aws_api_gateway_rest_api.orders.id
  resource_id             = aws_api_gateway_resource.orders.id
  http_method             = aws_api_gateway_method.place.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.place_order.invoke_arn
}

#### second-way-around-authorizer
resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/place-order"
}
resource "aws_apigatewayv2_integration" "orders" {
  api_id           = aws_apigatewayv2_api.orders.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.place_order.invoke_arn
}
resource "aws_apigatewayv2_route" "place" {
  api_id             = aws_apigatewayv2_api.orders.id
  route_key          = "POST /orders"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.orders.id}"
}
resource "aws_lambda_function_url" "place_order" {
  function_name      = aws_lambda_function.place_order.function_name # here
  authorization_type = "«NONE|AWS_IAM»"
}

#### websocket-checks-only-connect
resource "aws_apigatewayv2_api" "chat" {
  name                       = "order-chat"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}
resource "aws_lambda_function" "chat" {
  function_name = "chat"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/chat"
}
resource "aws_apigatewayv2_integration" "chat" {
  api_id           = aws_apigatewayv2_api.chat.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.chat.invoke_arn
}
resource "aws_apigatewayv2_route" "connect" {
  api_id             = aws_apigatewayv2_api.chat.id
  route_key          = "$connect"
  authorization_type = "AWS_IAM" # here
  target             = "integrations/${aws_apigatewayv2_integration.chat.id}"
}
resource "aws_apigatewayv2_route" "message" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "«sendMessage|$disconnect»"
  target    = "integrations/${aws_apigatewayv2_integration.chat.id}"
}

#### graphql-api-without-tracing
resource "aws_appsync_graphql_api" "menu" {
  name                = "menu"
  authentication_type = "AWS_IAM"
  xray_enabled        = «false|true» # here
}

#### distribution-without-log
resource "aws_cloudfront_distribution" "shop" { # here
  enabled = true
«|  logging_config {
    bucket = "logs-of-the-shop.s3.amazonaws.com"
  }»
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]

  }
}

#### distribution-without-log
resource "aws_cloudfront_distribution" "shop" { # here
  enabled = true
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]

  }
}
«|resource "aws_cloudwatch_log_delivery_source" "shop" {
  name         = "shop"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.shop.arn
}»

#### distribution-without-root-object
resource "aws_cloudfront_distribution" "shop" { # here
  enabled = true
«|  default_root_object = "index.html"»
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]

  }
}

#### distribution-without-geo-restriction
resource "aws_cloudfront_distribution" "shop" {
  enabled = true
  restrictions {
    geo_restriction {
      restriction_type = "«none|whitelist»" # here
      locations        = [«|"DE"»]
    }
  }
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]

  }
}

#### distribution-on-shared-domain
resource "aws_cloudfront_distribution" "shop" { # here
  enabled = true
«|  aliases = ["shop.example.com"]
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/shop"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }»
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]

  }
}

#### distribution-without-security-headers
resource "aws_cloudfront_distribution" "shop" { # here
  enabled = true
  comment = "shop"
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
«|    response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03"»
  }
}

#### web-acl-without-rules
resource "aws_wafv2_web_acl" "front" { # here
  name  = "front"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
«|  rule {
    name     = "limit"
    priority = 0
    action {
      block {}
    }
    statement {
      rate_based_statement {
        aggregate_key_type = "IP"
        limit              = 2000
      }
    }
  }»
}

#### web-acl-without-log4j-rules
resource "aws_wafv2_web_acl" "front" { # here
  name  = "front"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "managed"
    priority = 0
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name        = "AWSManagedRules«SQLi|KnownBadInputs»RuleSet"
      }
    }
  }
}

#### web-acl-without-log
resource "aws_wafv2_web_acl" "front" { # here
  name  = "front"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}
«|resource "aws_wafv2_web_acl_logging_configuration" "front" {
  resource_arn            = aws_wafv2_web_acl.front.arn
  log_destination_configs = ["arn:aws:logs:eu-west-1:123456789012:log-group:aws-waf-logs-front"]
}»

#### api-log-unstructured
resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_stage" "prod" {
  api_id = aws_apigatewayv2_api.orders.id
  name   = "prod"
  access_log_settings {
    destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:orders"
    format          = «"$context.requestId $context.status"|jsonencode({ requestId = "$context.requestId" })» # here
  }
}

#### origin-over-plain-http
resource "aws_cloudfront_distribution" "shop" {
  enabled = true
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "«http-only|https-only»" # here
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }
}

#### origin-bucket-without-access-control
resource "aws_s3_bucket" "pages" {
  bucket = "pages-of-the-shop"
}
resource "aws_cloudfront_distribution" "shop" {
  enabled = true
  origin { # here
    origin_id   = "shop"
    domain_name = aws_s3_bucket.pages.bucket_regional_domain_name
«|    origin_access_control_id = "E1ABCDEF2GHIJK"»
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }
}

#### distribution-without-failover
resource "aws_cloudfront_distribution" "shop" { # here
  enabled = true
«|  origin_group {
    origin_id = "both"
    failover_criteria {
      status_codes = [503]
    }
    member {
      origin_id = "shop"
    }
    member {
      origin_id = "spare"
    }
  }»
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
  }
  origin {
    origin_id   = "spare"
    domain_name = "spare.example.com"
  }
  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }
}

#### web-acl-allows-by-default
resource "aws_wafv2_web_acl" "front" {
  name  = "front"
  scope = "REGIONAL"
  default_action {
    «allow|block» {} # here
  }
}

#### listener-plain-http
resource "aws_lb_listener" "shop" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1a2b"
  protocol          = "HTTP" # here
  port              = 80
  default_action {
    type = "redirect"
    redirect {
      protocol    = "«HTTP|HTTPS»"
      status_code = "HTTP_301"
    }
  }
}

#### method-without-api-key
resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_method" "orders" { # here
  rest_api_id      = aws_api_gateway_rest_api.orders.id
  resource_id      = aws_api_gateway_rest_api.orders.root_resource_id
  http_method      = "GET"
  authorization    = "AWS_IAM"
«|  api_key_required = true»
}

#### domain-without-post-quantum-tls
resource "aws_api_gateway_domain_name" "shop" {
  domain_name              = "api.shop.example"
  regional_certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1b2c3d4e-0000-4000-8000-1234567890ab"
  security_policy          = "«TLS_1_2|SecurityPolicy_TLS13_1_2_PQ_2025_09»" # here
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}
