import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionInfo, expandActionPattern, resourceTypes, serviceActions } from './actions.ts';

describe('the action reference', () => {
  it('tells the access level and the resources of an action, letter case apart', () => {
    expect(actionInfo('S3:getobject')).toMatchObject({
      action: 's3:GetObject',
      level: 'Read',
      wildcardOnly: false,
      resources: [
        { type: 'accesspointobject', required: false },
        { type: 'object', required: false },
      ],
    });
    expect(actionInfo('iam:PutRolePolicy')?.level).toBe('Permissions management');
    expect(actionInfo('sqs:TagQueue')?.level).toBe('Tagging');
    expect(actionInfo('s3:ListAllMyBuckets')?.wildcardOnly).toBe(true);
  });

  it.each(['s3:GetObjekt', 'nothing:GetObject', 'GetObject', ''])('has no action %j', (action) => {
    expect(actionInfo(action)).toBeUndefined();
  });

  it('gives the ARN formats of resource types', () => {
    expect(resourceTypes('dynamodb').get('index')?.arns).toEqual([
      'arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}/index/${IndexName}',
    ]);
    expect(resourceTypes('nothing').size).toBe(0);
  });

  it('says what creating a function needs besides', () => {
    expect(actionInfo('lambda:CreateFunction')?.dependentActions).toContain('iam:PassRole');
  });

  it.each([
    ['s3:Get*Acl', ['s3:GetBucketAcl', 's3:GetObjectAcl', 's3:GetObjectVersionAcl']],
    ['SQS:sendmessage', ['sqs:SendMessage']],
    ['sqs:?endMessage', ['sqs:SendMessage']],
    ['sqs:Nothing*', []],
    ['nothing:*', []],
    ['s3', []],
  ])('expands %s', (pattern, actions) => {
    expect(expandActionPattern(pattern)).toEqual(actions);
  });

  it('expands a star to everything, each action once', () => {
    const all = expandActionPattern('*');
    expect(all.length).toBeGreaterThan(20_000);
    expect(new Set(all).size).toBe(all.length);
    expect(expandActionPattern('*:*')).toEqual(all);
  });

  it('finds each action by every pattern made of it', () => {
    const names = [...(serviceActions('lambda')?.actions.values() ?? [])].map(({ action }) => action.slice(7));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(20), fc.nat(20), (name, from, length) => {
        const pattern = `lambda:${name.slice(0, from)}*${name.slice(from + length)}`;
        expect(expandActionPattern(pattern)).toContain(`lambda:${name}`);
      }),
    );
  });

  it('takes no long time over a pattern of many stars', () => {
    expect(expandActionPattern(`ec2:${'a*'.repeat(2_000)}b`)).toEqual([]);
  });
});
