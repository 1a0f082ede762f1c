import type { Area, ExpectedWay, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import { att, fn, permission, ref, resource, routed, situation, stack, started, type Resources } from '../template.ts';

const host = { 'Fn::Select': [2, { 'Fn::Split': ['/', att('Link', 'FunctionUrl')] }] };
const distribution = (behaviour: JsonMap, origin: JsonMap, config: JsonMap = {}): Resources => ({
  Site: resource('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Enabled: true,
      DefaultCacheBehavior: { TargetOriginId: 'work', ViewerProtocolPolicy: 'https-only', ...behaviour },
      Origins: [
        { Id: 'work', DomainName: host, CustomOriginConfig: { OriginProtocolPolicy: 'https-only' }, ...origin },
      ],
      ...config,
    },
  }),
});
const control = (signing: string): Resources => ({
  Control: resource('AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: {
      Name: 'url',
      OriginAccessControlOriginType: 'lambda',
      SigningBehavior: signing,
      SigningProtocol: 'sigv4',
    },
  }),
});
const url = (auth: string): Resources => ({
  Link: resource('AWS::Lambda::Url', { TargetFunctionArn: att('Handler'), AuthType: auth }),
});
const letIn: Resources = {
  Permit: permission('Handler', 'cloudfront.amazonaws.com', {
    Action: 'lambda:InvokeFunctionUrl',
    SourceArn: { 'Fn::Sub': 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${Site}' },
  }),
};
const signs = { OriginAccessControlId: att('Control', 'Id') };
const direct = (auth: ExpectedWay['auth'], exposure: ExpectedWay['exposure']): ExpectedWay =>
  routed('function-url', 'Link', 'ANY /', auth, exposure);
const front = (auth: ExpectedWay['auth'], exposure: ExpectedWay['exposure'], route = 'ANY /*'): ExpectedWay =>
  routed('cloudfront', 'Site', route, auth, exposure);
const edge = (behaviour: JsonMap, config: JsonMap = {}): JsonMap =>
  stack(
    fn('Handler'),
    { Version: resource('AWS::Lambda::Version', { FunctionName: ref('Handler') }) },
    distribution(
      {
        LambdaFunctionAssociations: [{ EventType: 'viewer-request', LambdaFunctionARN: ref('Version') }],
        ...behaviour,
      },
      { DomainName: 'shop.example' },
      config,
    ),
  );
const keyGroup = { TrustedKeyGroups: ['b1946ac9-2492-4d23-8c0d-0f50d43a9e0b'] };
const template = (auth: string, signing: string | undefined, behaviour: JsonMap = {}, config: JsonMap = {}): Json =>
  stack(
    fn('Handler'),
    url(auth),
    letIn,
    signing === undefined ? {} : control(signing),
    distribution(behaviour, signing === undefined ? {} : signs, config),
  );

const cases: readonly ExposureCase[] = [
  situation(
    'a distribution that signs for an IAM function URL lets its visitors through',
    pages.originAccess,
    template('AWS_IAM', 'always'),
    [direct(['iam'], 'authenticated'), front([], 'public')],
  ),
  situation(
    'a distribution that signs unless the visitor does',
    pages.originAccess,
    template('AWS_IAM', 'no-override'),
    [direct(['iam'], 'authenticated'), front([], 'public')],
  ),
  situation(
    'a distribution that never signs: the URL refuses visitors',
    pages.originAccess,
    template('AWS_IAM', 'never'),
    [direct(['iam'], 'authenticated')],
  ),
  situation(
    'a distribution without access control: the URL refuses visitors',
    pages.originAccess,
    template('AWS_IAM', undefined),
    [direct(['iam'], 'authenticated')],
  ),
  situation(
    'a distribution that serves signed addresses only',
    pages.signedUrls,
    template('AWS_IAM', 'always', keyGroup),
    [direct(['iam'], 'authenticated'), front(['signature'], 'authenticated')],
  ),
  situation(
    'a disabled distribution serves nobody',
    pages.distribution,
    template('AWS_IAM', 'always', {}, { Enabled: false }),
    [direct(['iam'], 'authenticated')],
  ),
  situation(
    'another behaviour without signed addresses',
    pages.signedUrls,
    template('AWS_IAM', 'always', keyGroup, {
      CacheBehaviors: [{ PathPattern: '/open/*', TargetOriginId: 'work', ViewerProtocolPolicy: 'https-only' }],
    }),
    [direct(['iam'], 'authenticated'), front(['signature'], 'authenticated'), front([], 'public', 'ANY /open/*')],
  ),
  situation(
    'a behaviour that leads to another origin',
    pages.distribution,
    template('AWS_IAM', 'always', keyGroup, {
      CacheBehaviors: [{ PathPattern: '/shop/*', TargetOriginId: 'shop', ViewerProtocolPolicy: 'https-only' }],
    }),
    [direct(['iam'], 'authenticated'), front(['signature'], 'authenticated')],
  ),
  situation(
    'an open function URL behind a distribution stays open beside it',
    pages.originAccess,
    stack(
      fn('Handler'),
      url('NONE'),
      { Open: permission('Handler', '*', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }) },
      distribution({}, {}),
    ),
    [direct([], 'public')],
  ),
  situation('Lambda@Edge runs for every visitor', pages.edgeFunctions, edge({}), [
    started('cloudfront', 'Site', 'sync', 'public'),
  ]),
  situation('Lambda@Edge of a disabled distribution', pages.distribution, edge({}, { Enabled: false }), []),
  situation(
    'Lambda@Edge at the origin of signed addresses',
    pages.signedUrls,
    edge({
      ...keyGroup,
      LambdaFunctionAssociations: [{ EventType: 'origin-request', LambdaFunctionARN: ref('Version') }],
    }),
    [started('cloudfront', 'Site', 'sync', 'authenticated', { auth: ['signature'] })],
  ),
];

export const cloudFrontArea: Area = { name: 'cloudfront', cases };
