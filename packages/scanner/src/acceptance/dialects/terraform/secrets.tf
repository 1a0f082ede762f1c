#### secret-in-environment
resource "aws_lambda_function" "charge_card" {
  function_name = "charge-card"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/cards"
  environment {
    variables = {
      «DB_PASSWORD = "pV7qX2mN9rT4wK8"|DB_SECRET_NAME = "shop/database"» # here
    }
  }
}

#### secret-in-stage-variables
resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = "live"
  variables = {
    «partnerToken = "gH4vN7cX9bM2qJ6sD8yP3"|partnerHost = "partner.example.com"» # here
  }
}

#### secret-in-state-machine-definition
resource "aws_sfn_state_machine" "shipping" {
  name     = "shipping"
  role_arn = "arn:aws:iam::123456789012:role/shipping"
  definition = jsonencode({
    StartAt = "Announce"
    States = {
      Announce = {
        Type   = "Pass"
        Result = { «carrierToken = "wE5rY8uI3oP6aS9dF2gK7"|carrier = "north"» } # here
        End    = true
      }
    }
  })
}

#### secret-in-template
data "aws_secretsmanager_secret_version" "shop" {
  secret_id = "shop"
}
resource "aws_rds_cluster" "shop" {
  engine            = "aurora-postgresql"
  storage_encrypted = true
  master_username   = "shop"
  master_password   = «"mC6xV9lZ4jQ7fH3"|data.aws_secretsmanager_secret_version.shop.secret_string» # here
}

#### secret-in-parameter-default
variable "database_password" {
  type      = string
  sensitive = true
«  default = "tR5nB8kQ3zW6hL2" # here|»
}
resource "aws_db_instance" "shop" {
  engine              = "postgres"
  storage_encrypted   = true
  publicly_accessible = false
  username            = "shop"
  password            = var.database_password
}

#### secret-parameter-without-noecho
variable "database_password" { # here
  type = string
«|  sensitive = true»
}
resource "aws_db_instance" "shop" {
  engine              = "postgres"
  storage_encrypted   = true
  publicly_accessible = false
  username            = "shop"
  password            = var.database_password
}

#### secret-shared-by-functions
resource "aws_secretsmanager_secret" "database" { # here
  name = "database"
}
resource "aws_secretsmanager_secret" "refunds" {
  name = "refunds"
}
resource "aws_iam_role" "orders" {
  assume_role_policy = jsonencode({ Statement = [] })
}
resource "aws_iam_role" "refunds" {
  assume_role_policy = jsonencode({ Statement = [] })
}
resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = aws_secretsmanager_secret.database.arn }] })
}
resource "aws_iam_role_policy" "refunds" {
  role   = aws_iam_role.refunds.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = aws_secretsmanager_secret.«database|refunds».arn }] })
}
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = aws_iam_role.orders.arn
}
resource "aws_lambda_function" "refund" {
  function_name = "refund"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = aws_iam_role.refunds.arn
}

#### secret-without-rotation
resource "aws_secretsmanager_secret" "database" { # here
  name = "database"
}
«|resource "aws_secretsmanager_secret_rotation" "database" {
  secret_id           = aws_secretsmanager_secret.database.id
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}»

#### secret-rotated-seldom
resource "aws_secretsmanager_secret_rotation" "orders" {
  secret_id           = "orders-database"
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:123456789012:function:rotate"
  rotation_rules {
    automatically_after_days = «365|30» # here
  }
}

#### event-source-token-in-template
data "aws_secretsmanager_secret_version" "skill" {
  secret_id = "order-by-voice"
}
resource "aws_lambda_permission" "skill" {
  function_name      = "order-by-voice"
  action             = "lambda:InvokeFunction"
  principal          = "alexa-appkit.amazon.com"
  event_source_token = «"amzn1.ask.skill.2f1c"|data.aws_secretsmanager_secret_version.skill.secret_string» # here
}

#### parameter-in-clear-text
resource "aws_ssm_parameter" "database_password" {
  name   = "/shop/database-password"
  type   = "«String|SecureString»" # here
  value  = var.password
  key_id = "arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab"
}
variable "password" {
  sensitive = true
}

#### parameter-in-clear-text
resource "aws_ssm_parameter" "database_password" { # here
  name  = "/shop/database-password"
  type  = "SecureString"
  value = var.password
«|  key_id = "arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab"»
}
variable "password" {
  sensitive = true
}

#### secret-in-template
provider "aws" {
  region     = "eu-west-1"
  access_key = «"AKIAQ3EGRZ5KPL7TWX2M"|var.access_key» # here
}
variable "access_key" {
  sensitive = true
}
resource "aws_sqs_queue" "orders" {
  name = "orders"
}
