import type { CheckDoc } from '../check-doc.ts';

const template = (policy: string): string => `Resources:
  ShopDomain:
    Type: AWS::ApiGateway::DomainName
    Properties:
      DomainName: api.shop.example
      RegionalCertificateArn: arn:aws:acm:eu-west-1:123456789012:certificate/1b2c3d4e-0000-4000-8000-1234567890ab
      EndpointConfiguration: { Types: [REGIONAL] }
      EndpointAccessMode: BASIC
      SecurityPolicy: ${policy}
`;

export default {
  why: 'Whoever records a connection today may read it when a quantum computer can find its key. Policies with PQ in their name agree on hybrid keys.',
  exploit: 'The attacker stores traffic for years, then decrypts it. It matters for data that is still secret then.',
  fix: {
    sam: 'Set SecurityPolicy: SecurityPolicy_TLS13_1_2_PQ_2025_09 and an EndpointAccessMode on the domain.',
    cloudformation: 'Set SecurityPolicy: SecurityPolicy_TLS13_1_2_PQ_2025_09 and an EndpointAccessMode.',
  },
  blindSpots: 'Such a domain takes neither mutual TLS nor HTTP APIs. Clients that cannot do it agree on the old way.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
  ],
  examples: {
    bad: [{ title: 'a domain with TLS 1.2', template: template('TLS_1_2'), subject: 'ShopDomain', marks: 'TLS_1_2' }],
    good: [
      {
        title: 'a domain with hybrid keys',
        template: template('SecurityPolicy_TLS13_1_2_PQ_2025_09'),
        subject: 'ShopDomain',
      },
    ],
  },
} satisfies CheckDoc;
