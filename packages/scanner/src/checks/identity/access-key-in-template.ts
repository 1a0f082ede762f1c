import { describe } from '@leastwise/model';
import { referencesTo } from '../../estate/references-to.ts';
import { defineCheck, fail } from '../define-check.ts';

export default defineCheck({
  name: 'access-key-in-template',
  title: 'Template makes a long-lived access key',
  area: 'identity',
  subjects: ['access-key'],
  severity: 'medium',
  since: '0.1.0',
  rows: [156],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [522, 798],
    fsbp: ['IAM.3'],
    attack: ['T1552.001'],
    kics: ['tf:7081f85c'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const user = describe(subject.facet.user);
    const shown = referencesTo(estate, subject.id, 'SecretAccessKey').filter((place) => place.node?.kind !== 'secret');
    const first = shown[0];
    if (first === undefined) {
      return fail(subject.keyRange, `${subject.name} is an access key of ${user} that never expires.`, {
        fix: { summary: 'use a role instead of a user with a key' },
      });
    }
    const where = first.node === undefined ? 'an output of the stack' : `${first.node.name}`;
    return fail(
      first.at,
      `The secret of access key ${subject.name} stands in ${where}: whoever may describe it can act as ${user}.`,
      {
        severity: 'high',
        evidence: [{ at: subject.keyRange, message: 'the access key' }],
        fix: { summary: 'use a role; or keep the key in AWS::SecretsManager::Secret and give out its ARN' },
      },
    );
  },
});
