import { describe, expect, it } from 'vitest';
import { applicationOfText } from '../../readers/cloudformation/read-template-text.ts';
import { buildEstate } from '../build-estate.ts';
import { publicAccess } from './public-access.ts';

const policy = `
  InvoicesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Invoices
      PolicyDocument:
        Statement: { Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub '\${Invoices.Arn}/*' }
`;
const bucket = (lines: string): string =>
  `Parameters: { Block: { Type: String } }\nResources:\n  Invoices:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: invoices\n${lines}`;
const block = (members: string): string => `      PublicAccessBlockConfiguration: { ${members} }\n`;
const writer = '      OwnershipControls: { Rules: [{ ObjectOwnership: ObjectWriter }] }\n';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
const cases: readonly (readonly [string, string, string, string])[] = [
  ['no policy and no ACL', bucket(''), 'no', 'no'],
  ['a public policy, nothing blocked', bucket(block('BlockPublicPolicy: false')) + policy, 'yes', 'no'],
  ['a public policy on a bucket that may be old', bucket('') + policy, 'yes', 'no'],
  ['a public policy that the block refuses', bucket(block('BlockPublicPolicy: true')) + policy, 'no', 'no'],
  ['a public policy that is restricted', bucket(block('RestrictPublicBuckets: true')) + policy, 'no', 'no'],
  [
    'a public policy beside a block for ACLs',
    bucket(block('BlockPublicAcls: true, IgnorePublicAcls: true')) + policy,
    'yes',
    'no',
  ],
  ['a block that hangs on a parameter', bucket(block('BlockPublicPolicy: !Ref Block')) + policy, 'unknown', 'no'],
  [
    'a public ACL',
    bucket(`      AccessControl: PublicReadWrite\n${writer}${block('BlockPublicAcls: false')}`),
    'yes',
    'yes',
  ],
  [
    'a public ACL that is ignored',
    bucket(`      AccessControl: PublicRead\n${writer}${block('IgnorePublicAcls: true')}`),
    'no',
    'no',
  ],
  [
    'a public ACL where ACLs are off',
    bucket(
      `      AccessControl: PublicRead\n      OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerEnforced }] }\n${block('BlockPublicAcls: false')}`,
    ),
    'no',
    'no',
  ],
];

describe('publicAccess', () => {
  it.each(cases)('%s', (_, template, read, write) => {
    const application = applicationOfText(template);
    const assignment = application.assignments[0];
    if (assignment === undefined) throw new Error('no assignment');
    const estate = buildEstate('shop', assignment, application.fragments(assignment));
    const node = estate.of('bucket')[0];
    if (node === undefined) throw new Error('no bucket');
    const access = publicAccess(estate, node);
    expect([access.read, access.write]).toEqual([read, write]);
  });
});
