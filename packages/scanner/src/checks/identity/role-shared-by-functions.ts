import { rightsOfRole } from '../../analyses/permissions/rights-of.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';

export default defineCheck({
  name: 'role-shared-by-functions',
  title: 'Several functions run as one role',
  area: 'identity',
  subjects: ['role'],
  severity: 'low',
  since: '0.1.0',
  rows: [20, 260],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [250, 653],
    kics: ['cfn:ae03f542', 'sam:4ba74f01', 'sls:165aae3b'],
  },
  fix: 'none',
  evaluate(subject, { estate, facts }) {
    const holders = estate.edgesTo(subject.id, 'assumes').flatMap((edge) => {
      const holder = estate.get(edge.from, 'function');
      return holder === undefined ? [] : [{ holder, at: edge.at, exposure: facts.exposure.of(holder.id) }];
    });
    if (holders.length === 0) return notApplicable;
    if (holders.length === 1) return pass;
    const open = holders.filter(({ exposure }) => exposure === 'public' || exposure === 'public-sign-up');
    const closed = holders.filter(({ exposure }) => exposure === 'internal' || exposure === 'authenticated');
    const mixed = open.length > 0 && closed.length > 0;
    const rights = rightsOfRole(estate, subject.id);
    const empty = rights.held.length === 0 && rights.open === undefined;
    const names =
      holders
        .slice(0, 4)
        .map(({ holder }) => holder.name)
        .join(', ') + (holders.length > 4 ? ', …' : '');
    const message = mixed
      ? `${open[0]?.holder.name} is open to the internet and runs as ${subject.name}, with the rights of ${closed[0]?.holder.name}, which is not.`
      : `${holders.length} functions run as ${subject.name}: each has the rights of all (${names}).`;
    return fail(subject.keyRange, message, {
      // A role that permits nothing beyond logs has nothing to share.
      ...(empty ? { severity: 'info' as const } : mixed ? { severity: 'medium' as const } : {}),
      evidence: holders.map(({ holder, at, exposure }) => ({
        at,
        message: `${holder.name} runs as this role (${exposure})`,
      })),
      fix: { summary: 'give each function a role of its own' },
    });
  },
});
