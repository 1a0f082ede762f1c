import { describe, expect, it } from 'vitest';
import { madeUpIo } from '../made-up-io.fixture.ts';
import { main } from '../main.ts';

const shop = {
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: orders.place
      CodeUri: .
      Environment: { Variables: { ORDERS: !Ref Orders } }
      Policies: [{ DynamoDBCrudPolicy: { TableName: !Ref Orders } }]
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { KeySchema: [{ AttributeName: id, KeyType: HASH }] }
`,
  'orders.js': `const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');
const client = new DynamoDBClient({});

exports.place = async (event) => {
  await client.send(new PutItemCommand({ TableName: process.env.ORDERS, Item: { id: { S: event.id } } }));
};
`,
};

interface Answer {
  readonly held: number;
  readonly required: number;
  readonly excess: readonly { readonly action: string }[];
  readonly missing: readonly unknown[];
  readonly policy: readonly {
    readonly Statement: readonly { readonly Action: readonly string[]; readonly Resource: readonly string[] }[];
  }[];
}

describe('leastwise policy', () => {
  it('compares what the code calls with what the role allows, and writes what is enough', async () => {
    const io = madeUpIo(shop);
    expect(await main(['policy', 'PlaceOrder', '--format', 'json'], io)).toBe(0);
    const answer = JSON.parse(io.printed()) as Answer;
    expect(answer.held).toBeGreaterThan(answer.required);
    expect(answer.missing).toEqual([]);
    expect(answer.excess.map(({ action }) => action)).toContain('dynamodb:DeleteItem');
    const table = answer.policy
      .flatMap(({ Statement }) => Statement)
      .find(({ Action }) => Action.includes('dynamodb:PutItem'));
    expect(table).toMatchObject({
      Action: ['dynamodb:PutItem'],
      Resource: ['arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Orders}'],
    });
    expect(
      answer.policy
        .flatMap(({ Statement }) => Statement)
        .flatMap(({ Action }) => Action)
        .join(),
    ).not.toContain('*');
  });

  const written: readonly (readonly [string, (rendered: string) => string])[] = [
    [
      'sam',
      (rendered) => shop['template.yaml'].replace(/ {6}Policies: .*\n/, rendered.replaceAll(/^(?=.)/gm, '      ')),
    ],
    [
      'cloudformation',
      (rendered) =>
        shop['template.yaml']
          .replace(/ {6}Policies: .*\n/, '      Role: !GetAtt PlaceOrderRole.Arn\n')
          .concat(rendered.replaceAll(/^(?=.)/gm, '  ')),
    ],
  ];

  it.each(written)('reads what it wrote as %s back as the same permissions', async (form, put) => {
    const io = madeUpIo(shop);
    expect(await main(['policy', 'PlaceOrder', '--as', form, '--format', 'json'], io)).toBe(0);
    const { rendered, required } = JSON.parse(io.printed()) as Answer & { readonly rendered: string };
    expect(rendered).not.toMatch(/\w:\*/);
    expect(rendered).toContain('!GetAtt Orders.Arn');
    const again = madeUpIo({ ...shop, 'template.yaml': put(rendered) });
    expect(await main(['policy', 'PlaceOrder', '--format', 'json'], again)).toBe(0);
    const answer = JSON.parse(again.printed()) as Answer;
    expect(answer.missing).toEqual([]);
    // SAM adds the right to write logs to the roles that it makes; the role of a template holds what is needed and no more.
    const beyond = answer.excess.filter(({ action }) => !action.startsWith('logs:'));
    expect(beyond).toEqual([]);
    if (form === 'cloudformation') expect(answer.held).toBe(required);
  });

  it('reads what it wrote as terraform back as the same permissions', async () => {
    const files = {
      'orders.js': shop['orders.js'],
      'main.tf': `resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
}

resource "aws_iam_role" "place_order" {
  name               = "place-order"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "place_order" {
  role   = aws_iam_role.place_order.id
  policy = data.aws_iam_policy_document.place_order.json
}

resource "aws_lambda_function" "place_order" {
  function_name = "place-order"
  role          = aws_iam_role.place_order.arn
  runtime       = "nodejs24.x"
  handler       = "orders.place"
  filename      = "orders.js"

  environment {
    variables = { ORDERS = aws_dynamodb_table.orders.name }
  }
}
`,
    };
    const io = madeUpIo(files);
    expect(await main(['policy', 'place-order', '--format', 'json'], io)).toBe(0);
    const { rendered, required } = JSON.parse(io.printed()) as Answer & { readonly rendered: string };
    expect(rendered).toContain('resources = [aws_dynamodb_table.orders.arn]');
    const again = madeUpIo({ ...files, 'policy.tf': rendered });
    expect(await main(['policy', 'place-order', '--format', 'json'], again)).toBe(0);
    expect(JSON.parse(again.printed())).toMatchObject({ held: required, required, excess: [], missing: [] });
  });

  it('says which functions there are when the name is not one', async () => {
    const io = madeUpIo(shop);
    expect(await main(['policy', 'Nobody'], io)).toBe(2);
    expect(io.complained()).toMatch(/leastwise inventory/);
  });
});
