import { expect, it } from 'vitest';
import { fixFiles } from './fix-text.fixture.ts';

const bucket = `Resources:
  Photos:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: photo-shop-photos
`;

it('gives a bucket one policy, however many findings ask for one', () => {
  const { files, outcomes } = fixFiles({ 'template.yaml': bucket }, 'template.yaml', () => true);
  expect((files['template.yaml'] ?? '').match(/AWS::S3::BucketPolicy/g)).toHaveLength(1);
  for (const check of ['bucket-without-policy', 'data-without-tls-policy'])
    expect(outcomes.find(({ finding }) => finding.check === check)?.result).toBe('fixed');
});
