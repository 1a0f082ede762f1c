import type { CheckDoc } from '../check-doc.ts';

const template = (cache: boolean): string => `Resources:
  CatalogueApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: catalogue
  CatalogueStage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref CatalogueApi
      DeploymentId: a1b2c3
      StageName: prod
      CacheClusterEnabled: ${cache}
`;

export default {
  why: 'A cache answers repeated questions without starting the function. Other scanners ask for one everywhere.',
  exploit: 'A flood of equal requests starts the function each time.',
  fix: {
    sam: 'Set CacheClusterEnabled: true with CacheClusterSize, where answers are the same for everyone.',
    cloudformation: 'Set CacheClusterEnabled: true with CacheClusterSize, where answers are the same for everyone.',
  },
  blindSpots: 'Whether answers may be shared is decided by what they hold.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  examples: {
    bad: [{ title: 'a catalogue without cache', template: template(false), subject: 'CatalogueStage', marks: 'false' }],
    good: [{ title: 'a catalogue with cache', template: template(true), subject: 'CatalogueStage' }],
  },
} satisfies CheckDoc;
