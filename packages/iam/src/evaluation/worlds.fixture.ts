import fc from 'fast-check';
import type { AccessRequest } from '../request.ts';

/** Policies and requests of an order service, drawn from few words so that they meet often. */
const account = '111122223333';
const other = '444455556666';

export const principals = [
  `arn:aws:iam::${account}:user/ana`,
  `arn:aws:iam::${account}:user/ben`,
  `arn:aws:sts::${account}:assumed-role/orders/run`,
  `arn:aws:sts::${account}:assumed-role/photos/run`,
  `arn:aws:sts::${other}:assumed-role/partner/run`,
  `arn:aws:iam::${account}:root`,
  'events.amazonaws.com',
  '*',
] as const;

const actions = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'kms:Decrypt', 'sts:AssumeRole', 'sqs:SendMessage'];
const actionPatterns = [
  ...actions,
  's3:*',
  's3:Get*',
  '*',
  'S3:getobject',
  's3:???Object',
  'kms:*',
  'sts:*',
  'sqs:Send*',
];
const resources = [
  'arn:aws:s3:::orders',
  'arn:aws:s3:::orders/2026/ana.json',
  'arn:aws:s3:::orders/2026/ben.json',
  'arn:aws:s3:::photos/cat.png',
  `arn:aws:kms:eu-west-1:${account}:key/one`,
  `arn:aws:iam::${account}:role/orders`,
  `arn:aws:sqs:eu-west-1:${account}:orders`,
];
const resourcePatterns = [
  ...resources,
  '*',
  'arn:aws:s3:::orders*',
  'arn:aws:s3:::orders/*',
  'arn:aws:s3:::*/${aws:username}.json',
  "arn:aws:s3:::*/${aws:PrincipalTag/team, 'ana'}.json",
  'arn:aws:s3:::orders/????/*.json',
  'arn:*:kms:*:*:key/*',
  `arn:aws:iam::${account}:role/*`,
  'arn:aws:sqs:*:*:orders',
];

const values: Readonly<Record<string, readonly string[]>> = {
  'aws:PrincipalTag/team': ['orders', 'photos', 'ana', ''],
  'aws:SourceIp': ['10.0.0.7', '192.168.1.1', '2001:db8::7', 'here'],
  'aws:SourceArn': ['arn:aws:sns:eu-west-1:111122223333:orders', 'arn:aws:sns:eu-west-1:111122223333:a:b', 'none'],
  'aws:CurrentTime': ['2026-01-01T00:00:00Z', '2026-06-01', '1780000000'],
  's3:max-keys': ['5', '10', '10.0', 'many'],
  'aws:SecureTransport': ['true', 'false'],
  'aws:TagKeys': ['team', 'cost', 'owner'],
};
const expected: readonly (readonly [operator: string, key: string, values: readonly string[]])[] = [
  ['StringEquals', 'aws:PrincipalTag/team', ['orders', '${aws:username}', '']],
  ['StringEqualsIgnoreCase', 'aws:PrincipalTag/team', ['ORDERS', 'Photos']],
  ['StringLike', 'aws:PrincipalTag/team', ['ord*', '?n?', '${*}']],
  ['ArnLike', 'aws:SourceArn', ['arn:aws:sns:*:111122223333:*', 'arn:aws:sns:*:*:a', '*']],
  ['ArnEquals', 'aws:PrincipalArn', ['arn:aws:iam::111122223333:role/*', 'arn:aws:iam::*:user/ana']],
  ['IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '192.168.1.1', '2001:db8::/32']],
  ['DateLessThan', 'aws:CurrentTime', ['2026-03-01T00:00:00Z']],
  ['DateGreaterThanEquals', 'aws:CurrentTime', ['2026-06-01T00:00:00Z']],
  ['DateEquals', 'aws:CurrentTime', ['2026-06-01']],
  ['NumericEquals', 's3:max-keys', ['10', '7']],
  ['NumericLessThan', 's3:max-keys', ['10']],
  ['NumericGreaterThanEquals', 's3:max-keys', ['10']],
  ['Bool', 'aws:SecureTransport', ['true', 'false']],
  ['BinaryEquals', 'aws:PrincipalTag/team', ['orders==', 'photos']],
];
const negations: Readonly<Record<string, string>> = {
  StringEquals: 'StringNotEquals',
  StringEqualsIgnoreCase: 'StringNotEqualsIgnoreCase',
  StringLike: 'StringNotLike',
  ArnLike: 'ArnNotLike',
  ArnEquals: 'ArnNotEquals',
  IpAddress: 'NotIpAddress',
  NumericEquals: 'NumericNotEquals',
  DateEquals: 'DateNotEquals',
};

const condition = fc
  .record({
    row: fc.constantFrom(...expected),
    negated: fc.boolean(),
    set: fc.constantFrom('', '', '', 'ForAnyValue:', 'ForAllValues:'),
    ifExists: fc.constantFrom('', '', 'IfExists'),
    many: fc.boolean(),
    isNull: fc.constantFrom(false, false, false, false, true),
    key: fc.constantFrom('aws:TagKeys', 'aws:SourceIp'),
  })
  .map(({ row: [operator, key, list], negated, set, ifExists, many, isNull, key: maybeMissing }) => {
    if (isNull) return { Null: { [maybeMissing]: String(many) } };
    const name = negated ? (negations[operator] ?? operator) : operator;
    return { [`${set}${name}${ifExists}`]: { [key]: many ? list : list[0] } };
  });

const someOf = (list: readonly string[]): fc.Arbitrary<unknown> => {
  return fc.oneof(fc.constantFrom(...list), fc.subarray([...list], { minLength: 1, maxLength: 3 }));
};

const principalElement = fc.oneof(
  fc.constantFrom<unknown>('*', { AWS: '*' }, { Service: 'events.amazonaws.com' }, { AWS: account }),
  fc
    .subarray([...principals.slice(0, 6), `arn:aws:iam::${account}:role/orders`, `arn:aws:iam::${other}:root`], {
      minLength: 1,
    })
    .map((AWS) => ({ AWS })),
);

export interface StatementJson {
  readonly [element: string]: unknown;
}

function statement(isOfResource: boolean): fc.Arbitrary<StatementJson> {
  return fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
      actions: someOf(actionPatterns),
      notAction: fc.constantFrom(false, false, false, true),
      resources: someOf(resourcePatterns),
      notResource: fc.constantFrom(false, false, false, true),
      Condition: fc.option(condition, { nil: undefined, freq: 2 }),
      principal: principalElement,
      notPrincipal: fc.constantFrom(false, false, false, true),
    })
    .map(({ Effect, actions: list, notAction, resources: arns, notResource, Condition, principal, notPrincipal }) => ({
      Effect,
      [notAction ? 'NotAction' : 'Action']: list,
      [notResource ? 'NotResource' : 'Resource']: arns,
      ...(Condition === undefined ? {} : { Condition }),
      // AWS allows NotPrincipal with Deny only.
      ...(isOfResource ? { [notPrincipal && Effect === 'Deny' ? 'NotPrincipal' : 'Principal']: principal } : {}),
    }));
}

