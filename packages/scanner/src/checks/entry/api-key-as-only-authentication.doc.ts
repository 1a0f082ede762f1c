import type { CheckDoc } from '../check-doc.ts';

const template = (auth: string): string => `Resources:
  PhotoApi:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: photos
      AuthenticationType: ${auth}
  PhotoSchema:
    Type: AWS::AppSync::GraphQLSchema
    Properties:
      ApiId: !GetAtt PhotoApi.ApiId
      Definition: |
        type Query { photo(id: ID!): String }
        type Mutation { removePhoto(id: ID!): String }
  PhotoSource:
    Type: AWS::AppSync::DataSource
    Properties:
      ApiId: !GetAtt PhotoApi.ApiId
      Name: photos
      Type: AWS_LAMBDA
      ServiceRoleArn: arn:aws:iam::111122223333:role/photo-api
      LambdaConfig:
        LambdaFunctionArn: !GetAtt RemovePhoto.Arn
  RemovePhotoResolver:
    Type: AWS::AppSync::Resolver
    Properties:
      ApiId: !GetAtt PhotoApi.ApiId
      TypeName: Mutation
      FieldName: removePhoto
      DataSourceName: !GetAtt PhotoSource.Name
  RemovePhoto:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/remove-photo
      Code:
        ZipFile: exports.handler = async () => 'ok';
`;

export default {
  why: 'An API key names a client of a usage plan. It is sent with every request, sits in every web and mobile application that uses it, and proves nothing about who calls.',
  exploit:
    'The attacker takes the key from the application and calls everything that asks for nothing else, as one client among all.',
  fix: {
    sam: 'Set Auth.DefaultAuthorizer beside ApiKeyRequired, or another Auth.Type on AWS::Serverless::GraphQLApi.',
    cloudformation:
      'Set AuthenticationType to AWS_IAM, AMAZON_COGNITO_USER_POOLS, OPENID_CONNECT or AWS_LAMBDA; keep API_KEY for public fields by directive.',
  },
  blindSpots: 'A key may be meant for public data. Which fields are public on purpose is not written anywhere.',
  sources: [
    'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  ],
  examples: {
    bad: [{ title: 'a photo API behind a key', template: template('API_KEY'), subject: 'PhotoApi', marks: 'API_KEY' }],
    good: [{ title: 'a photo API behind IAM', template: template('AWS_IAM'), subject: 'PhotoApi' }],
  },
} satisfies CheckDoc;
