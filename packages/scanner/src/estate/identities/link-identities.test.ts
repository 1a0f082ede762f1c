import { describe, expect, it } from 'vitest';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';
import { buildEstate } from '../build-estate.ts';
import type { Estate } from '../estate.ts';
import { policiesOf } from './attached-policies.ts';

function estateOf(template: string): Estate {
  const application = applicationOfText(template);
  const assignment = application.assignments[0];
  if (assignment === undefined) throw new Error('no assignment');
  return buildEstate('shop', assignment, application.fragments(assignment));
}

const edges = (estate: Estate, from: string): readonly string[] =>
  estate
    .edgesFrom(`aws:template.yaml#/${from}`)
    .map((edge) => `${edge.verb} ${edge.to.split('/').at(-1)}`)
    .sort();

const orders = (policies: string, variables = ''): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
  Photos:
    Type: AWS::S3::Bucket
    Properties: { BucketName: photos }
  Thumbnails:
    Type: AWS::S3::Bucket
    Properties: { BucketName: photos-thumbnails }
  PlaceOrder:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => undefined;
${variables}      Policies:
${policies}`;

const statement = (action: string, resource: string): string =>
  `        - Statement: [{ Sid: Data, Effect: Allow, Action: ${action}, Resource: ${resource} }]\n`;

describe('linkIdentities', () => {
  it('leads a policy template to the table that it names', () => {
    const estate = estateOf(orders('        - DynamoDBReadPolicy: { TableName: !Ref Orders }\n'));
    expect(edges(estate, 'PlaceOrder')).toEqual(['assumes PlaceOrderRole', 'reads Orders']);
  });

  it('tells reading from writing', () => {
    const estate = estateOf(orders(statement("['dynamodb:PutItem']", '!GetAtt Orders.Arn')));
    expect(edges(estate, 'PlaceOrder')).toContain('writes Orders');
    expect(edges(estate, 'PlaceOrder')).not.toContain('reads Orders');
  });

  it('gives no way to data for a wildcard, unless a variable names the resource', () => {
    expect(edges(estateOf(orders(statement("'dynamodb:GetItem'", "'*'"))), 'PlaceOrder')).toEqual([
      'assumes PlaceOrderRole',
    ]);
    const named = estateOf(
      orders(statement("'dynamodb:GetItem'", "'*'"), '      Environment: { Variables: { TABLE: !Ref Orders } }\n'),
    );
    expect(edges(named, 'PlaceOrder')).toEqual(['assumes PlaceOrderRole', 'reads Orders', 'references Orders']);
    expect(named.edgesFrom('aws:template.yaml#/PlaceOrder', 'reads')[0]?.note).toBe(
      'through environment variable TABLE',
    );
  });

  it('finds a bucket by its name, and does not take a longer name for it', () => {
    expect(edges(estateOf(orders(statement("'s3:GetObject'", "'arn:aws:s3:::photos/*'"))), 'PlaceOrder')).toContain(
      'reads Photos',
    );
    const longer = edges(estateOf(orders(statement("'s3:GetObject'", "!Sub '${Photos.Arn}-archive/*'"))), 'PlaceOrder');
    expect(longer).toEqual(['assumes PlaceOrderRole']);
  });

  it('matches a wildcard within names', () => {
    expect(edges(estateOf(orders(statement("'s3:PutObject'", "'arn:aws:s3:::photos-*'"))), 'PlaceOrder')).toEqual([
      'assumes PlaceOrderRole',
      'writes Thumbnails',
    ]);
  });

  it('collects the policies of a role from all four places', () => {
    const estate = estateOf(`Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSQSFullAccess, !Ref Shared, arn:aws:iam::123456789012:policy/elsewhere]
      Policies: [{ PolicyName: inline, PolicyDocument: { Statement: [] } }]
  Shared:
    Type: AWS::IAM::ManagedPolicy
    Properties: { ManagedPolicyName: shared, PolicyDocument: { Statement: [] } }
  Apart:
    Type: AWS::IAM::Policy
    Properties: { PolicyName: apart, Roles: [!Ref Worker], PolicyDocument: { Statement: [] } }
`);
    expect(policiesOf(estate, 'aws:template.yaml#/Worker').map((policy) => `${policy.how} ${policy.name}`)).toEqual([
      'inline inline',
      'aws-managed AmazonSQSFullAccess',
      'managed shared',
      'unknown arn:aws:iam::123456789012:policy/elsewhere',
      'policy apart',
    ]);
    expect(edges(estate, 'Apart')).toEqual(['attachedTo Worker']);
  });
});
