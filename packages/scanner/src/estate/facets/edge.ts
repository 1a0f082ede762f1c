import { data, flag, list, mapping, number, section, text, values } from '../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

const behaviourFields = {
  pattern: text('PathPattern', { default: '*' }),
  originId: text('TargetOriginId'),
  /** allow-all, https-only or redirect-to-https. */
  viewerProtocol: text('ViewerProtocolPolicy'),
  methods: values('AllowedMethods'),
  cachePolicy: data('CachePolicyId'),
  originRequestPolicy: data('OriginRequestPolicyId'),
  responseHeadersPolicy: data('ResponseHeadersPolicyId'),
  trustedKeyGroups: values('TrustedKeyGroups'),
  trustedSigners: values('TrustedSigners'),
  /** Lambda@Edge: versions of functions. */
  functions: list('LambdaFunctionAssociations', {
    event: text('EventType'),
    version: data('LambdaFunctionARN'),
    withBody: flag('IncludeBody', { default: false }),
  }),
  edgeFunctions: list('FunctionAssociations', { event: text('EventType'), function: data('FunctionARN') }),
};

const actionFields = {
  type: text('Type'),
  order: number('Order'),
  targetGroup: data('TargetGroupArn'),
  targetGroups: list('ForwardConfig.TargetGroups', { targetGroup: data('TargetGroupArn'), weight: number('Weight') }),
  redirect: section('RedirectConfig', { protocol: text('Protocol', { default: '#{protocol}' }), port: text('Port') }),
  cognito: section('AuthenticateCognitoConfig', {
    pool: data('UserPoolArn'),
    /** authenticate, allow or deny. */
    unauthenticated: text('OnUnauthenticatedRequest', { default: 'authenticate' }),
  }),
  openId: section('AuthenticateOidcConfig', {
    issuer: text('Issuer'),
    unauthenticated: text('OnUnauthenticatedRequest', { default: 'authenticate' }),
  }),
};

