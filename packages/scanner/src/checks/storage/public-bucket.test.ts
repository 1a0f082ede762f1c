import { memoryTree, type Finding } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../analyses/facts-of.ts';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { judge } from '../judge.ts';
import { defaultSettings } from '../settings.ts';
import check from './public-bucket.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function severities(template: string): readonly string[] {
  return findings(template).map((finding) => finding.severity);
}

function findings(template: string): readonly Finding[] {
  const estate = buildEstate('shop', assignment, readTemplateText(template));
  const settings = { ...defaultSettings, asOf: '2026-11-01' };
  return judge(estate, factsOf(estate, memoryTree({})), [check], settings).findings;
}

const site = (properties: string, action: string): string => `Resources:
  Pages:
    Type: AWS::S3::Bucket
    Properties:
      ${properties}
  PagesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Pages
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: '*', Action: [${action}], Resource: !Sub '\${Pages.Arn}/*' }]
`;
const off = 'PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false }';
const website = `${off}\n      WebsiteConfiguration: { IndexDocument: index.html }`;

describe('public-bucket', () => {
  it.each([
    ['objects that anyone may read', site(off, "'s3:GetObject'"), ['critical']],
    ['pages of a website that anyone may read', site(website, "'s3:GetObject'"), ['medium']],
    ['a website that anyone may list', site(website, "'s3:GetObject', 's3:ListBucket'"), ['critical']],
    ['a website that anyone may write to', site(website, "'s3:*'"), ['critical']],
    ['a policy that only an old bucket takes', site('BucketName: pages', "'s3:GetObject'"), ['high']],
    [
      'a policy that the block refuses',
      site('PublicAccessBlockConfiguration: { BlockPublicPolicy: true }', "'s3:GetObject'"),
      [],
    ],
  ])('%s', (_, template, expected) => {
    expect(severities(template)).toEqual(expected);
  });

  it.each([
    ['AccessControl: PublicRead', ['CKV_AWS_20', 'CKV_AWS_375']],
    ['AccessControl: PublicReadWrite', ['CKV_AWS_20', 'CKV_AWS_375', 'CKV_AWS_57']],
    ['AccessControl: AuthenticatedRead', ['CKV_AWS_20', 'CKV2_AWS_43']],
  ])('names the rules of other tools that %s breaks', (acl, expected) => {
    const [finding] = findings(`Resources:
  Pages:
    Type: AWS::S3::Bucket
    Properties:
      ${acl}
      OwnershipControls: { Rules: [{ ObjectOwnership: ObjectWriter }] }
      PublicAccessBlockConfiguration: { BlockPublicAcls: false, IgnorePublicAcls: false }
`);
    expect(finding?.mappings.checkov).toEqual(expected);
  });
});
