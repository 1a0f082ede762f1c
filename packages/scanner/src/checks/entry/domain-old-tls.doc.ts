import type { CheckDoc } from '../check-doc.ts';

const template = (policy: string): string => `Resources:
  OrderDomain:
    Type: AWS::ApiGateway::DomainName
    Properties:
      DomainName: orders.example.com
      RegionalCertificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/orders
      EndpointConfiguration:
        Types: [REGIONAL]
      SecurityPolicy: ${policy}
`;

const listener = (policy: string): string => `Resources:
  OrderListener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/orders/50dc6c495c0c9188
      Port: 443
      Protocol: HTTPS
      SslPolicy: ${policy}
      Certificates:
        - CertificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/orders
      DefaultActions:
        - Type: forward
          TargetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/orders/73e2d6bc24d8a067
`;

export default {
  why: 'TLS 1.0 and 1.1 have known weaknesses and were withdrawn in 2021 (RFC 8996). A domain that takes them lets an attacker on the way make both sides use them.',
  exploit: 'An attacker on the network makes old clients fall back to TLS 1.0 and attacks its ciphers.',
  fix: {
    sam: 'Set Domain.SecurityPolicy: TLS_1_2.',
    cloudformation:
      'Set SecurityPolicy: TLS_1_2 on the domain, MinimumProtocolVersion: TLSv1.2_2021 on the distribution, SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06 on the listener.',
  },
  blindSpots:
    'The policy of an execute-api address cannot be changed and is not judged; that of a CloudFront address is told as inventory.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
  ],
  examples: {
    bad: [
      { title: 'a domain from TLS 1.0', template: template('TLS_1_0'), subject: 'OrderDomain', marks: 'TLS_1_0' },
      {
        title: 'a listener with the policy of 2016',
        template: listener('ELBSecurityPolicy-2016-08'),
        subject: 'OrderListener',
        marks: 'ELBSecurityPolicy-2016-08',
      },
    ],
    good: [
      { title: 'a domain from TLS 1.2', template: template('TLS_1_2'), subject: 'OrderDomain' },
      {
        title: 'a listener from TLS 1.2',
        template: listener('ELBSecurityPolicy-TLS13-1-2-2021-06'),
        subject: 'OrderListener',
      },
    ],
  },
} satisfies CheckDoc;
