#### access-key-in-template
resource "aws_iam_user" "mailer" {
  name = "mailer"
}
«resource "aws_iam_access_key" "mailer" { # here
  user = aws_iam_user.mailer.name
}|»

#### allow-with-not-action
data "aws_iam_policy_document" "support" {
  statement {
    «not_actions = ["iam:*"] # here
    resources   = ["*"]|actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::tickets/*"]»
  }
}
resource "aws_iam_policy" "support" {
  policy = data.aws_iam_policy_document.support.json
}

#### cross-account-trust-without-condition
resource "aws_iam_role" "partner" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" } # here
      Action    = "sts:AssumeRole"
«|      Condition = { StringEquals = { "sts:ExternalId" = "photo-shop-7731" } }»
    }]
  })
}

#### elevated-managed-policy
resource "aws_iam_role" "resize" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy_attachment" "resize" {
  role       = aws_iam_role.resize.name
  policy_arn = "arn:aws:iam::aws:policy/«AmazonS3FullAccess|service-role/AWSLambdaBasicExecutionRole»" # here
}

#### function-may-change-itself
resource "aws_iam_role" "release_notes" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "release_notes" {
  role = aws_iam_role.release_notes.id
  policy = jsonencode({
    Statement = [{ # here
      Effect   = "Allow"
      Action   = "lambda:«UpdateFunctionCode|ListFunctions»"
      Resource = "*"
    }]
  })
}
resource "aws_lambda_function" "release_notes" {
  function_name = "release-notes"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.release_notes.arn
}

#### identity-with-inline-policy
resource "aws_iam_user" "reporter" {
  name = "reporter"
}
«resource "aws_iam_user_policy" "reports" {
  name   = "reports"
  user   = aws_iam_user.reporter.name # here
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::photo-shop-reports/*" }] })
}|»

#### role-may-assume-any-role
resource "aws_iam_policy" "audit" {
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = "«*|arn:aws:iam::123456789012:role/audit-reader»" # here
    }]
  })
}

#### identity-can-escalate
resource "aws_iam_role" "release" {
  name               = "release"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy" "release" {
  role = aws_iam_role.release.name
  policy = jsonencode({
    Statement = [{ # here
      Effect   = "Allow"
      Action   = "iam:PutRolePolicy"
      Resource = "«*|arn:aws:iam::123456789012:role/orders-*»"
    }]
  })
}

#### role-may-pass-any-role
resource "aws_iam_policy" "deploy" {
  policy = <<-JSON
    {
      "Statement": [{
        "Effect": "Allow",
        "Action": "iam:PassRole",
        "Resource": "«*|arn:aws:iam::123456789012:role/orders-worker»"
      }]
    }
  JSON
}
# finds "Resource": "*"

#### role-shared-by-functions
resource "aws_iam_role" "shop" { # here
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role" "refund" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.shop.arn
}
resource "aws_lambda_function" "refund_order" {
  function_name = "refund-order"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.«shop|refund».arn
}

#### role-trusted-by-anyone
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals { # here
      type        = "«AWS|Service»"
      identifiers = ["«*|lambda.amazonaws.com»"]
    }
  }
}
resource "aws_iam_role" "export" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

#### role-with-admin-access
resource "aws_iam_role" "report" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
  inline_policy {
    name = "reports"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Action = "«*|dynamodb:Query»", Resource = "«*|arn:aws:dynamodb:eu-west-1:123456789012:table/orders»" }] # here
    })
  }
}

#### role-with-wildcard-action
resource "aws_iam_policy" "upload" {
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:«*|PutObject»" # here
      Resource = "«*|arn:aws:s3:::photo-shop-uploads/*»"
    }]
  })
}

#### role-with-wildcard-resource
resource "aws_iam_policy" "orders" {
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "dynamodb:GetItem"
      Resource = "«*|arn:aws:dynamodb:eu-west-1:123456789012:table/orders»" # here
    }]
  })
}

#### unsafe-oidc-trust
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"] # here
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
«|    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:photo-shop/orders:ref:refs/heads/main"]
    }»
  }
}
resource "aws_iam_role" "deploy" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

#### function-lacks-permission
resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
  attribute {
    name = "id"
    type = "S"
  }
}
resource "aws_iam_role" "place" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "place" {
  role = aws_iam_role.place.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "dynamodb:«GetItem|PutItem»", Resource = aws_dynamodb_table.orders.arn }]
  })
}
data "archive_file" "place" {
  type        = "zip"
  source_file = "${path.module}/place.mjs"
  output_path = "${path.module}/place.zip"
}
resource "aws_lambda_function" "place" {
  function_name = "place-order"
  role          = aws_iam_role.place.arn
  runtime       = "nodejs24.x"
  handler       = "place.handler"
  filename      = data.archive_file.place.output_path
  environment {
    variables = { ORDERS = aws_dynamodb_table.orders.name }
  }
}
# file place.mjs import { DynamoDB } from '@aws-sdk/client-dynamodb'; const db = new DynamoDB({}); export const handler = () => db.putItem({ TableName: process.env.ORDERS, Item: { id: { S: '1' } } });
# finds-in place.mjs:1

#### role-allows-unneeded-actions
resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
  attribute {
    name = "id"
    type = "S"
  }
}
resource "aws_iam_role" "place" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "place" {
  role = aws_iam_role.place.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = «["dynamodb:PutItem", "dynamodb:Scan"]|["dynamodb:PutItem"]», Resource = aws_dynamodb_table.orders.arn }] # here
  })
}
data "archive_file" "place" {
  type        = "zip"
  source_file = "${path.module}/place.mjs"
  output_path = "${path.module}/place.zip"
}
resource "aws_lambda_function" "place" {
  function_name = "place-order"
  role          = aws_iam_role.place.arn
  runtime       = "nodejs24.x"
  handler       = "place.handler"
  filename      = data.archive_file.place.output_path
  environment {
    variables = { ORDERS = aws_dynamodb_table.orders.name }
  }
}
# file place.mjs import { DynamoDB } from '@aws-sdk/client-dynamodb'; const db = new DynamoDB({}); export const handler = () => db.putItem({ TableName: process.env.ORDERS, Item: { id: { S: '1' } } });

#### role-with-admin-access
resource "aws_ssoadmin_managed_policy_attachment" "support" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef"
  managed_policy_arn = "arn:aws:iam::aws:policy/«AdministratorAccess|AmazonS3ReadOnlyAccess»" # here
}

#### role-with-admin-access
resource "aws_iam_user_policy_attachment" "release" {
  user       = "release"
  policy_arn = "arn:aws:iam::aws:policy/«AdministratorAccess|AmazonS3ReadOnlyAccess»" # here
}
