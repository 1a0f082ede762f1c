import type { NodeOf } from '../../estate/estate.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

export default defineCheck({
  name: 'security-group-shared-by-exposures',
  title: 'Public and internal functions stand behind one security group',
  area: 'network',
  subjects: ['security-group'],
  severity: 'low',
  since: '0.1.0',
  rows: [285],
  mappings: { owasp: ['SAS-4'], csa: ['CSA-4'], cwe: [653], attack: ['T1021'] },
  fix: 'none',
  evaluate(subject, { estate, facts }) {
    const members = estate
      .edgesTo(subject.id, 'attachedTo')
      .map((edge) => estate.get(edge.from, 'function'))
      .filter((node): node is NodeOf<'function'> => node !== undefined);
    if (members.length < 2) return notApplicable;
    const outside = members.filter((node) => ['public', 'public-sign-up'].includes(facts.exposure.of(node.id)));
    const inside = members.filter((node) => facts.exposure.of(node.id) === 'internal');
    const [open] = outside;
    const [closed] = inside;
    if (open === undefined || closed === undefined) {
      const unclear = members.find((node) => facts.exposure.of(node.id) === 'unknown');
      if (unclear === undefined) return pass;
      const why = facts.exposure.waysIn(unclear.id).find((way) => way.exposure === 'unknown');
      return {
        result: 'unknown',
        at: unclear.keyRange,
        what: `who can start ${unclear.name}`,
        why: why?.reason ?? 'The templates do not say.',
        ...(why?.settleWith === undefined ? {} : { settleWith: why.settleWith }),
      };
    }
    const reached = estate
      .edgesFrom(open.id, 'calls')
      .map((edge) => estate.nodes.get(edge.to)?.name)
      .filter((name) => name !== undefined);
    const goal = reached.length === 0 ? 'whatever trusts the group' : reached.join(', ');
    return fail(
      subject.keyRange,
      `${open.name}, which anyone can start, shares ${subject.name} with ${closed.name}, which only the account starts: whoever takes over the first reaches ${goal} too.`,
      {
        evidence: [...outside, ...inside].slice(0, 6).map((node) => ({
          at: node.facet.vpc.securityGroups.origin,
          message: `${node.name} is ${facts.exposure.of(node.id)}`,
        })),
        fix: { summary: 'give the public functions a security group of their own' },
      },
    );
  },
});
