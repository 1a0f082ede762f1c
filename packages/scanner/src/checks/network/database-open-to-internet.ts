import { settled } from '@leastwise/model';
import { ingressRules, isWholeInternet } from '../../estate/network/ingress-rules.ts';
import { privateStores } from '../../estate/network/private-stores.ts';
import { defineCheck, fail, notApplicable, open, pass, type Outcome } from '../define-check.ts';

export default defineCheck({
  name: 'database-open-to-internet',
  title: 'The security group of a data store admits the whole internet',
  area: 'network',
  subjects: ['security-group'],
  severity: 'medium',
  since: '0.1.0',
  rows: [],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [284, 668], fsbp: ['EC2.18', 'EC2.19'], attack: ['T1190'] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const guarded = privateStores(estate).filter((store) =>
      store.securityGroups.some((value) => estate.resolve(value, 'security-group')?.id === subject.id),
    );
    const [first] = guarded;
    if (first === undefined) return notApplicable;
    const outcomes: Outcome[] = [];
    for (const rule of ingressRules(estate, subject)) {
      if (!isWholeInternet(rule.cidr)) continue;
      const open = guarded.find(({ node }) => isPublic(node.facet));
      const store = open ?? first;
      const ports =
        rule.ports === undefined
          ? 'every port'
          : rule.ports.from === rule.ports.to
            ? `port ${rule.ports.from}`
            : `ports ${rule.ports.from} to ${rule.ports.to}`;
      outcomes.push(
        fail(
          rule.at,
          open === undefined
            ? `${subject.name} lets every address reach ${store.node.name} on ${ports}; only the missing public address stands in between.`
            : `${store.node.name} has a public address, and ${subject.name} lets every address of the internet reach it on ${ports}.`,
          {
            key: `${rule.cidr ?? ''} ${ports}`,
            severity: open === undefined ? 'medium' : 'high',
            evidence: [{ at: store.node.keyRange, message: `${store.node.name} is guarded by this group alone` }],
            fix: { summary: 'name the security group of the functions as the source' },
          },
        ),
      );
    }
    if (outcomes.length > 0) return outcomes;
    for (const line of subject.facet.ingress.items)
      if (line.cidr.kind === 'unknown') return open('source of the security group', line.cidr, estate);
    return subject.facet.ingress.open === undefined
      ? pass
      : open('ingress of the security group', subject.facet.ingress.open, estate);
  },
});

function isPublic(facet: unknown): boolean {
  const flags = facet as
    | { readonly publiclyAccessible?: Parameters<typeof settled>[0]; readonly public?: Parameters<typeof settled>[0] }
    | undefined;
  const flag = flags?.publiclyAccessible ?? flags?.public;
  return flag !== undefined && settled(flag) === true;
}
