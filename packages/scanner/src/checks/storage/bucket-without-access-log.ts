import { definePropertyCheck, part } from '../property-check.ts';

export default definePropertyCheck({
  name: 'bucket-without-access-log',
  title: 'Nobody can see who read a bucket',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [125],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    fsbp: ['S3.9'],
    checkov: ['CKV_AWS_18'],
    kics: ['cfn:4552b71f', 'tf:f861041c'],
    cfn_nag: ['W35'],
    trivy: ['AWS-0089'],
    prowler: ['s3_bucket_server_access_logging_enabled'],
    cdk_nag: ['S3BucketLoggingEnabled'],
  },
  fix: 'none',
  property: 'LoggingConfiguration',
  look: (bucket, estate) => {
    // What takes the logs of others would log its own writing.
    const takesLogs = estate
      .of('bucket')
      .some((other) => other !== bucket && estate.resolve(other.facet.logging.bucket, 'bucket')?.id === bucket.id);
    return takesLogs ? undefined : part(bucket, bucket.facet.logging);
  },
  message: (name) => `Requests to ${name} are not logged: after a leak nobody can say what was read.`,
  remedy: 'set LoggingConfiguration with a bucket for logs',
});