/** What stands at the edge: firewalls, content delivery and load balancers. */
export const edgeMappings = [
  mapping(
    'web-acl',
    {
      types: ['AWS::WAFv2::WebACL', 'AWS::WAFRegional::WebACL', 'AWS::WAF::WebACL'],
      name: 'Name',
      page: `${reference}aws-resource-wafv2-webacl.html`,
    },
    {
      name: text('Name'),
      scope: text('Scope'),
      blocksByDefault: data('DefaultAction.Block'),
      allowsByDefault: data('DefaultAction.Allow'),
      rules: list('Rules', {
        name: text('Name'),
        priority: number('Priority'),
        action: data('Action'),
        override: data('OverrideAction'),
        statement: data('Statement'),
        /** The rule of a classic web ACL. */
        classicRule: data('RuleId'),
        managedGroup: text('Statement.ManagedRuleGroupStatement.Name'),
        /** Requests of one client in the window. */
        rateLimit: number('Statement.RateBasedStatement.Limit'),
      }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'web-acl-association',
    {
      types: ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'],
      page: `${reference}aws-resource-wafv2-webaclassociation.html`,
    },
    { resource: data('ResourceArn'), webAcl: data('WebACLArn'), classicWebAcl: data('WebACLId') },
  ),
  mapping(
    'web-acl-logging',
    { types: ['AWS::WAFv2::LoggingConfiguration'], page: `${reference}aws-resource-wafv2-loggingconfiguration.html` },
    {
      webAcl: data('ResourceArn'),
      destinations: values('LogDestinationConfigs'),
      redacted: list('RedactedFields', {}),
    },
  ),
  mapping(
    'distribution',
    { types: ['AWS::CloudFront::Distribution'], page: `${reference}aws-resource-cloudfront-distribution.html` },
    {
      enabled: flag('DistributionConfig.Enabled'),
      comment: text('DistributionConfig.Comment'),
      aliases: values('DistributionConfig.Aliases'),
      defaultBehaviour: section('DistributionConfig.DefaultCacheBehavior', behaviourFields),
      behaviours: list('DistributionConfig.CacheBehaviors', behaviourFields),
      origins: list('DistributionConfig.Origins', {
        id: text('Id'),
        domain: data('DomainName'),
        path: text('OriginPath', { default: '' }),
        accessControl: data('OriginAccessControlId'),
        accessIdentity: data('S3OriginConfig.OriginAccessIdentity'),
        headers: list('OriginCustomHeaders', { name: text('HeaderName'), value: data('HeaderValue') }),
        custom: section('CustomOriginConfig', {
          protocol: text('OriginProtocolPolicy'),
          tls: values('OriginSSLProtocols'),
        }),
        vpcOrigin: data('VpcOriginConfig.VpcOriginId'),
      }),
      originGroups: list('DistributionConfig.OriginGroups.Items', {
        id: text('Id'),
        members: list('Members.Items', { origin: text('OriginId') }),
        statuses: values('FailoverCriteria.StatusCodes.Items'),
      }),
      webAcl: data('DistributionConfig.WebACLId'),
      log: section('DistributionConfig.Logging', { bucket: data('Bucket') }),
      certificate: section('DistributionConfig.ViewerCertificate', {
        minimumProtocol: text('MinimumProtocolVersion', { default: 'TLSv1' }),
        cloudfrontDefault: flag('CloudFrontDefaultCertificate', { default: false }),
        acm: data('AcmCertificateArn'),
        iam: data('IamCertificateId'),
      }),
      rootObject: text('DistributionConfig.DefaultRootObject'),
      geoRestriction: text('DistributionConfig.Restrictions.GeoRestriction.RestrictionType', { default: 'none' }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'origin-access-control',
    {
      types: ['AWS::CloudFront::OriginAccessControl'],
      page: `${reference}aws-resource-cloudfront-originaccesscontrol.html`,
    },
    {
      name: text('OriginAccessControlConfig.Name'),
      /** lambda, s3, mediastore, ... */
      originType: text('OriginAccessControlConfig.OriginAccessControlOriginType'),
      /** always, never or no-override. */
      signing: text('OriginAccessControlConfig.SigningBehavior'),
      protocol: text('OriginAccessControlConfig.SigningProtocol'),
    },
  ),
  mapping(
    'origin-access-identity',
    {
      types: ['AWS::CloudFront::CloudFrontOriginAccessIdentity'],
      page: `${reference}aws-resource-cloudfront-cloudfrontoriginaccessidentity.html`,
    },
    { comment: text('CloudFrontOriginAccessIdentityConfig.Comment') },
  ),
  mapping(
    'edge-function',
    { types: ['AWS::CloudFront::Function'], name: 'Name', page: `${reference}aws-resource-cloudfront-function.html` },
    {
      name: text('Name'),
      code: data('FunctionCode'),
      runtime: text('FunctionConfig.Runtime'),
      autoPublish: flag('AutoPublish'),
    },
  ),
  mapping(
    'response-headers-policy',
    {
      types: ['AWS::CloudFront::ResponseHeadersPolicy'],
      page: `${reference}aws-resource-cloudfront-responseheaderspolicy.html`,
    },
    {
      name: text('ResponseHeadersPolicyConfig.Name'),
      corsOrigins: values('ResponseHeadersPolicyConfig.CorsConfig.AccessControlAllowOrigins.Items'),
      corsCredentials: flag('ResponseHeadersPolicyConfig.CorsConfig.AccessControlAllowCredentials'),
      strictTransport: number(
        'ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec',
      ),
    },
  ),
  mapping(
    'load-balancer',
    {
      types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
      name: 'Name',
      page: `${reference}aws-resource-elasticloadbalancingv2-loadbalancer.html`,
    },
    {
      name: text('Name'),
      type: text('Type', { default: 'application' }),
      scheme: text('Scheme', { default: 'internet-facing' }),
      subnets: values('Subnets'),
      securityGroups: values('SecurityGroups'),
      attributes: list('LoadBalancerAttributes', { key: text('Key'), value: text('Value') }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'listener',
    {
      types: ['AWS::ElasticLoadBalancingV2::Listener'],
      page: `${reference}aws-resource-elasticloadbalancingv2-listener.html`,
    },
    {
      balancer: data('LoadBalancerArn'),
      port: number('Port'),
      protocol: text('Protocol'),
      sslPolicy: text('SslPolicy', { default: 'ELBSecurityPolicy-2016-08' }),
      certificates: list('Certificates', { certificate: data('CertificateArn') }),
      mutualTls: text('MutualAuthentication.Mode', { default: 'off' }),
      actions: list('DefaultActions', actionFields),
    },
  ),
  mapping(
    'listener-rule',
    {
      types: ['AWS::ElasticLoadBalancingV2::ListenerRule'],
      page: `${reference}aws-resource-elasticloadbalancingv2-listenerrule.html`,
    },
    {
      listener: data('ListenerArn'),
      priority: number('Priority'),
      actions: list('Actions', actionFields),
      conditions: list('Conditions', {
        field: text('Field'),
        values: values('Values'),
        paths: values('PathPatternConfig.Values'),
        hosts: values('HostHeaderConfig.Values'),
        methods: values('HttpRequestMethodConfig.Values'),
        header: text('HttpHeaderConfig.HttpHeaderName'),
        headerValues: values('HttpHeaderConfig.Values'),
        sources: values('SourceIpConfig.Values'),
      }),
    },
  ),
  mapping(
    'target-group',
    {
      types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
      name: 'Name',
      page: `${reference}aws-resource-elasticloadbalancingv2-targetgroup.html`,
    },
    {
      name: text('Name'),
      type: text('TargetType', { default: 'instance' }),
      targets: list('Targets', { id: data('Id') }),
      protocol: text('Protocol'),
      attributes: list('TargetGroupAttributes', { key: text('Key'), value: text('Value') }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
] as const;
