import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'user-pool-open-sign-up',
  title: 'Anyone can register with the user pool',
  area: 'storage',
  subjects: ['user-pool'],
  // What strangers get by it is the question of `open-sign-up-reaches-route`.
  severity: 'info',
  since: '0.1.0',
  rows: [181, 290],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [287],
    attack: ['T1078'],
    prowler: ['cognito_user_pool_self_registration_disabled'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { adminCreatesUsers } = subject.facet;
    const closed = settled(adminCreatesUsers);
    if (closed === undefined) return open(`AllowAdminCreateUserOnly of ${subject.name}`, adminCreatesUsers, estate);
    if (closed) return pass;
    const routes = estate
      .of('route')
      .filter((route) =>
        route.facet.auth.some(
          (requirement) => requirement.node === subject.id || leadsTo(estate, requirement.node, subject.id),
        ),
      );
    const first = routes[0];
    return fail(
      adminCreatesUsers.kind === 'absent' ? subject.keyRange : adminCreatesUsers.origin,
      first === undefined
        ? `Anyone can register with ${subject.name}.`
        : `Anyone can register with ${subject.name} and then call ${`${first.facet.method} ${first.facet.path}`.trim()}${routes.length > 1 ? ` and ${routes.length - 1} more` : ''}.`,
      {
        ...(first === undefined
          ? {}
          : {
              evidence: routes
                .slice(0, 3)
                .map((route) => ({ at: route.facet.authAt, message: 'this route takes its tokens' })),
            }),
        fix: {
          summary: 'set AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } unless strangers are welcome',
          edit: [set(subject, 'adminCreatesUsers', true)],
        },
      },
    );
  },
});

/** An authorizer stands between route and pool. */
function leadsTo(estate: Parameters<typeof open>[2], from: string | undefined, pool: string): boolean {
  return from !== undefined && estate.edgesFrom(from).some((edge) => edge.to === pool);
}
