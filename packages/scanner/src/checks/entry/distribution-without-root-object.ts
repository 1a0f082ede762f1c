import { definePropertyCheck, value } from '../property-check.ts';
import { set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'distribution-without-root-object',
  title: 'Nothing is named for the root of a distribution',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'info',
  since: '0.1.0',
  rows: [193],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [548],
    fsbp: ['CloudFront.1'],
    checkov: ['CKV_AWS_305'],
    prowler: ['cloudfront_distributions_default_root_object'],
  },
  fix: 'review',
  property: 'DefaultRootObject',
  look: (distribution) => value(distribution, distribution.facet.rootObject, (name) => name !== ''),
  message: (name) =>
    `${name} passes a request for its root on to the origin, which may answer with a list of what it has.`,
  remedy: 'set DefaultRootObject: index.html',
  edit: (distribution) => [set(distribution, 'rootObject', 'index.html')],
});
