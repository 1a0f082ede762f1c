import { settled, type SourceRange } from '@leastwise/model';
import { listed } from '../../analyses/gateways/ways-through.ts';
import { ingressRules, isWholeInternet } from '../../estate/network/ingress-rules.ts';
import { privateStores } from '../../estate/network/private-stores.ts';
import { defineCheck, fail, notApplicable, open as unsettled, pass } from '../define-check.ts';

export default defineCheck({
  name: 'database-open-to-internet',
  title: 'The security group of a data store admits the whole internet',
  area: 'network',
  subjects: ['security-group'],
  severity: 'medium',
  since: '0.1.0',
  rows: [],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [284, 668], fsbp: ['EC2.18', 'EC2.19'], attack: ['T1190'] },
  fix: 'none',
  evaluate(subject, { estate }) {
    const guarded = privateStores(estate).filter((store) =>
      store.securityGroups.some((value) => estate.resolve(value, 'security-group')?.id === subject.id),
    );
    const [first] = guarded;
    if (first === undefined) return notApplicable;
    const open = guarded.find(({ node }) => isPublic(node.facet));
    const store = open ?? first;
    const rules: { readonly at: SourceRange; readonly ports: string }[] = [];
    for (const rule of ingressRules(estate, subject)) {
      if (!isWholeInternet(rule.cidr)) continue;
      const ports =
        rule.ports === undefined
          ? 'every port'
          : rule.ports.from === rule.ports.to
            ? `port ${rule.ports.from}`
            : `ports ${rule.ports.from} to ${rule.ports.to}`;
      rules.push({ at: rule.at, ports });
    }
    const [rule] = rules;
    if (rule !== undefined) {
      // One decision for all ports: whom the group names as its source.
      const ports = listed([...new Set(rules.map((each) => each.ports))]);
      return fail(
        rule.at,
        open === undefined
          ? `${subject.name} lets every address reach ${store.node.name} on ${ports}; only the walls of its network stand in between.`
          : `${store.node.name} has a public address, and ${subject.name} lets every address of the internet reach it on ${ports}.`,
        {
          severity: open === undefined ? 'medium' : 'high',
          evidence: [
            ...rules.map((each) => ({ at: each.at, message: `every address, ${each.ports}` })),
            { at: store.node.keyRange, message: `${store.node.name} is guarded by this group` },
          ],
          fix: { summary: 'name the security group of the functions as the source' },
        },
      );
    }
    for (const line of subject.facet.ingress.items)
      if (line.cidr.kind === 'unknown') return unsettled('source of the security group', line.cidr, estate);
    return subject.facet.ingress.open === undefined
      ? pass
      : unsettled('ingress of the security group', subject.facet.ingress.open, estate);
  },
});

function isPublic(facet: unknown): boolean {
  const flags = facet as
    | { readonly publiclyAccessible?: Parameters<typeof settled>[0]; readonly public?: Parameters<typeof settled>[0] }
    | undefined;
  const flag = flags?.publiclyAccessible ?? flags?.public;
  return flag !== undefined && settled(flag) === true;
}
