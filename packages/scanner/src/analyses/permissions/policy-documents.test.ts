import { allows } from '@leastwise/iam';
import { describe, expect, it } from 'vitest';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { answerTo } from './answer-to.ts';
import { policyDocumentsOf } from './policy-documents.ts';
import { arnOf } from './spell-arn.ts';

const estateOf = (statement: string, extra = ''): Estate =>
  buildEstate(
    'orders',
    { label: '', conditions: new Map(), isDefault: true },
    readTemplateText(`Parameters: { Stage: { Type: String } }
Resources:
  Orders: { Type: 'AWS::DynamoDB::Table' }
  Archive: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: !Sub 'archive-\${Stage}' } }
  Photos: { Type: 'AWS::S3::Bucket' }
  Clerk:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      ${extra}
      Policies:
        - PolicyName: orders
          PolicyDocument: { Statement: [${statement}] }
`),
  );

const role = (estate: Estate): NodeOf<'role'> => estate.get('aws:template.yaml#/Clerk', 'role') as NodeOf<'role'>;

const cases: readonly (readonly [string, string, string, string])[] = [
  ['a reference', '!GetAtt Orders.Arn', 'Orders', 'yes'],
  [
    'the same ARN, put together',
    "!Sub 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Orders}'",
    'Orders',
    'yes',
  ],
  ['a region that is written', "!Sub 'arn:aws:dynamodb:eu-west-1:${AWS::AccountId}:table/${Orders}'", 'Orders', 'yes'],
  ['names of the stack', "!Sub 'arn:aws:dynamodb:*:*:table/${AWS::StackName}-*'", 'Orders', 'yes'],
  ['another table', '!GetAtt Archive.Arn', 'Orders', 'no'],
  ['a name that hangs on the same parameter', "!Sub 'arn:aws:dynamodb:*:*:table/archive-${Stage}'", 'Archive', 'yes'],
  ['a name that the parameter may give', "'arn:aws:dynamodb:*:*:table/archive-dev'", 'Archive', 'unknown'],
  [
    'a name that it cannot give',
    "!Sub 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/photos'",
    'Archive',
    'no',
  ],
];

describe('policies as documents', () => {
  it.each(cases)('with %s', (_, resource, table, answer) => {
    const estate = estateOf(`{ Effect: Allow, Action: 'dynamodb:GetItem', Resource: ${resource} }`);
    const node = estate.get(`aws:template.yaml#/${table}`, 'table') as NodeOf<'table'>;
    const need = { action: 'dynamodb:GetItem', resource: arnOf(estate, node as never) ?? '' };
    expect(answerTo(policyDocumentsOf(estate, role(estate)), need).answer).toBe(answer);
  });

  it('takes what AWS publishes for its managed policies', () => {
    const estate = estateOf('', "ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess']");
    const { exact } = policyDocumentsOf(estate, role(estate));
    expect(allows(exact, { action: 's3:GetObject', resource: 'arn:aws:s3:::photos/a.jpg' }).answer).toBe('yes');
    expect(allows(exact, { action: 's3:PutObject', resource: 'arn:aws:s3:::photos/a.jpg' }).answer).toBe('no');
  });

  it('keeps the place of each statement', () => {
    const estate = estateOf("{ Effect: Allow, Action: 's3:GetObject', Resource: '*' }");
    const { exact, statementAt } = policyDocumentsOf(estate, role(estate));
    expect(statementAt(exact.identity?.[0]?.name ?? '', 0)?.file).toBe('template.yaml');
  });
});
