import { describe, expect, it } from 'vitest';
import { readPolicyDocument } from './policy-document.ts';
import { publicGrants } from './public-grants.ts';

const origin = { file: 'template.yaml', start: 0, end: 1 };
const document = (...statements: readonly object[]): ReturnType<typeof readPolicyDocument> =>
  readPolicyDocument({
    kind: 'known',
    value: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    origin,
  });

const send = { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' };
const when = (condition: object): object => ({ ...send, Condition: condition });

/** Each case is decided by S3's definition of a public policy, or by the evaluation logic of IAM. */
const cases: readonly (readonly [string, 'public' | 'closed', ...object[]])[] = [
  ['anyone', 'public', send],
  ['any AWS account', 'public', { ...send, Principal: { AWS: '*' } }],
  [
    'one of a list is anyone',
    'public',
    { ...send, Principal: { AWS: ['arn:aws:iam::123456789012:role/orders', '*'] } },
  ],
  ['all but one', 'public', { Effect: 'Allow', NotPrincipal: { AWS: '123456789012' }, Action: 'sqs:*', Resource: '*' }],
  ['one account', 'closed', { ...send, Principal: { AWS: '123456789012' } }],
  ['one service', 'closed', { ...send, Principal: { Service: 's3.amazonaws.com' } }],
  ['a Deny for anyone', 'closed', { ...send, Effect: 'Deny' }],
  ['one topic', 'closed', when({ ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:123456789012:orders' } })],
  ['topics of one account', 'closed', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:123456789012:*' } })],
  ['topics of any account', 'public', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } })],
  ['one bucket, whose ARN holds no account', 'closed', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::photos' } })],
  ['any bucket', 'public', when({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } })],
  ['keys in any case', 'closed', when({ StringEquals: { 'AWS:SourceOwner': '123456789012' } })],
  ['one organization', 'closed', when({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
  ['any organization', 'public', when({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } })],
  ['a wildcard that is compared as it stands', 'closed', when({ StringEquals: { 'aws:PrincipalOrgID': '*' } })],
  ['one endpoint', 'closed', when({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c' } })],
  ['one network', 'closed', when({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
  ['every network', 'public', when({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })],
  ['half of all networks', 'public', when({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } })],
  [
    'one small network and every network',
    'public',
    when({ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } }),
  ],
  ['every IPv6 network', 'public', when({ IpAddress: { 'aws:SourceIp': '::/0' } })],
  ['all but one network', 'public', when({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
  ['TLS alone', 'public', when({ Bool: { 'aws:SecureTransport': 'true' } })],
  ['a referer alone', 'public', when({ StringLike: { 'aws:Referer': 'https://shop.example.com/*' } })],
  [
    'a source that may be missing',
    'public',
    when({ ArnEqualsIfExists: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:123456789012:orders' } }),
  ],
  [
    'a source that may be missing but is asked for',
    'closed',
    when({
      ArnEqualsIfExists: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:123456789012:orders' },
      Null: { 'aws:SourceArn': 'false' },
    }),
  ],
  ['all of none', 'public', when({ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
  ['any of some', 'closed', when({ 'ForAnyValue:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })],
  ['a policy variable', 'public', when({ StringEquals: { 'aws:PrincipalAccount': '${aws:PrincipalAccount}' } })],
  [
    'two conditions, one of which names the caller',
    'closed',
    when({ Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceAccount': '123456789012' } }),
  ],
  [
    'a Deny for all but one endpoint',
    'closed',
    send,
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c' } },
    },
  ],
  [
    'a Deny for all but one network, on another action',
    'public',
    send,
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:PurgeQueue',
      Resource: '*',
      Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    },
  ],
  [
    'a Deny that only asks for TLS',
    'public',
    send,
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
  [
    'a Deny that asks for both to be wrong',
    'public',
    send,
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c' }, Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
  [
    'a Deny for everyone but one account',
    'closed',
    send,
    { Effect: 'Deny', NotPrincipal: { AWS: '123456789012' }, Action: '*', Resource: '*' },
  ],
];

describe('publicGrants', () => {
  it.each(cases)('%s: %s', (_, expected, ...statements) => {
    expect(publicGrants(document(...(statements as object[]))).length > 0 ? 'public' : 'closed').toBe(expected);
  });

  it('does not guess a condition that hangs on a parameter', () => {
    const open = {
      kind: 'unknown',
      cause: 'parameter',
      reason: 'Parameter Source has no default.',
      name: 'Source',
      origin,
    } as const;
    const text = {
      kind: 'text',
      origin,
      parts: [
        '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Condition":{"ArnLike":{"aws:SourceArn":"',
        open,
        '"}}}]}',
      ],
    } as const;
    expect(publicGrants(readPolicyDocument(text))[0]?.unknown?.reason).toBe('Parameter Source has no default.');
  });

  it('reads odd documents without throwing', () => {
    for (const value of [
      '',
      '{',
      '[]',
      '{"Statement":"none"}',
      '{"Statement":[1,[],{"Effect":{}}]}',
      '{"Statement":{"Effect":"Allow","Principal":[],"Action":{"a":1}}}',
    ]) {
      expect(() => publicGrants(readPolicyDocument({ kind: 'known', value, origin }))).not.toThrow();
    }
    expect(readPolicyDocument({ kind: 'known', value: 7, origin }).open).toBeDefined();
  });
});
