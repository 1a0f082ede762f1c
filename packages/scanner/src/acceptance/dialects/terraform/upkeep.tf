#### resource-without-owner
resource "aws_dynamodb_table" "orders" { # here
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags = {
    «purpose|team» = "orders-team"
  }
}
