import { asText, describe as spell, member, type Value } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { idOf, instancesOf, translate, type Configuration } from './configuration.fixture.ts';
import { translateInstances } from './translate-instances.ts';

function propertiesOf(configuration: Configuration, address: string): Value {
  const found = translate(configuration).resources.find(({ id }) => id === idOf(address));
  if (found === undefined) throw new Error(`There is no ${address}.`);
  return found.properties;
}

const orders = { 'aws_lambda_function.orders': { function_name: 'orders', filename: 'build/orders.zip' } };

describe('a function', () => {
  it('has the folder that its archive is made of as its code', () => {
    const origin = { file: 'main.tf', start: 0, end: 1 };
    const { resources } = translate(orders, { 'build/orders.zip': { kind: 'folder', path: 'src/orders', origin } });
    expect(asText(member(resources[0]?.properties ?? { kind: 'absent', origin }, 'Code'))).toBe('src/orders');
  });

  it('has what stands in the configuration as inline code', () => {
    const origin = { file: 'main.tf', start: 0, end: 1 };
    const content: Value = { kind: 'known', value: 'exports.handler = async () => 1', origin };
    const name: Value = { kind: 'known', value: 'index.js', origin };
    const { resources } = translate(orders, {
      'build/orders.zip': { kind: 'inline', files: [{ name, content }], origin },
    });
    expect(asText(member(resources[0]?.properties ?? content, 'Code', 'ZipFile'))).toContain('exports.handler');
  });

  it('has the file that the archive takes in whole as its code, while it keeps its name', () => {
    const origin = { file: 'main.tf', start: 0, end: 1 };
    const via = [{ file: 'src/orders.py', start: 0, end: 4 }];
    const content: Value = { kind: 'known', value: 'pass', origin, via };
    const codeWhen = (called: string): Value => {
      const name: Value = { kind: 'known', value: called, origin };
      const { resources } = translate(orders, {
        'build/orders.zip': { kind: 'inline', files: [{ name, content }], origin },
      });
      return member(resources[0]?.properties ?? content, 'Code');
    };
    expect(asText(codeWhen('orders.py'))).toBe('src/orders.py');
    expect(spell(member(codeWhen('index.py'), 'FileName'))).toBe('index.py');
  });

  it('keeps no reserved concurrency of -1, which is the provider saying nothing', () => {
    const written = { 'aws_lambda_function.orders': { reserved_concurrent_executions: -1 } };
    expect(member(propertiesOf(written, 'aws_lambda_function.orders'), 'ReservedConcurrentExecutions').kind).toBe(
      'absent',
    );
  });

  it('is opened to everyone by a URL that asks for nothing, since the provider adds the permission', () => {
    const { resources } = translate({
      ...orders,
      'aws_lambda_function_url.open': {
        function_name: '${aws_lambda_function.orders.function_name}',
        authorization_type: 'NONE',
      },
    });
    const permission = resources.find(({ type }) => type === 'AWS::Lambda::Permission');
    expect(permission?.generatedFrom).toEqual({
      id: idOf('aws_lambda_function_url.open'),
      by: 'aws_lambda_function_url',
    });
    expect(
      spell(member(permission?.properties ?? { kind: 'absent', origin: resources[0]!.location }, 'Principal')),
    ).toBe('*');
  });
});

describe('a reference', () => {
  const environment = (value: string): Value =>
    member(
      propertiesOf(
        {
          'aws_lambda_function.orders': { environment: [{ variables: { VALUE: value } }] },
          'aws_s3_bucket.photos': { bucket: 'photos' },
          'aws_s3_bucket_versioning.photos': { bucket: '${aws_s3_bucket.photos.id}' },
          'aws_vendor_thing.odd': {},
          'data.aws_caller_identity.current': {},
          'data.aws_vpc.shop': {},
          'data.aws_secretsmanager_secret_version.password': { secret_id: 'shop/database' },
        },
        'aws_lambda_function.orders',
      ),
      'Environment',
      'Variables',
      'VALUE',
    );

  it('to a part of a bucket is one to the bucket', () => {
    expect(environment('${aws_s3_bucket_versioning.photos.id}')).toMatchObject({
      kind: 'reference',
      node: idOf('aws_s3_bucket.photos'),
      attribute: 'Ref',
    });
  });

  it('to a type without a row stays one', () => {
    expect(environment('${aws_vendor_thing.odd.some_name}')).toMatchObject({
      kind: 'reference',
      attribute: 'SomeName',
    });
  });

  it('to the account is what CloudFormation calls it', () => {
    expect(environment('arn:${data.aws_caller_identity.current.account_id}:x')).toMatchObject({
      kind: 'text',
      parts: ['arn:', { kind: 'unknown', name: 'AWS::AccountId' }, ':x'],
    });
  });

  it('to a secret is as secret as a dynamic reference', () => {
    expect(environment('${data.aws_secretsmanager_secret_version.password.secret_string}')).toMatchObject({
      kind: 'unknown',
      cause: 'dynamic-reference',
      sensitive: true,
      name: '{{resolve:secretsmanager:shop/database}}',
    });
  });

  it('to anything else that exists already is unknown by its name', () => {
    expect(environment('${data.aws_vpc.shop.cidr_block}')).toMatchObject({
      kind: 'unknown',
      cause: 'import',
      name: 'data.aws_vpc.shop.cidr_block',
    });
  });
});

