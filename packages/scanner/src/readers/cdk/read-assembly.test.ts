import { asText, member, memoryTree, type Fragment, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { readStacks } from '../cloudformation/index.ts';

const hash = 'a'.repeat(64);
const nestedHash = 'b'.repeat(64);
const program =
  "import { Stack } from 'aws-cdk-lib';\n\nexport class OrdersStack extends Stack {\n  handler = new Function(this, 'Handler');\n}\n";

const template = JSON.stringify({
  Resources: {
    Handler886CB40B: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: { 'Fn::Sub': 'cdk-assets-${AWS::AccountId}-${AWS::Region}' }, S3Key: `${hash}.zip` },
        Handler: 'index.handler',
      },
      Metadata: { 'aws:cdk:path': 'Orders/Handler/Resource' },
    },
    Inner: {
      Type: 'AWS::CloudFormation::Stack',
      Properties: {
        TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, `/cdk-assets/${nestedHash}.json`]] },
        Parameters: { Table: { Ref: 'Handler886CB40B' } },
      },
    },
    CDKMetadata: { Type: 'AWS::CDK::Metadata', Condition: 'CDKMetadataAvailable' },
  },
  Conditions: {
    CDKMetadataAvailable: {
      'Fn::Or': [
        { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'af-south-1'] },
        { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] },
      ],
    },
  },
});

const stack = (extra: object): object => ({
  type: 'aws:cloudformation:stack',
  environment: 'aws://123456789012/eu-west-1',
  properties: { templateFile: 'Orders.template.json', stackName: 'orders' },
  displayName: 'Orders',
  ...extra,
});

const metadata = {
  '/Orders/Handler/Resource': [
    {
      type: 'aws:cdk:logicalId',
      data: 'Handler886CB40B',
      trace: [
        'new Function (/home/ann/shop/node_modules/aws-cdk-lib/aws-lambda/lib/function.js:1:2)',
        'new OrdersStack (/home/ann/shop/lib/orders-stack.ts:4:13)',
        'Object.<anonymous> (/home/ann/shop/bin/app.ts:3:1)',
      ],
    },
  ],
};

const files = (stackExtra: object): Record<string, string> => ({
  'shop/lib/orders-stack.ts': program,
  'shop/cdk.out/manifest.json': JSON.stringify({
    version: '36.0.0',
    artifacts: {
      Tree: { type: 'cdk:tree' },
      Orders: stack(stackExtra),
      'assembly-Prod': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } },
    },
  }),
  'shop/cdk.out/Orders.template.json': template,
  'shop/cdk.out/Orders.metadata.json': JSON.stringify(metadata),
  'shop/cdk.out/Orders.assets.json': JSON.stringify({
    version: '36.0.0',
    files: {
      [hash]: { source: { path: `asset.${hash}`, packaging: 'zip' } },
      [nestedHash]: { source: { path: 'OrdersInner.nested.template.json', packaging: 'file' } },
    },
  }),
  'shop/cdk.out/OrdersInner.nested.template.json': JSON.stringify({
    Parameters: { Table: { Type: 'String' } },
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Table' } } } },
  }),
  'shop/cdk.out/assembly-Prod/manifest.json': JSON.stringify({
    version: '36.0.0',
    artifacts: { ProdOrders: stack({}) },
  }),
  'shop/cdk.out/assembly-Prod/Orders.template.json': JSON.stringify({
    Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'AWS::Region' } } } },
  }),
});

function fragmentsOf(tree: Record<string, string>): readonly Fragment[] {
  const { applications } = readStacks(
    memoryTree(tree),
    Object.keys(tree).filter((file) => file.endsWith('.template.json')),
  );
  expect(applications.map(({ name }) => name)).toEqual(['shop']);
  expect(applications[0]?.assignments).toHaveLength(1);
  return applications[0]?.assignments[0] === undefined ? [] : applications[0].fragments(applications[0].assignments[0]);
}

describe('a CDK assembly', () => {
  it('is one application with its stages and nested stacks', () => {
    const fragments = fragmentsOf(files({ metadata }));
    expect(fragments.map(({ file, stackPath, format }) => [file, stackPath, format])).toEqual([
      ['shop/cdk.out/Orders.template.json', '', 'cdk'],
      ['shop/cdk.out/OrdersInner.nested.template.json', 'Inner/', 'cdk'],
      ['shop/cdk.out/assembly-Prod/Orders.template.json', '', 'cdk'],
    ]);
    const queue = fragments[1]?.resources[0];
    expect(member(queue?.properties as Value, 'QueueName')).toMatchObject({
      kind: 'reference',
      node: 'aws:shop/cdk.out/Orders.template.json#/Handler886CB40B',
    });
  });

  it('knows the region and account that a stack is bound to', () => {
    const topic = fragmentsOf(files({ metadata }))[2]?.resources[0];
    expect(asText(member(topic?.properties as Value, 'TopicName'))).toBe('eu-west-1');
  });

  it.each([
    ['in the manifest', { metadata }],
    ['in a file of its own', { additionalMetadataFile: 'Orders.metadata.json' }],
  ])('leads to the construct and its line in the program, with metadata %s', (_where, extra) => {
    const handler = fragmentsOf(files(extra))[0]?.resources[0];
    expect(handler?.constructPath).toBe('Orders/Handler/Resource');
    const origin = handler?.constructOrigin;
    expect(origin?.file).toBe('shop/lib/orders-stack.ts');
    expect(program.slice(origin?.start, origin?.end)).toBe("new Function(this, 'Handler');");
  });

  it('leads to the local copy of the code', () => {
    const handler = fragmentsOf(files({ metadata }))[0]?.resources[0];
    expect(asText(member(handler?.metadata as Value, 'aws:asset:path'))).toBe(`asset.${hash}`);
  });

  it('that names a template that is gone is incomplete', () => {
    const { 'shop/cdk.out/Orders.template.json': _, ...rest } = files({ metadata });
    const { applications } = readStacks(memoryTree(rest), ['shop/cdk.out/assembly-Prod/Orders.template.json']);
    expect(applications[0]?.diagnostics.map(({ code }) => code)).toEqual(['assembly-template-missing']);
  });
});
