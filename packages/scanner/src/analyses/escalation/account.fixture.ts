import { compilePolicies, type Policies } from '@leastwise/iam';
import type { Account, Holder, Identity } from './account.ts';

export const accountId = '111122223333';
export const trusts = (service: string): unknown => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});

export const may = (
  action: string | readonly string[],
  resource: string | readonly string[] = '*',
  more: object = {},
): object => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});

type More = Partial<Pick<Identity, 'trust' | 'groups' | 'heldPolicies'>> & {
  readonly boundary?: readonly object[];
};

export function identity(
  kind: Identity['kind'],
  name: string,
  statements: readonly object[],
  more: More = {},
): Identity {
  const { boundary, ...rest } = more;
  const document = (list: readonly object[]): object => ({ Version: '2012-10-17', Statement: list });
  const policies: Policies = {
    identity: statements.map((statement, at) => ({ name: `p${at}`, document: document([statement]) })),
    ...(boundary === undefined ? {} : { boundary: [{ name: 'boundary', document: document(boundary) }] }),
  };
  return {
    id: name,
    kind,
    name,
    arn: `arn:aws:iam::${accountId}:${kind}/${name}`,
    policies,
    compiled: compilePolicies(policies),
    ...(boundary === undefined
      ? {}
      : { limit: compilePolicies({ identity: [{ name: 'boundary', document: document(boundary) }] }) }),
    groups: [],
    heldPolicies: [],
    ...rest,
  };
}

export const lambdaRole = (name: string, statements: readonly object[], more: More = {}): Identity =>
  identity('role', name, statements, { trust: trusts('lambda.amazonaws.com'), ...more });

export const functionOf = (name: string, role: string): Holder => ({
  id: `fn-${name}`,
  kind: 'function',
  name,
  arn: `arn:aws:lambda:eu-west-1:${accountId}:function:${name}`,
  role,
});

export function account(identities: readonly Identity[], holders: readonly Holder[] = []): Account {
  return { identities: new Map(identities.map((each) => [each.id, each])), holders };
}
