import type { CheckDoc } from '../check-doc.ts';

const template = (size: number): string => `Resources:
  CatalogueApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: catalogue
      MinimumCompressionSize: ${size}
`;

export default {
  why: 'Compression saves traffic. Other scanners ask for it as a matter of availability.',
  exploit: 'None: this is about traffic.',
  fix: { sam: 'Set MinimumCompressionSize: 1024.', cloudformation: 'Set MinimumCompressionSize: 1024.' },
  blindSpots: 'Answers that hold a secret beside text of the caller should not be compressed (BREACH).',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html',
  ],
  examples: {
    bad: [
      {
        title: 'a size that the platform refuses',
        template: template(20971520),
        subject: 'CatalogueApi',
        marks: '20971520',
      },
    ],
    good: [{ title: 'answers compressed from 1 KB', template: template(1024), subject: 'CatalogueApi' }],
  },
} satisfies CheckDoc;
