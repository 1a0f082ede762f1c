import { subnetRoute } from '../../estate/network/subnet-route.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { remove } from '../fix-intents.ts';

export default defineCheck({
  name: 'function-in-vpc-without-need',
  title: 'The function stands in a VPC in which it reaches nothing',
  area: 'network',
  subjects: ['function'],
  severity: 'info',
  confidence: 'low',
  since: '0.1.0',
  rows: [],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [1164] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { vpc, fileSystems } = subject.facet;
    if (vpc.open !== undefined) return open('VPC configuration of the function', vpc.open, estate);
    if (!vpc.present || (vpc.subnets.items.length === 0 && vpc.subnets.open === undefined)) return notApplicable;
    if (vpc.securityGroups.open !== undefined)
      return open('security groups of the function', vpc.securityGroups.open, estate);
    for (const value of [...vpc.subnets.items, ...vpc.securityGroups.items]) {
      // In a network from elsewhere there may be anything.
      if (estate.resolve(value, 'subnet', 'security-group') === undefined) return notApplicable;
    }
    if (fileSystems.items.length > 0 || estate.edgesFrom(subject.id, 'calls').length > 0) return pass;
    const groups = vpc.securityGroups.items.map((value) => estate.resolve(value, 'security-group')?.id);
    const shared = groups.some(
      (id) => id !== undefined && estate.edgesTo(id, 'attachedTo').some((edge) => edge.from !== subject.id),
    );
    if (shared) return pass;
    const closed = vpc.subnets.items.every((value) => ['none', 'direct'].includes(subnetRoute(estate, value)));
    return fail(
      vpc.origin,
      closed
        ? `${subject.name} stands in a VPC where no data store of these templates lets it in, and has no way to the internet either.`
        : `${subject.name} stands in a VPC where no data store of these templates lets it in.`,
      {
        fix: {
          summary: 'remove VpcConfig, or admit the security group of the function at the store',
          edit: [remove(subject, 'vpc')],
        },
      },
    );
  },
});
