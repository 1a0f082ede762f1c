import { settled } from '@leastwise/model';
import { peopleSignIn } from '../../analyses/gateways/password-sign-in.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'user-pool-without-mfa',
  title: 'Users cannot protect their account with a second factor',
  area: 'storage',
  subjects: ['user-pool'],
  severity: 'low',
  since: '0.1.0',
  rows: [174],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [308],
    attack: ['T1110'],
    kics: ['cfn:74a18d1a', 'tf:ec28bf61'],
    cfn_nag: ['F78'],
    prowler: ['cognito_user_pool_mfa_enabled'],
    cdk_nag: ['CognitoUserPoolMFA'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    // No person signs in: there is no password to guess.
    if (!peopleSignIn(estate, subject.id)) return notApplicable;
    const { mfa, firstFactors } = subject.facet;
    const mode = settled(mfa);
    if (mode === undefined) return open(`MfaConfiguration of ${subject.name}`, mfa, estate);
    if (mode === 'ON') return pass;
    if (mode === 'OPTIONAL') {
      return fail(mfa.origin, `${subject.name} offers a second factor and leaves it to its users.`, {
        severity: 'info',
        fix: { summary: 'set MfaConfiguration: "ON"', edit: [set(subject, 'mfa', 'ON')] },
      });
    }
    // Passkeys are a factor of their own that cannot be phished.
    if (firstFactors.items.some((value) => value.kind === 'known' && value.value === 'WEB_AUTHN')) return pass;
    return fail(
      mfa.kind === 'absent' ? subject.keyRange : mfa.origin,
      `A password is all that protects an account of ${subject.name}.`,
      {
        fix: {
          summary: 'set MfaConfiguration: OPTIONAL or "ON" with EnabledMfas',
          edit: [
            set(subject, 'mfa', 'ON'),
            ...(subject.facet.mfaMethods.items.length > 0 ? [] : [set(subject, 'mfaMethods', ['SOFTWARE_TOKEN_MFA'])]),
          ],
        },
      },
    );
  },
});
