import { definePropertyCheck, part } from '../property-check.ts';

export default definePropertyCheck({
  name: 'distribution-without-log',
  title: 'Requests to a distribution are not logged',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'info',
  since: '0.1.0',
  rows: [188],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    fsbp: ['CloudFront.5'],
    checkov: ['CKV_AWS_86'],
    kics: ['cfn:de77cd9f', 'tf:94690d79', 'xp:7b590235'],
    cfn_nag: ['W10'],
    trivy: ['AWS-0010'],
    prowler: ['cloudfront_distributions_logging_enabled'],
    cdk_nag: ['CloudFrontDistributionAccessLogging'],
  },
  fix: 'none',
  property: 'Logging',
  look: (distribution, estate) =>
    // The second form of logging is a delivery of CloudWatch Logs.
    estate.of('log-source').some(({ facet }) => estate.resolve(facet.resource, 'distribution')?.id === distribution.id)
      ? { sees: 'good' }
      : part(distribution, distribution.facet.log),
  message: (name) => `Requests to ${name} are not logged: after an attack nobody can say who asked for what.`,
  remedy: 'set Logging with a bucket, or a log delivery',
});
