import { describe, expect, it } from 'vitest';
import { coversAction } from './action-pattern.ts';
import { resourceBreadth, type Breadth } from './resource-breadth.ts';
import { covers } from './spell-pattern.ts';

const origin = { file: 'template.yaml', start: 0, end: 1 };

const cases: readonly (readonly [string, Breadth])[] = [
  ['*', 'everything'],
  ['arn:aws:*', 'everything'],
  ['arn:aws:*:*:*:*', 'everything'],
  ['arn:aws:s3:::*', 'every-of-service'],
  ['arn:aws:s3:*', 'every-of-service'],
  ['arn:aws:s3:::*/*', 'every-of-service'],
  ['arn:aws:s3:::photos/*', 'some'],
  ['arn:aws:s3:::photo-*', 'some'],
  ['arn:aws:dynamodb:eu-west-1:123456789012:table/*', 'every-of-service'],
  ['arn:aws:dynamodb:*:*:table/orders', 'some'],
  ['arn:aws:dynamodb:*:*:table/orders/index/*', 'some'],
  ['arn:aws:sqs:eu-west-1:123456789012:*', 'every-of-service'],
  ['arn:aws:lambda:eu-west-1:123456789012:function:*', 'every-of-service'],
  ['arn:aws:iam::123456789012:role/*', 'every-of-service'],
  ['arn:aws:iam::123456789012:role/orders-*', 'some'],
  ['arn:aws:secretsmanager:*:*:secret:*', 'every-of-service'],
  ['arn:aws:secretsmanager:*:*:secret:shop/*', 'some'],
];

describe('resourceBreadth', () => {
  it.each(cases)('%s takes in %s', (value, expected) => {
    expect(resourceBreadth({ kind: 'known', value, origin })).toBe(expected);
  });
});

describe('covers', () => {
  it.each([
    ['*', '', true],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:Get*', 's3:PutObject', false],
    ['s3:?etObject', 's3:GetObject', true],
    ['*Object*', 's3:GetObjectAcl', true],
    ['a*b*c', 'aXbXbXc', true],
    ['a*b*c', 'aXbXbX', false],
  ])('%s over %s is %s', (pattern, text, expected) => {
    expect(covers(pattern, text)).toBe(expected);
  });

  it('ignores case for actions alone', () => {
    expect(coversAction('S3:getobject', 's3:GetObject')).toBe(true);
    expect(covers('Photos', 'photos')).toBe(false);
  });

  it('stays quick on many stars', () => {
    expect(covers('*a'.repeat(200), 'b'.repeat(20_000))).toBe(false);
  });
});
