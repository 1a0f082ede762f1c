import { asMap } from '@leastwise/model';
import { argument, isNothing } from './argument.ts';
import { block, blocks, convert, known, mapOf, into, only } from './read.ts';
import { joinRow, row, type Properties, type Read, type Row } from './row.ts';
import { spelledOut } from './spell-out.ts';
import { tags } from './tags.ts';

const behaviour: Properties = {
  PathPattern: 'path_pattern',
  TargetOriginId: 'target_origin_id',
  ViewerProtocolPolicy: 'viewer_protocol_policy',
  AllowedMethods: 'allowed_methods',
  CachePolicyId: 'cache_policy_id',
  OriginRequestPolicyId: 'origin_request_policy_id',
  ResponseHeadersPolicyId: 'response_headers_policy_id',
  TrustedKeyGroups: 'trusted_key_groups',
  TrustedSigners: 'trusted_signers',
  LambdaFunctionAssociations: blocks('lambda_function_association', {
    EventType: 'event_type',
    LambdaFunctionARN: 'lambda_arn',
    IncludeBody: 'include_body',
  }),
  FunctionAssociations: blocks('function_association', { EventType: 'event_type', FunctionARN: 'function_arn' }),
};

const distribution: Properties = {
  Enabled: 'enabled',
  Comment: 'comment',
  Aliases: 'aliases',
  DefaultCacheBehavior: block('default_cache_behavior', behaviour),
  CacheBehaviors: blocks('ordered_cache_behavior', behaviour),
  Origins: blocks('origin', {
    Id: 'origin_id',
    DomainName: 'domain_name',
    OriginPath: 'origin_path',
    OriginAccessControlId: 'origin_access_control_id',
    S3OriginConfig: block('s3_origin_config', { OriginAccessIdentity: 'origin_access_identity' }),
    OriginCustomHeaders: blocks('custom_header', { HeaderName: 'name', HeaderValue: 'value' }),
    CustomOriginConfig: block('custom_origin_config', {
      OriginProtocolPolicy: 'origin_protocol_policy',
      OriginSSLProtocols: 'origin_ssl_protocols',
    }),
    VpcOriginConfig: block('vpc_origin_config', { VpcOriginId: 'vpc_origin_id' }),
  }),
  OriginGroups: {
    Items: blocks('origin_group', {
      Id: 'origin_id',
      Members: { Items: blocks('member', { OriginId: 'origin_id' }) },
      FailoverCriteria: { StatusCodes: { Items: 'failover_criteria.status_codes' } },
    }),
  },
  WebACLId: 'web_acl_id',
  Logging: block('logging_config', { Bucket: 'bucket', Prefix: 'prefix' }),
  ViewerCertificate: block('viewer_certificate', {
    MinimumProtocolVersion: 'minimum_protocol_version',
    CloudFrontDefaultCertificate: 'cloudfront_default_certificate',
    AcmCertificateArn: 'acm_certificate_arn',
    IamCertificateId: 'iam_certificate_id',
  }),
  DefaultRootObject: 'default_root_object',
  Restrictions: { GeoRestriction: { RestrictionType: 'restrictions.geo_restriction.restriction_type' } },
};

const action: Properties = {
  Type: 'type',
  Order: 'order',
  TargetGroupArn: 'target_group_arn',
  ForwardConfig: block('forward', {
    TargetGroups: blocks('target_group', { TargetGroupArn: 'arn', Weight: 'weight' }),
  }),
  RedirectConfig: block('redirect', { Protocol: 'protocol', Port: 'port' }),
  AuthenticateCognitoConfig: block('authenticate_cognito', {
    UserPoolArn: 'user_pool_arn',
    OnUnauthenticatedRequest: 'on_unauthenticated_request',
  }),
  AuthenticateOidcConfig: block('authenticate_oidc', {
    Issuer: 'issuer',
    OnUnauthenticatedRequest: 'on_unauthenticated_request',
  }),
};

/** One block holds one kind of condition, and its name says which. */
const conditionFields: Readonly<Record<string, string>> = {
  path_pattern: 'path-pattern',
  host_header: 'host-header',
  http_request_method: 'http-request-method',
  http_header: 'http-header',
  query_string: 'query-string',
  source_ip: 'source-ip',
};

const conditionField: Read = (scope) => {
  for (const [name, field] of Object.entries(conditionFields)) {
    const value = argument(scope.block, name);
    if (!isNothing(value)) return known(field, value.origin);
  }
  return argument(scope.block, 'field');
};

/** Arguments that CloudFormation writes as `{Key, Value}`. */
const balancerAttributes: Read = (scope) => {
  const written = [
    ['deletion_protection.enabled', 'enable_deletion_protection'],
    ['routing.http.drop_invalid_header_fields.enabled', 'drop_invalid_header_fields'],
    ['access_logs.s3.enabled', 'access_logs.enabled'],
    ['access_logs.s3.bucket', 'access_logs.bucket'],
  ].flatMap(([key = '', path = '']) => {
    const value = argument(scope.block, path);
    return isNothing(value) ? [] : [mapOf({ Key: known(key, value.origin), Value: value }, value.origin)];
  });
  return written.length === 0 ? undefined : known(written, scope.block.origin);
};

const rules = blocks('rule', {
  Name: 'name',
  Priority: 'priority',
  Action: spelledOut('action'),
  OverrideAction: spelledOut('override_action'),
  Statement: spelledOut('statement', [
    'rule_action_override',
    'excluded_rule',
    'text_transformation',
    'managed_rule_group_configs',
  ]),
});

const classicRule: Properties = {
  Priority: 'priority',
  RuleId: 'rule_id',
  Action: block('action', { Type: 'type' }),
  OverrideAction: block('override_action', { Type: 'type' }),
};

