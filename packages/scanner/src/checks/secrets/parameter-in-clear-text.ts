import { isAbsent, settled, type Mappings } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { joinMappings } from '../join-mappings.ts';

const risks = { owasp: ['SAS-7'], csa: ['CSA-7'], cwe: [312] } satisfies Mappings;
const clear = { checkov: ['CKV2_AWS_34'] } satisfies Mappings;
const keyOfAws = { checkov: ['CKV_AWS_337'] } satisfies Mappings;

/** What a parameter is called when it holds what nobody should read. */
const secretive = /(secret|passw|passphrase|token|credential|private[-_]?key|api[-_]?key)/i;

export default defineCheck({
  name: 'parameter-in-clear-text',
  title: 'Parameter is kept in clear text',
  area: 'secrets',
  subjects: ['parameter'],
  severity: 'low',
  since: '0.1.0',
  rows: [167, 168],
  mappings: joinMappings(risks, clear, keyOfAws),
  fix: 'none',
  evaluate(subject, { estate }) {
    const { type, name, key } = subject.facet;
    const written = settled(type);
    if (written === undefined) return open(`Type of ${subject.name}`, type, estate);
    if (written !== 'SecureString') {
      const isSecret = secretive.test(settled(name) ?? subject.name);
      return fail(
        type.origin,
        isSecret
          ? `${subject.name} sounds like a secret, and is readable by whoever may read parameters.`
          : `${subject.name} is not encrypted by Parameter Store, which is right for what is no secret.`,
        {
          severity: isSecret ? 'low' : 'info',
          mappings: joinMappings(risks, clear),
          fix: {
            summary: 'keep secrets in Secrets Manager, or in a SecureString that is made outside of CloudFormation',
          },
        },
      );
    }
    if (!isAbsent(key)) return key.kind === 'unknown' ? open(`KeyId of ${subject.name}`, key, estate) : pass;
    return fail(
      subject.keyRange,
      `${subject.name} is encrypted with the key of AWS: everyone who may read it may decrypt it.`,
      {
        severity: 'info',
        mappings: joinMappings(risks, keyOfAws),
        fix: { summary: 'name a key of your own, whose policy says who may decrypt' },
      },
    );
  },
});
