import type { CheckDoc } from '../check-doc.ts';

const template = (endpoint: string): string => `Resources:
  OrderApi:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: HTTP
${endpoint}
  OrderDomain:
    Type: AWS::ApiGatewayV2::DomainName
    Properties:
      DomainName: orders.example.com
      DomainNameConfigurations:
        - CertificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/orders
          SecurityPolicy: TLS_1_2
      MutualTlsAuthentication:
        TruststoreUri: s3://order-partners/truststore.pem
  OrderMapping:
    Type: AWS::ApiGatewayV2::ApiMapping
    Properties:
      ApiId: !Ref OrderApi
      DomainName: !Ref OrderDomain
      Stage: $default
`;

export default {
  why: 'Every API keeps its execute-api address beside a custom domain. Client certificates and firewalls of the domain, or of a distribution in front, do not stand there.',
  exploit:
    'The attacker finds the execute-api address in a log, a mobile application or by the API id, and calls the API without certificate or firewall.',
  fix: {
    sam: 'Set DisableExecuteApiEndpoint: true on the API.',
    cloudformation: 'Set DisableExecuteApiEndpoint: true on AWS::ApiGateway::RestApi or AWS::ApiGatewayV2::Api.',
  },
  blindSpots:
    'An API that takes only requests with a secret header of its distribution is closed in effect; that is read only when the header is x-api-key.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  ],
  examples: {
    bad: [
      {
        title: 'mutual TLS on the domain, and the default address open',
        template: template('      DisableExecuteApiEndpoint: false'),
        subject: 'OrderApi',
        marks: 'false',
      },
    ],
    good: [
      {
        title: 'mutual TLS on the domain, and the default address off',
        template: template('      DisableExecuteApiEndpoint: true'),
        subject: 'OrderApi',
      },
    ],
  },
} satisfies CheckDoc;
