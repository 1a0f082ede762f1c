import { isAbsent } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';
import { keyArn, ownKey } from '../fix-resources.ts';

export default defineCheck({
  name: 'environment-without-own-key',
  title: 'The variables of the function are not encrypted with a key of your own',
  area: 'function',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [7],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [311],
    checkov: ['CKV_AWS_173'],
    kics: ['sam:a7f8ac28', 'sls:4495bc5d'],
    prowler: ['awslambda_function_env_vars_not_encrypted_with_cmk'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { environment, key } = subject.facet;
    if (!environment.present || (environment.items.length === 0 && environment.open === undefined))
      return notApplicable;
    if (key.kind === 'unknown') return open('key of the function', key, estate);
    if (!isAbsent(key)) return pass;
    return fail(
      environment.origin,
      `The variables of ${subject.name} are encrypted with the key of AWS, which everyone who may read the function can use.`,
      {
        fix: { summary: 'set KmsKeyArn', edit: [ownKey(subject), set(subject, 'key', keyArn)] },
      },
    );
  },
});