describe('a translated value', () => {
  it('stands where the user wrote it', () => {
    const configuration = { 'aws_sqs_queue.orders': { name: 'orders', visibility_timeout_seconds: 30 } };
    const [instance] = instancesOf(configuration);
    const timeout = member(propertiesOf(configuration, 'aws_sqs_queue.orders'), 'VisibilityTimeout');
    const written = member(instance?.body ?? timeout, 'visibility_timeout_seconds');
    expect(timeout.origin).toEqual(written.origin);
  });

  it('is unknown where the block is', () => {
    const instances = instancesOf({ 'aws_lambda_function.orders': { function_name: 'orders' } });
    const origin = { file: 'main.tf', start: 0, end: 1 };
    const open: Value = { kind: 'unknown', cause: 'parameter', reason: 'var.network is not given.', origin };
    const [only] = instances;
    if (only === undefined || only.body.kind !== 'known') throw new Error('The fixture made no instance.');
    const body: Value = { ...only.body, value: new Map([['vpc_config', open]]) };
    const { resources } = translateInstances([{ ...only, body }], {
      instance: () => undefined,
      lookThrough: (value) => value,
      archiveOf: () => undefined,
      pathOf: () => undefined,
    });
    expect(member(resources[0]?.properties ?? open, 'VpcConfig')).toEqual(open);
  });

  it('has the tags that the provider puts on everything', () => {
    const [only] = instancesOf({ 'aws_sqs_queue.orders': { tags: { team: 'shop' } } });
    const origin = { file: 'main.tf', start: 0, end: 1 };
    if (only === undefined) throw new Error('The fixture made no instance.');
    const defaultTags: Value = {
      kind: 'known',
      value: new Map([['stage', { kind: 'known', value: 'live', origin } as Value]]),
      origin,
    };
    const { resources } = translateInstances([{ ...only, provider: { name: 'aws', defaultTags } }], {
      instance: () => undefined,
      lookThrough: (value) => value,
      archiveOf: () => undefined,
      pathOf: () => undefined,
    });
    const tags = member(resources[0]?.properties ?? defaultTags, 'Tags');
    expect([0, 1].map((index) => spell(member(tags, index, 'Key')))).toEqual(['stage', 'team']);
  });
});

describe('what is not translated', () => {
  it('keeps a node of its own type: a part whose whole is elsewhere', () => {
    const { resources } = translate({ 'aws_s3_bucket_versioning.lonely': { bucket: 'of-another-team' } });
    expect(resources.map(({ type }) => type)).toEqual(['aws_s3_bucket_versioning']);
  });

  it('survives parts that name each other', () => {
    const { resources } = translate({
      'aws_s3_bucket_versioning.one': { bucket: '${aws_s3_bucket_versioning.other.id}' },
      'aws_s3_bucket_versioning.other': { bucket: '${aws_s3_bucket_versioning.one.id}' },
    });
    expect(resources).toHaveLength(2);
  });

  it('takes no stack and no time, however long the chain of parts', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [
        `aws_s3_bucket_versioning.v${index}`,
        { bucket: `\${aws_s3_bucket_versioning.v${index + 1}.id}` },
      ]),
    );
    expect(translate(chain).resources).toHaveLength(5000);
  });

  it('is told once for each other cloud', () => {
    const { diagnostics } = translate({
      'google_storage_bucket.one': {},
      'google_storage_bucket.two': {},
      'azurerm_function_app.three': {},
      'random_id.four': {},
    });
    expect(diagnostics.map(({ message, effect }) => [message.slice(0, 40), effect])).toEqual([
      ['2 resources of Google Cloud (google) are', 'note'],
      ['One resource of Azure (azurerm) is not c', 'note'],
    ]);
  });
});
