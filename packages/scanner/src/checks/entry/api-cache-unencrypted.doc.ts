import type { CheckDoc } from '../check-doc.ts';

const template = (encrypted: boolean): string => `Resources:
  OrderApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  OrderDeployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: !Ref OrderApi
  OrderStage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref OrderApi
      DeploymentId: !Ref OrderDeployment
      StageName: prod
      CacheClusterEnabled: true
      CacheClusterSize: '0.5'
      MethodSettings:
        - HttpMethod: '*'
          ResourcePath: /*
          CachingEnabled: true
          CacheDataEncrypted: ${encrypted}
`;

export default {
  why: 'The cache holds whole answers, personal data included, on a machine of its own. Encryption costs nothing and is off unless somebody asks for it.',
  exploit: 'Whoever gets at the storage of the cache reads the answers of the last minutes or hours.',
  fix: {
    sam: 'Set MethodSettings with CacheDataEncrypted: true on the API.',
    cloudformation:
      'Set CacheDataEncrypted: true in MethodSettings; AtRestEncryptionEnabled: true on AWS::AppSync::ApiCache (by replacement).',
  },
  blindSpots: 'What the answers hold is not read.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  examples: {
    bad: [{ title: 'a cache in the clear', template: template(false), subject: 'OrderStage', marks: 'false' }],
    good: [{ title: 'an encrypted cache', template: template(true), subject: 'OrderStage' }],
  },
} satisfies CheckDoc;
