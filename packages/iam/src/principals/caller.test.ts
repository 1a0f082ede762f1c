import { describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';

describe('the principal of a request', () => {
  it.each([
    ['arn:aws:iam::111122223333:user/team/ana', { kind: 'user', account: '111122223333' }],
    ['arn:aws-cn:iam::111122223333:role/a/orders', { kind: 'role', roleName: 'orders' }],
    ['arn:aws:sts::111122223333:assumed-role/orders/run', { kind: 'session', roleName: 'orders', sessionName: 'run' }],
    ['arn:aws:sts::111122223333:federated-user/ana', { kind: 'federated-user', sessionName: 'ana' }],
    ['arn:aws:iam::111122223333:root', { kind: 'root', account: '111122223333' }],
    ['111122223333', { kind: 'root', account: '111122223333' }],
    ['arn:aws:iam::111122223333:saml-provider/corp', { kind: 'federated', hasIdentityPolicies: false }],
    ['arn:aws:iam::111122223333:oidc-provider/example.org', { kind: 'federated' }],
    ['cognito-identity.amazonaws.com', { kind: 'federated' }],
    ['accounts.google.com', { kind: 'federated' }],
    ['www.amazon.com', { kind: 'federated' }],
    ['lambda.amazonaws.com', { kind: 'service', hasIdentityPolicies: false }],
    ['ec2.amazonaws.com.cn', { kind: 'service' }],
    ['*', { kind: 'anonymous' }],
    ['anonymous', { kind: 'anonymous' }],
    ['79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be', { kind: 'canonical-user' }],
    ['arn:aws:iam::cloudfront:user/origin', { kind: 'user' }],
    ['nobody', { kind: 'unrecognised' }],
  ])('%s', (text, expected) => {
    expect(callerOf(text)).toMatchObject(expected);
  });

  it('may be unspecified', () => {
    expect(callerOf(undefined)).toMatchObject({ kind: 'unspecified', hasIdentityPolicies: true });
  });

  it('is a service-linked role by its path, or by its name where the path is not known', () => {
    const path = 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';
    expect(callerOf(path).isServiceLinked).toBe(true);
    expect(callerOf('arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForECS/x').isServiceLinked).toBe(true);
    expect(callerOf('arn:aws:iam::111122223333:role/orders').isServiceLinked).toBe(false);
  });
});
