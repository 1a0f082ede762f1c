import { resourcePolicy } from '../../estate/policies/resource-policy.ts';
import { definePropertyCheck, somebody } from '../property-check.ts';
import { addResource, reference } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'bucket-without-policy',
  title: 'Bucket has no policy of its own',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [120],
  mappings: { owasp: ['SAS-6'], csa: ['CSA-6'], cwe: [732], kics: ['cfn:37fa8188'], cfn_nag: ['W51'] },
  fix: 'review',
  property: 'BucketPolicy',
  look: (bucket, estate) => {
    const { name } = bucket.facet;
    const isHere = resourcePolicy(estate, bucket.id).length > 0;
    // Of a bucket that stands elsewhere the policy may, too.
    return !isHere && name.kind === 'unknown' && name.cause === 'import'
      ? { sees: 'open', value: name }
      : somebody(bucket, isHere);
  },
  message: (name) => `Who may use ${name} is said by the identity policies of the account alone.`,
  remedy: 'add AWS::S3::BucketPolicy that at least asks for TLS',
  edit: (bucket) => [
    addResource(bucket, 'TlsOnly', 'AWS::S3::BucketPolicy', {
      Bucket: reference(bucket),
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [reference(bucket, 'Arn'), { $text: [reference(bucket, 'Arn'), '/*'] }],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    }),
  ],
});
