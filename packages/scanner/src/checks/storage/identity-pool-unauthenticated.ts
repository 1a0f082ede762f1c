import { settled } from '@leastwise/model';
import { brokerReach } from '../../estate/identities/broker-reach.ts';
import { reachOf } from '../../estate/identities/reach.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'identity-pool-unauthenticated',
  title: 'Identity pool gives AWS credentials to guests',
  area: 'storage',
  subjects: ['identity-pool'],
  severity: 'medium',
  since: '0.1.0',
  rows: [176],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [306],
    fsbp: ['Cognito.2'],
    attack: ['T1078.004'],
    checkov: ['CKV_AWS_366'],
    cfn_nag: ['W57'],
    prowler: ['cognito_identity_pool_guest_access_disabled'],
    cdk_nag: ['CognitoUserPoolNoUnauthenticatedLogins'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { allowGuests } = subject.facet;
    const on = settled(allowGuests);
    if (on === undefined) return open(`AllowUnauthenticatedIdentities of ${subject.name}`, allowGuests, estate);
    if (!on) return pass;
    const guest = estate.edgesFrom(subject.id, 'assumes').find((edge) => edge.note === 'guests');
    if (guest === undefined)
      return fail(allowGuests.origin, `${subject.name} gives credentials to everyone who asks, without signing in.`, {
        fix: { summary: 'set AllowUnauthenticatedIdentities: false', edit: [set(subject, 'allowGuests', false)] },
      });
    const role = estate.nodes.get(guest.to);
    const { reaches, wide } = reachOf(estate, guest.to);
    const reached = reaches[0] ?? wide[0];
    const what = reaches[0] === undefined ? wide[0]?.kind.replaceAll('-', ' ') : estate.nodes.get(reaches[0].to)?.name;
    const broker = brokerReach(estate, guest.to);
    if (reached === undefined && broker !== undefined) {
      return fail(
        allowGuests.origin,
        `${subject.name} gives everyone who asks the rights of ${role?.name}, which ${broker.verb} every topic of AWS IoT in the account.`,
        {
          severity: 'critical',
          evidence: [
            { at: guest.at, message: 'the role of guests' },
            { at: broker.at, message: 'what it allows' },
          ],
          fix: {
            summary: 'name the topics that guests may see, or set AllowUnauthenticatedIdentities: false',
            edit: [set(subject, 'allowGuests', false)],
          },
        },
      );
    }
    if (reached === undefined) {
      return fail(allowGuests.origin, `${subject.name} gives everyone who asks the rights of ${role?.name}.`, {
        fix: { summary: 'set AllowUnauthenticatedIdentities: false', edit: [set(subject, 'allowGuests', false)] },
      });
    }
    return fail(
      allowGuests.origin,
      `${subject.name} gives everyone who asks the rights of ${role?.name}, which ${reached.verb} ${reaches[0] === undefined ? `every ${what}` : what}.`,
      {
        severity:
          reached.verb === 'reads' || reached.verb === 'writes' || reached.verb === 'invokes' ? 'critical' : 'high',
        evidence: [
          { at: guest.at, message: 'the role of guests' },
          { at: 'at' in reached ? reached.at : reached.statement.origin, message: 'what it allows' },
        ],
        fix: {
          summary: 'set AllowUnauthenticatedIdentities: false, or take the data out of the role of guests',
          edit: [set(subject, 'allowGuests', false)],
        },
      },
    );
  },
});
