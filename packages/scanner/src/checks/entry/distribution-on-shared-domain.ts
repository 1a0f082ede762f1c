import { isAbsent, settled } from '@leastwise/model';
import { definePropertyCheck } from '../property-check.ts';

export default definePropertyCheck({
  name: 'distribution-on-shared-domain',
  title: 'Distribution has the certificate of CloudFront',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'info',
  since: '0.1.0',
  rows: [189],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [326],
    fsbp: ['CloudFront.7'],
    checkov: ['CKV2_AWS_42'],
    prowler: ['cloudfront_distributions_custom_ssl_certificate'],
  },
  fix: 'none',
  property: 'ViewerCertificate',
  look: (distribution) => {
    const { certificate } = distribution.facet;
    if (certificate.open !== undefined) return { sees: 'open', value: certificate.open };
    if (!certificate.present) return { sees: 'bad', at: distribution.keyRange };
    if (settled(certificate.cloudfrontDefault) === true) return { sees: 'bad', at: certificate.origin };
    const own = !isAbsent(certificate.acm) || !isAbsent(certificate.iam);
    return own ? { sees: 'good' } : { sees: 'bad', at: certificate.origin };
  },
  message: (name) => `${name} has the address and the certificate of CloudFront, so nobody can ask for a newer TLS.`,
  remedy: 'give it a domain and a certificate of its own',
});
