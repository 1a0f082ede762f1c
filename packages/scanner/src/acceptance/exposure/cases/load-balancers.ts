import type { Area, ExpectedWay, ExposureCase, Json, JsonMap } from '../exposure-case.ts';
import { pages } from '../pages.ts';
import { att, fn, ref, resource, routed, situation, stack, type Resources } from '../template.ts';

const forward = (order?: number): JsonMap => ({
  Type: 'forward',
  TargetGroupArn: ref('Group'),
  ...(order === undefined ? {} : { Order: order }),
});

/** A load balancer whose listener hands everything to Handler. */
const front = (
  balancer: JsonMap,
  actions: readonly Json[] = [forward()],
  listener: JsonMap = {},
  more: Resources = {},
): JsonMap =>
  stack(
    fn('Handler'),
    {
      Front: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Type: 'application',
        Subnets: ['subnet-1', 'subnet-2'],
        ...balancer,
      }),
      Listen: resource('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('Front'),
        Port: 443,
        Protocol: 'HTTPS',
        DefaultActions: actions,
        ...listener,
      }),
      Group: resource('AWS::ElasticLoadBalancingV2::TargetGroup', {
        TargetType: 'lambda',
        Targets: [{ Id: att('Handler') }],
      }),
    },
    more,
  );
const way = (
  auth: ExpectedWay['auth'],
  exposure: ExpectedWay['exposure'],
  rest: Partial<ExpectedWay> = {},
): ExpectedWay => routed('load-balancer', 'Front', 'ANY /*', auth, exposure, rest);
const pool = (adminOnly: boolean): Resources => ({
  Customers: resource('AWS::Cognito::UserPool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: adminOnly } }),
});
const cognito = (more: JsonMap = {}): JsonMap => ({
  Type: 'authenticate-cognito',
  Order: 1,
  AuthenticateCognitoConfig: {
    UserPoolArn: att('Customers'),
    UserPoolClientId: 'client',
    UserPoolDomain: 'shop',
    ...more,
  },
});
const openId = (more: JsonMap = {}): JsonMap => ({
  Type: 'authenticate-oidc',
  Order: 1,
  AuthenticateOidcConfig: { Issuer: 'https://login.shop.example', ClientId: 'shop', ...more },
});
const rule = (conditions: readonly Json[]): Resources => ({
  Rule: resource('AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn: ref('Listen'),
    Priority: 1,
    Actions: [forward()],
    Conditions: conditions,
  }),
});
const refuse = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } };

const cases: readonly ExposureCase[] = [
  situation('a load balancer faces the internet by default', pages.albScheme, front({}), [way([], 'public')]),
  situation('a load balancer that says internet-facing', pages.albScheme, front({ Scheme: 'internet-facing' }), [
    way([], 'public'),
  ]),
  situation('an internal load balancer', pages.albScheme, front({ Scheme: 'internal' }), [
    way(['network'], 'internal'),
  ]),
  situation(
    'a scheme from a parameter',
    pages.parameters,
    { ...front({ Scheme: ref('Scheme') }), Parameters: { Scheme: { Type: 'String' } } },
    [way(['unknown'], 'unknown', { settleWith: '--param Scheme=' })],
  ),
  situation('users of an open pool', pages.albAuthentication, front({}, [cognito(), forward(2)], {}, pool(false)), [
    way(['cognito'], 'public-sign-up'),
  ]),
  situation('users of a closed pool', pages.albAuthentication, front({}, [cognito(), forward(2)], {}, pool(true)), [
    way(['cognito'], 'authenticated'),
  ]),
  situation(
    'OnUnauthenticatedRequest allow lets everyone through',
    pages.albAuthentication,
    front({}, [cognito({ OnUnauthenticatedRequest: 'allow' }), forward(2)], {}, pool(true)),
    [way([], 'public')],
  ),
  situation(
    'OnUnauthenticatedRequest deny',
    pages.albAuthentication,
    front({}, [cognito({ OnUnauthenticatedRequest: 'deny' }), forward(2)], {}, pool(true)),
    [way(['cognito'], 'authenticated')],
  ),
  situation('OpenID Connect at the load balancer', pages.albAuthentication, front({}, [openId(), forward(2)]), [
    way(['jwt'], 'authenticated'),
  ]),
  situation(
    'OpenID Connect that lets the unauthenticated through',
    pages.albAuthentication,
    front({}, [openId({ OnUnauthenticatedRequest: 'allow' }), forward(2)]),
    [way([], 'public')],
  ),
  situation(
    'mutual TLS that verifies',
    pages.albMutualTls,
    front({}, [forward()], {
      MutualAuthentication: {
        Mode: 'verify',
        TrustStoreArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/shop/1',
      },
    }),
    [way(['mutual-tls'], 'authenticated')],
  ),
  situation(
    'mutual TLS that passes certificates on proves nothing',
    pages.albMutualTls,
    front({}, [forward()], { MutualAuthentication: { Mode: 'passthrough' } }),
    [way([], 'public')],
  ),
  situation(
    'a rule for a path',
    pages.albConditions,
    front({}, [refuse], {}, rule([{ Field: 'path-pattern', PathPatternConfig: { Values: ['/orders/*'] } }])),
    [routed('load-balancer', 'Front', 'ANY /orders/*', [], 'public')],
  ),
  situation(
    'a rule for a method',
    pages.albConditions,
    front({}, [refuse], {}, rule([{ Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['POST'] } }])),
    [routed('load-balancer', 'Front', 'POST /*', [], 'public')],
  ),
  situation(
    'a rule for source addresses',
    pages.albConditions,
    front({}, [refuse], {}, rule([{ Field: 'source-ip', SourceIpConfig: { Values: ['192.0.2.0/24'] } }])),
    [way(['resource-policy'], 'authenticated')],
  ),
  situation(
    'a rule for a host name keeps nobody out',
    pages.albConditions,
    front({}, [refuse], {}, rule([{ Field: 'host-header', HostHeaderConfig: { Values: ['shop.example'] } }])),
    [way([], 'public')],
  ),
  situation(
    'authentication by default, and a rule without it',
    pages.albAuthentication,
    front(
      {},
      [cognito(), forward(2)],
      {},
      { ...pool(true), ...rule([{ Field: 'path-pattern', Values: ['/health'] }]) },
    ),
    [way(['cognito'], 'authenticated'), routed('load-balancer', 'Front', 'ANY /health', [], 'public')],
  ),
  situation(
    'a target group whose listener stands elsewhere',
    pages.alb,
    stack(fn('Handler'), {
      Group: resource('AWS::ElasticLoadBalancingV2::TargetGroup', {
        TargetType: 'lambda',
        Targets: [{ Id: att('Handler') }],
      }),
    }),
    [
      {
        kind: 'load-balancer',
        source: 'Group',
        auth: ['unknown'],
        invocation: 'sync',
        exposure: 'unknown',
        reason: 'listener',
      },
    ],
  ),
  situation(
    'weighted target groups',
    pages.alb,
    front({}, [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: ref('Group'), Weight: 1 }] } }]),
    [way([], 'public')],
  ),
];

export const loadBalancersArea: Area = { name: 'load-balancers', cases };
