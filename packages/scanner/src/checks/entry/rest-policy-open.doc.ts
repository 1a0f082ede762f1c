import type { CheckDoc } from '../check-doc.ts';

const template = (principal: string): string => `Resources:
  LedgerApi:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: ledger
      Policy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: execute-api:Invoke
            Resource: execute-api:/*
  Entries:
    Type: AWS::ApiGateway::Resource
    Properties:
      RestApiId: !Ref LedgerApi
      ParentId: !GetAtt LedgerApi.RootResourceId
      PathPart: entries
  AddEntry:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref LedgerApi
      ResourceId: !Ref Entries
      HttpMethod: POST
      AuthorizationType: AWS_IAM
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${AddEntryFunction.Arn}/invocations
  AddEntryFunction:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::111122223333:role/add-entry
      Code:
        ZipFile: 'exports.handler = async () => ({ statusCode: 200 })'
`;

export default {
  why: 'With IAM authorization a call from another account needs an Allow in the resource policy. One for everyone admits every AWS account. On a private API it admits every VPC endpoint of every account.',
  exploit:
    'The attacker signs the call with the credentials of an account of their own, in which they allow themselves execute-api:Invoke.',
  fix: {
    sam: 'Set Auth.ResourcePolicy with AwsAccountWhitelist, IpRangeWhitelist or SourceVpcWhitelist.',
    cloudformation:
      'Name accounts in Principal, or add a Condition with aws:PrincipalOrgID, aws:SourceVpce or aws:SourceIp.',
  },
  blindSpots: 'Policies that are put on the API outside of the template are not seen.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html'],
  examples: {
    bad: [
      {
        title: 'a ledger that takes signed calls of any account',
        template: template("'*'"),
        subject: 'LedgerApi',
        marks: 'Allow',
      },
    ],
    good: [
      {
        title: 'a ledger that takes signed calls of one account',
        template: template('{ AWS: arn:aws:iam::444455556666:root }'),
        subject: 'LedgerApi',
      },
    ],
  },
} satisfies CheckDoc;
