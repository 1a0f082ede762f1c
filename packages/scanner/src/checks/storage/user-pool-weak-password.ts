import { settled } from '@leastwise/model';
import { peopleSignIn } from '../../analyses/gateways/password-sign-in.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'user-pool-weak-password',
  title: 'User pool takes weak passwords',
  area: 'storage',
  subjects: ['user-pool'],
  severity: 'low',
  since: '0.1.0',
  rows: [175],
  mappings: {
    owasp: ['SAS-2'],
    csa: ['CSA-2'],
    cwe: [521],
    fsbp: ['Cognito.3'],
    attack: ['T1110'],
    prowler: ['cognito_user_pool_password_policy_minimum_length_14'],
    cdk_nag: ['CognitoUserPoolStrongPasswordPolicy'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    // No person signs in: there is no password to guess.
    if (!peopleSignIn(estate, subject.id)) return notApplicable;
    const { password } = subject.facet;
    if (password.open !== undefined) return open(`the password policy of ${subject.name}`, password.open, estate);
    const length = settled(password.minimumLength);
    if (length === undefined) return open(`MinimumLength of ${subject.name}`, password.minimumLength, estate);
    // The default asks for eight characters of four classes: https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
    const classes = password.present
      ? [password.lowercase, password.uppercase, password.numbers, password.symbols].filter(
          (value) => settled(value) === true,
        ).length
      : 4;
    if (length >= 14 || (length >= 12 && classes >= 3)) return pass;
    const weak = length < 8 || (length < 10 && classes < 2);
    return fail(
      password.present && password.minimumLength.kind !== 'absent' ? password.minimumLength.origin : subject.keyRange,
      `${subject.name} takes passwords of ${length} characters${classes === 0 ? ' of any kind' : ''}.`,
      {
        ...(weak ? {} : { severity: 'info' as const }),
        fix: {
          summary: 'set MinimumLength: 14',
          edit: [
            password.present
              ? set(subject, 'password.minimumLength', 14)
              : // Within a policy that is written, what is not written is off; without one all four are on.
                set(subject, 'password', {
                  MinimumLength: 14,
                  RequireLowercase: true,
                  RequireUppercase: true,
                  RequireNumbers: true,
                  RequireSymbols: true,
                }),
          ],
        },
      },
    );
  },
});
