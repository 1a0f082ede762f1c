import type { NamedPolicy, Policies } from '../policies.ts';
import type { AccessRequest } from '../request.ts';
import type { Decision } from './decide.ts';

/** One request to an order service (account 1111...), what applies to it, and what AWS documents as the outcome. */
export interface PolicyCase {
  readonly name: string;
  readonly request: AccessRequest;
  readonly policies: Policies;
  readonly decision: Decision;
}

export interface PolicyCases {
  /** The page that decides the cases. */
  readonly page: string;
  readonly cases: readonly PolicyCase[];
}

const home = '111122223333';
const other = '444455556666';
const user = `arn:aws:iam::${home}:user/ana`;
const role = `arn:aws:iam::${home}:role/service/orders`;
const session = `arn:aws:sts::${home}:assumed-role/orders/run`;
const federated = `arn:aws:sts::${home}:federated-user/ana`;
const root = `arn:aws:iam::${home}:root`;
const partner = `arn:aws:sts::${other}:assumed-role/partner/run`;
const partnerRole = `arn:aws:iam::${other}:role/partner`;
const serviceLinked = `arn:aws:iam::${home}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
const object = { arn: 'arn:aws:s3:::orders/one', account: home };
const key = `arn:aws:kms:eu-west-1:${home}:key/one`;
const target = `arn:aws:iam::${home}:role/target`;

type Element = string | readonly string[] | Readonly<Record<string, unknown>>;

function policy(...Statement: readonly object[]): readonly NamedPolicy[] {
  return [{ name: 'policy', document: { Version: '2012-10-17', Statement } }];
}

const allow = (Action: Element = '*', Resource: Element = '*', more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: Element = '*', Resource: Element = '*', more: object = {}): object => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more,
});
const to = (Principal: Element, Action: Element = '*', more: object = {}): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
  ...more,
});
const all = policy(allow());
const nothing = policy(allow('ec2:RunInstances'));
const denied = policy(allow(), deny());
const level = (name: string, policies: readonly NamedPolicy[]): { name: string; policies: readonly NamedPolicy[] } => ({
  name,
  policies,
});

const read = (principal: AccessRequest['principal'] & string): AccessRequest => ({
  principal,
  action: 's3:GetObject',
  resource: object,
});
const decrypt = (principal: string): AccessRequest => ({ principal, action: 'kms:Decrypt', resource: key });
const assume = (principal: string): AccessRequest => ({ principal, action: 'sts:AssumeRole', resource: target });

type Row = readonly [name: string, request: AccessRequest, policies: Policies, decision: Decision];

function table(page: string, ...rows: readonly Row[]): PolicyCases {
  const cases = rows.map(([name, request, policies, decision]) => ({ name, request, policies, decision }));
  return { page: `https://docs.aws.amazon.com/${page}`, cases };
}

const logic = 'IAM/latest/UserGuide/reference_policies_evaluation-logic';