export interface NamedJson {
  readonly name: string;
  readonly document: { readonly Version: string; readonly Statement: readonly StatementJson[] };
}

function policies(isOfResource: boolean, maxLength = 2): fc.Arbitrary<readonly NamedJson[]> {
  const document = fc.record({
    Version: fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17'),
    Statement: fc.array(statement(isOfResource), { minLength: 1, maxLength: 4 }),
  });
  return fc
    .array(document, { minLength: 1, maxLength })
    .map((documents) => documents.map((one, index) => ({ name: `policy ${index}`, document: one })));
}

const ofSession = policies(false);
const levels = fc.array(
  policies(false).map((list) => ({ name: 'level', policies: list })),
  { minLength: 1, maxLength: 2 },
);

export interface World {
  readonly identity: readonly NamedJson[];
  readonly boundary?: readonly NamedJson[];
  readonly session?: readonly NamedJson[];
  readonly resource?: readonly NamedJson[];
  readonly serviceControl?: readonly { readonly name: string; readonly policies: readonly NamedJson[] }[];
}

export const world: fc.Arbitrary<World> = fc
  .record({
    identity: policies(false, 3),
    boundary: fc.option(ofSession, { nil: undefined, freq: 1 }),
    session: fc.option(ofSession, { nil: undefined, freq: 1 }),
    resource: fc.option(policies(true), { nil: undefined }),
    serviceControl: fc.option(levels, { nil: undefined, freq: 1 }),
  })
  .map(
    (drawn) => Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)) as unknown as World,
  );

const context = fc
  .record(
    Object.fromEntries(
      Object.entries(values).map(([key, list]) => [
        key,
        key === 'aws:TagKeys' ? fc.subarray([...list]) : fc.oneof(fc.constantFrom(...list), fc.subarray([...list])),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((drawn) => drawn as Readonly<Record<string, string | readonly string[]>>);

export interface WorldRequest extends AccessRequest {
  readonly principal: string;
  readonly resource: { readonly arn: string; readonly account: string };
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

export const request: fc.Arbitrary<WorldRequest> = fc.record({
  principal: fc.constantFrom(...principals),
  action: fc.constantFrom(...actions),
  resource: fc.record({ arn: fc.constantFrom(...resources), account: fc.constant(account) }),
  context,
});
