import { settled } from '@leastwise/model';
import { definePropertyCheck } from '../property-check.ts';

export default definePropertyCheck({
  name: 'bucket-name-with-dots',
  title: 'Bucket name breaks TLS or DNS',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [135],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [295], trivy: ['AWS-0320'] },
  fix: 'none',
  property: 'BucketName',
  look: (bucket) => {
    const name = settled(bucket.facet.name);
    if (name === undefined)
      return bucket.facet.name.kind === 'unknown' ? { sees: 'open', value: bucket.facet.name } : undefined;
    return /^[a-z0-9][a-z0-9-]*[a-z0-9]$/.test(name) ? { sees: 'good' } : { sees: 'bad', at: bucket.facet.name.origin };
  },
  message: (name) =>
    `The certificate of S3 does not fit the address of ${name}: its name is more than one label of DNS.`,
  remedy: 'choose a name of lower-case letters, digits and hyphens; a new name is a new bucket',
});
