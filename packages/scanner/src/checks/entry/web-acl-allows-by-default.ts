import { isAbsent } from '@leastwise/model';
import { definePropertyCheck } from '../property-check.ts';

export default definePropertyCheck({
  name: 'web-acl-allows-by-default',
  title: 'Web ACL lets through what no rule knows',
  area: 'entry',
  subjects: ['web-acl'],
  severity: 'info',
  since: '0.1.0',
  rows: [201],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [693], kics: ['cfn:6d64f311'] },
  fix: 'none',
  property: 'DefaultAction',
  look: (acl) =>
    isAbsent(acl.facet.allowsByDefault) ? { sees: 'good' } : { sees: 'bad', at: acl.facet.allowsByDefault.origin },
  message: (name) => `${name} lets through whatever none of its rules stops, as most web ACLs do.`,
  remedy: 'block by default where the good requests can be listed',
});