export const policyCases: readonly PolicyCases[] = [
  table(
    `${logic}.html`,
    ['nothing allows it', read(session), {}, 'ImplicitlyDenied'],
    ['an identity policy allows it', read(session), { identity: all }, 'Allowed'],
    ['another action is allowed', read(session), { identity: nothing }, 'ImplicitlyDenied'],
    [
      'another resource is allowed',
      read(session),
      { identity: policy(allow('s3:*', 'arn:aws:s3:::photos/*')) },
      'ImplicitlyDenied',
    ],
    ['a Deny wins over an Allow', read(session), { identity: denied }, 'ExplicitlyDenied'],
    [
      'a Deny of another action does not',
      read(session),
      { identity: policy(allow(), deny('s3:PutObject')) },
      'Allowed',
    ],
    [
      'a Deny whose condition fails does not',
      read(session),
      { identity: policy(allow(), deny('*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } })) },
      'Allowed',
    ],
    ['one of many policies allows it', read(session), { identity: [...nothing, ...all] }, 'Allowed'],
    ['the root user has full access', read(root), {}, 'Allowed'],
    ['an account id is its root user', read(home), {}, 'Allowed'],
    [
      'the root user is denied by the bucket',
      read(root),
      { resource: policy({ ...deny(), Principal: '*' }) },
      'ExplicitlyDenied',
    ],
    [
      'identity policies say nothing about the root user',
      read(root),
      { identity: denied, boundary: nothing },
      'Allowed',
    ],
    ['a policy for nobody in particular', { action: 's3:GetObject', resource: object }, { identity: all }, 'Allowed'],
  ),
  table(
    'IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    [
      'NotAction leaves the action in',
      read(session),
      { identity: policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) },
      'Allowed',
    ],
    [
      'NotAction leaves the action out',
      read(session),
      { identity: policy({ Effect: 'Allow', NotAction: ['iam:*', 's3:Get*'], Resource: '*' }) },
      'ImplicitlyDenied',
    ],
    [
      'Deny with NotAction',
      read(session),
      { identity: policy(allow(), { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }) },
      'ExplicitlyDenied',
    ],
    ['actions ignore letter case', read(session), { identity: policy(allow('S3:getOBJECT')) }, 'Allowed'],
    ['? is one character', read(session), { identity: policy(allow('s3:Get?bject')) }, 'Allowed'],
    ['a wildcard in the middle', read(session), { identity: policy(allow('s3:*Object')) }, 'Allowed'],
    ['the action of another service', read(session), { identity: policy(allow('s3-outposts:*')) }, 'ImplicitlyDenied'],
  ),
  table(
    'IAM/latest/UserGuide/reference_policies_elements_notresource.html',
    [
      'NotResource leaves it in',
      read(session),
      { identity: policy({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::photos/*' }) },
      'Allowed',
    ],
    [
      'NotResource leaves it out',
      read(session),
      { identity: policy({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::orders/*' }) },
      'ImplicitlyDenied',
    ],
    [
      'Deny with NotResource',
      read(session),
      { identity: policy(allow(), { Effect: 'Deny', Action: '*', NotResource: ['arn:aws:s3:::orders'] }) },
      'ExplicitlyDenied',
    ],
    [
      'an object is not its bucket',
      read(session),
      { identity: policy(allow('*', 'arn:aws:s3:::orders')) },
      'ImplicitlyDenied',
    ],
    ['* reaches over slashes', read(session), { identity: policy(allow('*', 'arn:aws:s3:::ord*')) }, 'Allowed'],
    [
      '* reaches over colons',
      decrypt(user),
      { identity: policy(allow('*', 'arn:aws:kms:*')), resource: policy(to({ AWS: root })) },
      'Allowed',
    ],
    [
      'ARNs keep letter case',
      read(session),
      { identity: policy(allow('*', 'arn:aws:s3:::Orders/*')) },
      'ImplicitlyDenied',
    ],
    [
      'an action without resource',
      { principal: user, action: 's3:ListAllMyBuckets', resource: '*' },
      { identity: policy(allow('s3:*')) },
      'Allowed',
    ],
    [
      'an action without resource needs *',
      { principal: user, action: 's3:ListAllMyBuckets', resource: '*' },
      { identity: policy(allow('s3:*', 'arn:aws:s3:::*')) },
      'ImplicitlyDenied',
    ],
  ),
  table(
    'IAM/latest/UserGuide/reference_policies_variables.html',
    [
      'a variable of the user',
      { ...read(user), resource: 'arn:aws:s3:::home/ana/x' },
      { identity: policy(allow('*', 'arn:aws:s3:::home/${aws:username}/*')) },
      'Allowed',
    ],
    [
      'of another user',
      { ...read(user), resource: 'arn:aws:s3:::home/ben/x' },
      { identity: policy(allow('*', 'arn:aws:s3:::home/${aws:username}/*')) },
      'ImplicitlyDenied',
    ],
    [
      'a role has no user name',
      { ...read(session), resource: 'arn:aws:s3:::home/ana/x' },
      { identity: policy(allow('*', 'arn:aws:s3:::home/${aws:username}/*')) },
      'ImplicitlyDenied',
    ],
    [
      'a default',
      { ...read(session), resource: 'arn:aws:s3:::home/guest/x' },
      { identity: policy(allow('*', "arn:aws:s3:::home/${aws:username, 'guest'}/*")) },
      'Allowed',
    ],
    [
      'a tag',
      { ...read(session), context: { 'aws:PrincipalTag/team': 'orders' }, resource: 'arn:aws:s3:::orders/x' },
      { identity: policy(allow('*', 'arn:aws:s3:::${aws:PrincipalTag/team}/*')) },
      'Allowed',
    ],
    [
      'a literal star',
      { ...read(session), resource: 'arn:aws:s3:::orders/x' },
      { identity: policy(allow('*', 'arn:aws:s3:::orders/${*}')) },
      'ImplicitlyDenied',
    ],
    [
      'no variables in 2008',
      { ...read(user), resource: 'arn:aws:s3:::home/ana/x' },
      { identity: [{ name: 'old', document: { Statement: allow('*', 'arn:aws:s3:::home/${aws:username}/*') } }] },
      'ImplicitlyDenied',
    ],
  ),
  table(
    'IAM/latest/UserGuide/access_policies_boundaries.html',
    ['boundary and identity allow', read(session), { identity: all, boundary: all }, 'Allowed'],
    ['the boundary does not', read(session), { identity: all, boundary: nothing }, 'ImplicitlyDenied'],
    ['the boundary alone grants nothing', read(session), { boundary: all }, 'ImplicitlyDenied'],
    ['the boundary denies', read(session), { identity: all, boundary: denied }, 'ExplicitlyDenied'],
    ['a boundary that allows nothing', read(session), { identity: all, boundary: [] }, 'ImplicitlyDenied'],
  ),
  table(
    'IAM/latest/UserGuide/access_policies.html#policies_session',
    ['session policy and identity allow', read(session), { identity: all, session: all }, 'Allowed'],
    ['the session policy does not', read(session), { identity: all, session: nothing }, 'ImplicitlyDenied'],
    [
      'one of several session policies does',
      read(session),
      { identity: all, session: [...nothing, ...all] },
      'Allowed',
    ],
    ['the session policy alone grants nothing', read(session), { session: all }, 'ImplicitlyDenied'],
    ['the session policy denies', read(session), { identity: all, session: denied }, 'ExplicitlyDenied'],
    [
      'boundary, session and identity meet',
      read(session),
      { identity: all, session: all, boundary: nothing },
      'ImplicitlyDenied',
    ],
  ),
  table(
    `${logic}_policy-eval-denyallow.html`,
    [
      'the bucket names the session',
      read(session),
      { resource: policy(to({ AWS: session })), boundary: nothing, session: nothing },
      'Allowed',
    ],
    ['the bucket names the role', read(session), { resource: policy(to({ AWS: role })) }, 'Allowed'],
    [
      'the bucket names the role without path',
      read(session),
      { resource: policy(to({ AWS: `arn:aws:iam::${home}:role/orders` })) },
      'Allowed',
    ],
    [
      'the boundary limits what the role is given',
      read(session),
      { resource: policy(to({ AWS: role })), boundary: nothing },
      'ImplicitlyDenied',
    ],
    [
      'the session policy limits it too',
      read(session),
      { resource: policy(to({ AWS: role })), session: nothing },
      'ImplicitlyDenied',
    ],
    [
      'boundary and session policy let it pass',
      read(session),
      { resource: policy(to({ AWS: role })), boundary: all, session: all },
      'Allowed',
    ],
    ['the bucket names the user', read(user), { resource: policy(to({ AWS: user })), boundary: nothing }, 'Allowed'],
    [
      'the bucket names another user',
      read(user),
      { resource: policy(to({ AWS: `arn:aws:iam::${home}:user/ben` })) },
      'ImplicitlyDenied',
    ],
    [
      'the bucket names the account: identity decides',
      read(user),
      { resource: policy(to({ AWS: home })) },
      'ImplicitlyDenied',
    ],
    [
      'the bucket names the root ARN: identity decides',
      read(user),
      { resource: policy(to({ AWS: root })), identity: all },
      'Allowed',
    ],
    ['the bucket names the root, and root asks', read(root), { resource: policy(to({ AWS: root })) }, 'Allowed'],
    ['the bucket names everyone', read(session), { resource: policy(to('*')), boundary: nothing }, 'Allowed'],
    [
      'everyone, by aws:PrincipalArn',
      read(session),
      {
        resource: policy(
          to('*', '*', { Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${home}:role/orders` } } }),
        ),
        boundary: nothing,
        session: nothing,
      },
      'Allowed',
    ],
    [
      'the identity policy still denies',
      read(session),
      { resource: policy(to({ AWS: session })), identity: denied },
      'ExplicitlyDenied',
    ],
    [
      'the bucket denies',
      read(session),
      { identity: all, resource: policy({ ...deny(), Principal: '*' }) },
      'ExplicitlyDenied',
    ],
    [
      'the bucket denies the account',
      read(session),
      { identity: all, resource: policy({ ...deny(), Principal: { AWS: home } }) },
      'ExplicitlyDenied',
    ],
    [
      'the bucket denies another account',
      read(session),
      { identity: all, resource: policy({ ...deny(), Principal: { AWS: other } }) },
      'Allowed',
    ],
    [
      'the bucket denies the role',
      read(session),
      { identity: all, resource: policy({ ...deny(), Principal: { AWS: role } }) },
      'ExplicitlyDenied',
    ],
    [
      'a federated user is named',
      read(federated),
      { resource: policy(to({ AWS: federated })), session: nothing },
      'Allowed',
    ],
    [
      'the user behind a federated user is named',
      { ...read(federated), principal: { arn: federated, issuer: user } },
      { resource: policy(to({ AWS: user })), session: nothing },
      'ImplicitlyDenied',
    ],
    [
      'a service is named',
      { principal: 'events.amazonaws.com', action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${home}:q` },
      { resource: policy(to({ Service: 'events.amazonaws.com' })) },
      'Allowed',
    ],
    [
      'another service is named',
      { principal: 'events.amazonaws.com', action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${home}:q` },
      { resource: policy(to({ Service: 'sns.amazonaws.com' })) },
      'ImplicitlyDenied',
    ],
    [
      'a service has no identity policies',
      { principal: 'events.amazonaws.com', action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${home}:q` },
      { identity: all },
      'ImplicitlyDenied',
    ],
    [
      '* is a service too',
      { principal: 'sns.amazonaws.com', action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${home}:q` },
      { resource: policy(to('*')) },
      'Allowed',
    ],
    ['the anonymous are everyone', read('*'), { resource: policy(to('*')) }, 'Allowed'],
    ['{"AWS": "*"} is everyone', read('*'), { resource: policy(to({ AWS: '*' })) }, 'Allowed'],
    ['the anonymous are of no account', read('*'), { resource: policy(to({ AWS: home })) }, 'ImplicitlyDenied'],
    [
      'the path of a role counts where the request gives it',
      { ...read(session), principal: { arn: session, roleArn: role } },
      { resource: policy(to({ AWS: `arn:aws:iam::${home}:role/other/orders` })) },
      'ImplicitlyDenied',
    ],
    ['the ARN of a role is one of its sessions', read(role), { resource: policy(to({ AWS: session })) }, 'Unknown'],
  ),
  table(
    'IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
    [
      'a Deny for all but the user',
      read(user),
      {
        identity: all,
        resource: policy({ Effect: 'Deny', NotPrincipal: { AWS: [user, root] }, Action: '*', Resource: '*' }),
      },
      'Allowed',
    ],
    [
      'a Deny for all but somebody else',
      read(user),
      {
        identity: all,
        resource: policy({
          Effect: 'Deny',
          NotPrincipal: { AWS: [`arn:aws:iam::${home}:user/ben`, root] },
          Action: '*',
          Resource: '*',
        }),
      },
      'ExplicitlyDenied',
    ],
    [
      'a Deny for all but the role and its account',
      read(session),
      {
        identity: all,
        resource: policy({ Effect: 'Deny', NotPrincipal: { AWS: [role, root] }, Action: '*', Resource: '*' }),
      },
      'Allowed',
    ],
    [
      'whoever has a boundary is never exempt',
      read(user),
      {
        identity: all,
        boundary: all,
        resource: policy({ Effect: 'Deny', NotPrincipal: { AWS: [user, root] }, Action: '*', Resource: '*' }),
      },
      'ExplicitlyDenied',
    ],
    [
      'the anonymous are not exempt',
      read('*'),
      { resource: policy(to('*'), { Effect: 'Deny', NotPrincipal: { AWS: root }, Action: '*', Resource: '*' }) },
      'ExplicitlyDenied',
    ],
  ),
  table(
    `${logic}-cross-account.html`,
    ['both sides allow', read(partner), { identity: all, resource: policy(to({ AWS: partnerRole })) }, 'Allowed'],
    [
      'the account is named and identity allows',
      read(partner),
      { identity: all, resource: policy(to({ AWS: other })) },
      'Allowed',
    ],
    ['everyone is named and identity allows', read(partner), { identity: all, resource: policy(to('*')) }, 'Allowed'],
    ['only identity allows', read(partner), { identity: all }, 'ImplicitlyDenied'],
    ['only the bucket allows', read(partner), { resource: policy(to({ AWS: partnerRole })) }, 'ImplicitlyDenied'],
    [
      'the session is named, identity does not allow',
      read(partner),
      { resource: policy(to({ AWS: partner })) },
      'ImplicitlyDenied',
    ],
    ['everyone is named, identity does not allow', read(partner), { resource: policy(to('*')) }, 'ImplicitlyDenied'],
    [
      'the boundary does not allow',
      read(partner),
      { identity: all, boundary: nothing, resource: policy(to({ AWS: partner })) },
      'ImplicitlyDenied',
    ],
    [
      'the session policy does not allow',
      read(partner),
      { identity: all, session: nothing, resource: policy(to({ AWS: partner })) },
      'ImplicitlyDenied',
    ],
    [
      'the bucket names the own account only',
      read(partner),
      { identity: all, resource: policy(to({ AWS: home })) },
      'ImplicitlyDenied',
    ],
    [
      'the root user of the other account',
      read(`arn:aws:iam::${other}:root`),
      { resource: policy(to({ AWS: other })) },
      'Allowed',
    ],
    [
      'the bucket denies',
      read(partner),
      { identity: all, resource: policy(to({ AWS: other }), { ...deny(), Principal: { AWS: partnerRole } }) },
      'ExplicitlyDenied',
    ],
    ['identity denies', read(partner), { identity: denied, resource: policy(to({ AWS: other })) }, 'ExplicitlyDenied'],
    [
      'the account of the ARN counts',
      { principal: partner, action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${home}:q` },
      { identity: all },
      'ImplicitlyDenied',
    ],
    [
      'an ARN without account is of the own account',
      { principal: session, action: 's3:GetObject', resource: 'arn:aws:s3:::orders/one' },
      { identity: all },
      'Allowed',
    ],
  ),
  table(
    'organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
    [
      'every level allows',
      read(session),
      { identity: all, serviceControl: [level('root', all), level('unit', all), level('account', all)] },
      'Allowed',
    ],
    [
      'one level does not',
      read(session),
      { identity: all, serviceControl: [level('root', all), level('unit', nothing), level('account', all)] },
      'ImplicitlyDenied',
    ],
    [
      'a level without policies',
      read(session),
      { identity: all, serviceControl: [level('root', all), level('unit', [])] },
      'ImplicitlyDenied',
    ],
    [
      'two policies of a level complete each other',
      read(session),
      { identity: all, serviceControl: [level('root', [...nothing, ...policy(allow('s3:*'))])] },
      'Allowed',
    ],
    [
      'one level denies',
      read(session),
      { identity: all, serviceControl: [level('root', all), level('unit', denied)] },
      'ExplicitlyDenied',
    ],
    ['SCPs grant nothing', read(session), { serviceControl: [level('root', all)] }, 'ImplicitlyDenied'],
    ['SCPs limit the root user', read(root), { serviceControl: [level('root', denied)] }, 'ExplicitlyDenied'],
    [
      'SCPs limit what the bucket grants',
      read(session),
      { resource: policy(to({ AWS: session })), serviceControl: [level('root', nothing)] },
      'ImplicitlyDenied',
    ],
    [
      'not the management account',
      read(session),
      { identity: all, serviceControl: [level('root', denied)], managementAccount: home },
      'Allowed',
    ],
    [
      'another management account',
      read(session),
      { identity: all, serviceControl: [level('root', denied)], managementAccount: other },
      'ExplicitlyDenied',
    ],
    [
      'not service-linked roles',
      read(serviceLinked),
      { identity: all, serviceControl: [level('root', denied)] },
      'Allowed',
    ],
    [
      'not sessions of service-linked roles',
      read(`arn:aws:sts::${home}:assumed-role/AWSServiceRoleForAutoScaling/x`),
      { identity: all, serviceControl: [level('root', denied)] },
      'Allowed',
    ],
    [
      'not services',
      { principal: 'sns.amazonaws.com', action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${home}:q` },
      { resource: policy(to('*')), serviceControl: [level('root', denied)] },
      'Allowed',
    ],
    [
      'a region is denied',
      { ...read(session), context: { 'aws:RequestedRegion': 'us-east-1' } },
      {
        identity: all,
        serviceControl: [
          level(
            'root',
            policy(allow(), deny('*', '*', { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } })),
          ),
        ],
      },
      'ExplicitlyDenied',
    ],
  ),
  table(
    'organizations/latest/userguide/orgs_manage_policies_rcps.html',
    [
      'every level allows',
      read(session),
      { identity: all, resourceControl: [level('root', policy(to('*'))), level('account', policy(to('*')))] },
      'Allowed',
    ],
    [
      'a level denies',
      read(session),
      { identity: all, resourceControl: [level('root', policy(to('*'), { ...deny(), Principal: '*' }))] },
      'ExplicitlyDenied',
    ],
    [
      'a level does not allow',
      read(session),
      { identity: all, resourceControl: [level('root', policy(to('*', 'sqs:*')))] },
      'ImplicitlyDenied',
    ],
    [
      'a caller of another organization',
      { ...read(partner), context: { 'aws:PrincipalOrgID': 'o-other' } },
      {
        identity: all,
        resource: policy(to('*')),
        resourceControl: [
          level(
            'root',
            policy(to('*'), {
              ...deny(),
              Principal: '*',
              Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ours' } },
            }),
          ),
        ],
      },
      'ExplicitlyDenied',
    ],
    [
      'services that RCPs do not cover',
      { principal: session, action: 'ec2:RunInstances', resource: '*' },
      { identity: all, resourceControl: [level('root', policy({ ...deny(), Principal: '*' }))] },
      'Allowed',
    ],
    [
      'not the management account',
      read(session),
      {
        identity: all,
        resourceControl: [level('root', policy({ ...deny(), Principal: '*' }))],
        managementAccount: home,
      },
      'Allowed',
    ],
    [
      'not service-linked roles',
      read(serviceLinked),
      { identity: all, resourceControl: [level('root', policy({ ...deny(), Principal: '*' }))] },
      'Allowed',
    ],
    [
      'the anonymous too',
      read('*'),
      { resource: policy(to('*')), resourceControl: [level('root', policy({ ...deny(), Principal: '*' }))] },
      'ExplicitlyDenied',
    ],
  ),
  table(
    'kms/latest/developerguide/key-policies.html',
    ['no key policy', decrypt(session), { identity: all }, 'ImplicitlyDenied'],
    [
      'the key policy hands it to the account',
      decrypt(session),
      { identity: all, resource: policy(to({ AWS: root }, 'kms:*')) },
      'Allowed',
    ],
    [
      'the account, but identity does not allow',
      decrypt(session),
      { resource: policy(to({ AWS: root }, 'kms:*')) },
      'ImplicitlyDenied',
    ],
    [
      'the key policy names the role',
      decrypt(session),
      { resource: policy(to({ AWS: role }, 'kms:Decrypt')) },
      'Allowed',
    ],
    [
      'the key policy names another role',
      decrypt(session),
      { identity: all, resource: policy(to({ AWS: target }, 'kms:Decrypt')) },
      'ImplicitlyDenied',
    ],
    [
      'the key policy allows another action',
      decrypt(session),
      { identity: all, resource: policy(to({ AWS: root }, 'kms:Encrypt')) },
      'ImplicitlyDenied',
    ],
    [
      'the root user needs the key policy too',
      decrypt(root),
      { resource: policy(to({ AWS: role }, 'kms:*')) },
      'ImplicitlyDenied',
    ],
    ['the root user is named', decrypt(root), { resource: policy(to({ AWS: root }, 'kms:*')) }, 'Allowed'],
    [
      'another account, both sides',
      decrypt(partner),
      { identity: all, resource: policy(to({ AWS: other }, 'kms:Decrypt')) },
      'Allowed',
    ],
    [
      'another account, the key only',
      decrypt(partner),
      { resource: policy(to({ AWS: partnerRole }, 'kms:Decrypt')) },
      'ImplicitlyDenied',
    ],
    [
      'an action on no key',
      { principal: session, action: 'kms:ListKeys', resource: '*' },
      { identity: all },
      'Allowed',
    ],
    [
      'an alias',
      { principal: session, action: 'kms:CreateAlias', resource: `arn:aws:kms:eu-west-1:${home}:alias/a` },
      { identity: all },
      'Allowed',
    ],
    [
      'by way of a service',
      { ...decrypt(session), context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': home } },
      {
        resource: policy(
          to({ AWS: '*' }, 'kms:Decrypt', {
            Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': home } },
          }),
        ),
      },
      'Allowed',
    ],
  ),
  table(
    'kms/latest/developerguide/grants.html',
    ['a grant', decrypt(session), { grants: [{ key, granteePrincipal: role, operations: ['Decrypt'] }] }, 'Allowed'],
    [
      'a grant to another role',
      decrypt(session),
      { grants: [{ key, granteePrincipal: target, operations: ['Decrypt'] }] },
      'ImplicitlyDenied',
    ],
    [
      'a grant of another operation',
      decrypt(session),
      { grants: [{ key, granteePrincipal: role, operations: ['Encrypt'] }] },
      'ImplicitlyDenied',
    ],
    [
      'a grant on another key',
      decrypt(session),
      { grants: [{ key: `${key}2`, granteePrincipal: role, operations: ['Decrypt'] }] },
      'ImplicitlyDenied',
    ],
    [
      'a grant and a Deny',
      decrypt(session),
      { identity: policy(deny()), grants: [{ key, granteePrincipal: role, operations: ['Decrypt'] }] },
      'ExplicitlyDenied',
    ],
    [
      'a constraint that holds',
      { ...decrypt(session), context: { 'kms:EncryptionContext:order': '1', 'kms:EncryptionContext:x': 'y' } },
      { grants: [{ key, granteePrincipal: role, operations: ['Decrypt'], encryptionContextSubset: { order: '1' } }] },
      'Allowed',
    ],
    [
      'a constraint that does not',
      decrypt(session),
      { grants: [{ key, granteePrincipal: role, operations: ['Decrypt'], encryptionContextSubset: { order: '1' } }] },
      'ImplicitlyDenied',
    ],
    [
      'equality leaves no other pair',
      { ...decrypt(session), context: { 'kms:EncryptionContext:order': '1', 'kms:EncryptionContext:x': 'y' } },
      { grants: [{ key, granteePrincipal: role, operations: ['Decrypt'], encryptionContextEquals: { order: '1' } }] },
      'ImplicitlyDenied',
    ],
  ),
  table(
    'IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
    ['no trust', assume(session), { identity: all }, 'ImplicitlyDenied'],
    [
      'trust in the role itself',
      assume(session),
      { resource: policy({ Effect: 'Allow', Principal: { AWS: role }, Action: 'sts:AssumeRole' }) },
      'Allowed',
    ],
    [
      'trust in the account',
      assume(user),
      { resource: policy({ Effect: 'Allow', Principal: { AWS: root }, Action: 'sts:AssumeRole' }) },
      'ImplicitlyDenied',
    ],
    [
      'trust in the account, and identity allows',
      assume(user),
      {
        identity: policy(allow('sts:AssumeRole', target)),
        resource: policy({ Effect: 'Allow', Principal: { AWS: root }, Action: 'sts:AssumeRole' }),
      },
      'Allowed',
    ],
    [
      'another account is trusted and allows',
      assume(partner),
      { identity: all, resource: policy({ Effect: 'Allow', Principal: { AWS: other }, Action: 'sts:AssumeRole' }) },
      'Allowed',
    ],
    [
      'another account is trusted and does not allow',
      assume(partner),
      { resource: policy({ Effect: 'Allow', Principal: { AWS: partnerRole }, Action: 'sts:AssumeRole' }) },
      'ImplicitlyDenied',
    ],
    [
      'the external id is missing',
      assume(partner),
      {
        identity: all,
        resource: policy({
          Effect: 'Allow',
          Principal: { AWS: other },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
        }),
      },
      'ImplicitlyDenied',
    ],
    [
      'a service is trusted',
      assume('lambda.amazonaws.com'),
      {
        resource: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      },
      'Allowed',
    ],
    [
      'an identity provider is trusted',
      {
        principal: 'token.actions.githubusercontent.com',
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: target,
        context: { 'token.actions.githubusercontent.com:sub': 'repo:orders/api:ref:refs/heads/main' },
      },
      {
        resource: policy({
          Effect: 'Allow',
          Principal: { Federated: 'token.actions.githubusercontent.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:orders/api:*' } },
        }),
      },
      'Allowed',
    ],
    [
      'another subject of it',
      {
        principal: 'token.actions.githubusercontent.com',
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: target,
        context: { 'token.actions.githubusercontent.com:sub': 'repo:photos/api:x' },
      },
      {
        resource: policy({
          Effect: 'Allow',
          Principal: { Federated: 'token.actions.githubusercontent.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:orders/api:*' } },
        }),
      },
      'ImplicitlyDenied',
    ],
    [
      'passing a role asks identity policies only',
      {
        principal: user,
        action: 'iam:PassRole',
        resource: target,
        context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
      },
      {
        identity: policy(
          allow('iam:PassRole', target, {
            Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
          }),
        ),
      },
      'Allowed',
    ],
    [
      'passing it to another service',
      {
        principal: user,
        action: 'iam:PassRole',
        resource: target,
        context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
      },
      {
        identity: policy(
          allow('iam:PassRole', target, {
            Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
          }),
        ),
      },
      'ImplicitlyDenied',
    ],
    [
      'who one is, one may always ask',
      { principal: user, action: 'sts:GetCallerIdentity', resource: '*' },
      { identity: denied },
      'Allowed',
    ],
  ),
  table(
    'vpc/latest/privatelink/vpc-endpoints-access.html',
    ['the endpoint lets it pass', read(session), { identity: all, vpcEndpoint: policy(to('*')) }, 'Allowed'],
    [
      'the endpoint does not',
      read(session),
      { identity: all, vpcEndpoint: policy(to('*', 'sqs:*')) },
      'ImplicitlyDenied',
    ],
    [
      'the endpoint names another account',
      read(session),
      { identity: all, vpcEndpoint: policy(to({ AWS: other })) },
      'ImplicitlyDenied',
    ],
    [
      'the endpoint names the account',
      read(session),
      { identity: all, vpcEndpoint: policy(to({ AWS: home })) },
      'Allowed',
    ],
    [
      'the endpoint denies',
      read(session),
      { identity: all, vpcEndpoint: policy(to('*'), { ...deny(), Principal: '*' }) },
      'ExplicitlyDenied',
    ],
  ),
  table(
    'apigateway/latest/developerguide/apigateway-resource-policies-examples.html',
    [
      'a method for short',
      {
        principal: '*',
        action: 'execute-api:Invoke',
        resource: `arn:aws:execute-api:eu-west-1:${home}:abc/prod/GET/orders`,
      },
      {
        resource: policy({
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/prod/GET/*',
        }),
      },
      'Allowed',
    ],
    [
      'another method',
      {
        principal: '*',
        action: 'execute-api:Invoke',
        resource: `arn:aws:execute-api:eu-west-1:${home}:abc/prod/POST/orders`,
      },
      {
        resource: policy({
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/prod/GET/*',
        }),
      },
      'ImplicitlyDenied',
    ],
  ),
  table(
    'IAM/latest/UserGuide/reference_policies_condition-keys.html',
    ...(
      [
        [user, { StringEquals: { 'aws:PrincipalAccount': home } }, true],
        [user, { StringEquals: { 'aws:PrincipalType': 'User' } }, true],
        [session, { StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }, true],
        [root, { StringEquals: { 'aws:PrincipalType': 'Account' } }, true],
        [session, { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${home}:role/orders` } }, true],
        [session, { ArnEquals: { 'aws:PrincipalArn': session } }, false],
        [user, { StringEquals: { 'aws:username': 'ana' } }, true],
        [session, { Null: { 'aws:username': 'true' } }, true],
        ['*', { StringEquals: { 'aws:PrincipalAccount': 'anonymous' } }, true],
        ['*', { Null: { 'aws:PrincipalArn': 'true' } }, true],
        ['*', { Null: { 'aws:PrincipalIsAWSService': 'true' } }, true],
        ['s3.amazonaws.com', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }, true],
        ['s3.amazonaws.com', { StringEquals: { 'aws:PrincipalServiceName': 's3.amazonaws.com' } }, true],
        [user, { Bool: { 'aws:PrincipalIsAWSService': 'true' } }, false],
        [partner, { StringEquals: { 'aws:ResourceAccount': home } }, true],
        [user, { StringEquals: { 'aws:SourceAccount': home } }, false],
      ] as const
    ).map(([principal, Condition, matches]): Row => {
      // A Deny shows whether the condition matched, whoever asks.
      const name = `${principal} ${JSON.stringify(Condition)}`;
      const guarded = policy({ ...deny(), Principal: '*', Condition });
      return [
        name,
        read(principal),
        { identity: all, resource: [...policy(to('*')), ...guarded] },
        matches ? 'ExplicitlyDenied' : 'Allowed',
      ];
    }),
    [
      'aws:userid of a role is known to AWS only',
      read(session),
      { identity: policy(allow('*', '*', { Condition: { StringLike: { 'aws:userid': 'AROA*:run' } } })) },
      'Unknown',
    ],
    [
      'aws:userid that the request gives',
      { ...read(session), principal: { arn: session, userId: 'AROAEXAMPLE:run' } },
      { identity: policy(allow('*', '*', { Condition: { StringLike: { 'aws:userid': 'AROA*:run' } } })) },
      'Allowed',
    ],
  ),
];
