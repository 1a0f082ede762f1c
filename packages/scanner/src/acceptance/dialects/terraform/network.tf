#### database-open-to-internet
resource "aws_security_group" "database" {
  description = "order database"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
  ingress { # here
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["«0.0.0.0/0|10.0.0.0/16»"]
  }
}
resource "aws_db_instance" "orders" {
  engine                      = "postgres"
  username                    = "orders"
  manage_master_user_password = true
  storage_encrypted           = true
  publicly_accessible         = true
  vpc_security_group_ids      = [aws_security_group.database.id]
}

#### function-in-one-zone
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
  vpc_config {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0aaa1111bbbb2222c"«|, "subnet-0ddd3333eeee4444f"»] # here
  }
}

#### function-in-vpc-without-need
resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "inner" {
  vpc_id     = aws_vpc.shop.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_security_group" "orders" {
  vpc_id = aws_vpc.shop.id
}
resource "aws_security_group" "database" {
  vpc_id = aws_vpc.shop.id
}
«|resource "aws_vpc_security_group_ingress_rule" "orders_to_database" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = aws_security_group.orders.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}»
resource "aws_db_instance" "orders" {
  engine                      = "postgres"
  username                    = "orders"
  manage_master_user_password = true
  vpc_security_group_ids      = [aws_security_group.database.id]
}
resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
  vpc_config { # here
    subnet_ids         = [aws_subnet.inner.id]
    security_group_ids = [aws_security_group.orders.id]
  }
}

#### function-outside-vpc
resource "aws_lambda_function" "place_order" { # here
  function_name = "place-order"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
«|  vpc_config {
    subnet_ids         = ["subnet-0aaa1111bbbb2222c", "subnet-0ddd3333eeee4444f"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }»
}

#### security-group-shared-by-exposures
resource "aws_security_group" "back_office" { # here
  vpc_id = "vpc-0a1b2c3d4e5f60718"
}
resource "aws_security_group" "front_office" {
  vpc_id = "vpc-0a1b2c3d4e5f60718"
}
resource "aws_lambda_function" "show_orders" {
  function_name = "show-orders"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/orders"
  vpc_config {
    subnet_ids         = ["subnet-0aaa1111bbbb2222c"]
    security_group_ids = [aws_security_group.«back|front»_office.id]
  }
}
resource "aws_lambda_function_url" "show_orders" {
  function_name      = aws_lambda_function.show_orders.function_name
  authorization_type = "NONE"
}
resource "aws_lambda_function" "close_books" {
  function_name = "close-books"
  runtime       = "nodejs24.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/books"
  vpc_config {
    subnet_ids         = ["subnet-0aaa1111bbbb2222c"]
    security_group_ids = [aws_security_group.back_office.id]
  }
}