/** A block that is only there or not: `allow {}` is an empty map of CloudFormation. */
const defaultAction: Read = (scope) => {
  const spelled = spelledOut('default_action')(scope);
  return spelled !== undefined && asMap(spelled) !== undefined ? spelled : undefined;
};

export const edgeRows: readonly Row[] = [
  row(
    'aws_wafv2_web_acl',
    'AWS::WAFv2::WebACL',
    { Name: 'name', Scope: 'scope', DefaultAction: defaultAction, Rules: rules, Tags: tags },
    { name: 'name' },
  ),
  row(
    'aws_wafregional_web_acl',
    'AWS::WAFRegional::WebACL',
    { Name: 'name', Rules: blocks('rule', classicRule) },
    { name: 'name' },
  ),
  row('aws_waf_web_acl', 'AWS::WAF::WebACL', { Name: 'name', Rules: blocks('rules', classicRule) }, { name: 'name' }),
  row('aws_wafv2_web_acl_association', 'AWS::WAFv2::WebACLAssociation', {
    ResourceArn: 'resource_arn',
    WebACLArn: 'web_acl_arn',
  }),
  row('aws_wafregional_web_acl_association', 'AWS::WAFRegional::WebACLAssociation', {
    ResourceArn: 'resource_arn',
    WebACLId: 'web_acl_id',
  }),
  row('aws_wafv2_web_acl_logging_configuration', 'AWS::WAFv2::LoggingConfiguration', {
    ResourceArn: 'resource_arn',
    LogDestinationConfigs: 'log_destination_configs',
    RedactedFields: spelledOut('redacted_fields', ['redacted_fields']),
  }),
  row(
    'aws_cloudfront_distribution',
    'AWS::CloudFront::Distribution',
    { DistributionConfig: distribution, Tags: tags },
    { attributes: { domain_name: 'DomainName' } },
  ),
  row('aws_cloudfront_origin_access_control', 'AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: {
      Name: 'name',
      OriginAccessControlOriginType: 'origin_access_control_origin_type',
      SigningBehavior: 'signing_behavior',
      SigningProtocol: 'signing_protocol',
    },
  }),
  row('aws_cloudfront_origin_access_identity', 'AWS::CloudFront::CloudFrontOriginAccessIdentity', {
    CloudFrontOriginAccessIdentityConfig: { Comment: 'comment' },
  }),
  row(
    'aws_cloudfront_function',
    'AWS::CloudFront::Function',
    {
      Name: 'name',
      FunctionCode: 'code',
      FunctionConfig: { Runtime: 'runtime', Comment: 'comment' },
      AutoPublish: 'publish',
    },
    { name: 'name', attributes: { arn: 'FunctionARN' } },
  ),
  row('aws_cloudfront_response_headers_policy', 'AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      Name: 'name',
      CorsConfig: block('cors_config', {
        AccessControlAllowOrigins: { Items: 'access_control_allow_origins.items' },
        AccessControlAllowCredentials: 'access_control_allow_credentials',
      }),
      SecurityHeadersConfig: {
        StrictTransportSecurity: {
          AccessControlMaxAgeSec: 'security_headers_config.strict_transport_security.access_control_max_age_sec',
        },
      },
    },
  }),
  row(
    ['aws_lb', 'aws_alb'],
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    {
      Name: 'name',
      Type: 'load_balancer_type',
      Scheme: convert('internal', (data) => (data === true || data === 'true' ? 'internal' : 'internet-facing')),
      Subnets: 'subnets',
      SecurityGroups: 'security_groups',
      LoadBalancerAttributes: balancerAttributes,
      Tags: tags,
    },
    { name: 'name', attributes: { arn: 'Ref', name: 'LoadBalancerName', dns_name: 'DNSName' } },
  ),
  row(
    ['aws_lb_listener', 'aws_alb_listener'],
    'AWS::ElasticLoadBalancingV2::Listener',
    {
      LoadBalancerArn: 'load_balancer_arn',
      Port: 'port',
      Protocol: 'protocol',
      SslPolicy: 'ssl_policy',
      Certificates: only({ CertificateArn: 'certificate_arn' }),
      MutualAuthentication: { Mode: 'mutual_authentication.mode' },
      DefaultActions: blocks('default_action', action),
    },
    { attributes: { arn: 'Ref' } },
  ),
  row(
    ['aws_lb_listener_rule', 'aws_alb_listener_rule'],
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    {
      ListenerArn: 'listener_arn',
      Priority: 'priority',
      Actions: blocks('action', action),
      Conditions: blocks('condition', {
        Field: conditionField,
        Values: 'values',
        PathPatternConfig: block('path_pattern', { Values: 'values' }),
        HostHeaderConfig: block('host_header', { Values: 'values' }),
        HttpRequestMethodConfig: block('http_request_method', { Values: 'values' }),
        HttpHeaderConfig: block('http_header', { HttpHeaderName: 'http_header_name', Values: 'values' }),
        SourceIpConfig: block('source_ip', { Values: 'values' }),
      }),
    },
    { attributes: { arn: 'Ref' } },
  ),
  row(
    ['aws_lb_target_group', 'aws_alb_target_group'],
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    {
      Name: 'name',
      TargetType: 'target_type',
      Protocol: 'protocol',
      Tags: tags,
    },
    { name: 'name', attributes: { arn: 'Ref', name: 'TargetGroupName' } },
  ),
  joinRow(
    ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'],
    undefined,
    into('target_group_arn', ['AWS::ElasticLoadBalancingV2::TargetGroup'], { Targets: only({ Id: 'target_id' }) }),
  ),
];
