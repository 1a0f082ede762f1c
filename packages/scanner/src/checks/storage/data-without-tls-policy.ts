import type { Unknown } from '@leastwise/model';
import type { PolicyDocument } from '../../estate/policies/policy-document.ts';
import { resourcePolicy } from '../../estate/policies/resource-policy.ts';
import { spellPattern } from '../../estate/policies/spell-pattern.ts';
import { defineCheck, fail, pass } from '../define-check.ts';
import { openStatement } from '../judge-statements.ts';

export default defineCheck({
  name: 'data-without-tls-policy',
  title: 'Bucket, queue or topic does not refuse plain HTTP',
  area: 'storage',
  subjects: ['bucket', 'queue', 'topic'],
  severity: 'info',
  since: '0.1.0',
  rows: [79, 88, 122],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [319],
    fsbp: ['S3.5'],
    checkov: ['CKV_AWS_379'],
    kics: ['cfn:38c64e76', 'tf:4bc4dd4c'],
    prowler: ['s3_bucket_secure_transport_policy'],
    cdk_nag: ['SQSQueueSSLRequestsOnly', 'SNSTopicSSLPublishOnly', 'S3BucketSSLRequestsOnly'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const policies = resourcePolicy(estate, subject.id);
    if (policies.some(({ document }) => refusesPlain(document))) return pass;
    const open = policies
      .map(({ document }) => document.open ?? mayRefuse(document))
      .find((reason) => reason !== undefined);
    if (open !== undefined) return openStatement(open, `the policy of ${subject.name}`);
    return fail(subject.keyRange, `${subject.name} answers requests without TLS, should somebody send one.`, {
      fix: { summary: 'add a Deny for everyone with the condition Bool aws:SecureTransport: false' },
    });
  },
});

/** A statement on TLS whose effect or value is not known. */
function mayRefuse(document: PolicyDocument): Unknown | undefined {
  for (const statement of document.statements) {
    if (statement.effect === 'Allow') continue;
    const about = statement.conditions.find((condition) =>
      /^(aws:securetransport|s3:tlsversion)$/i.test(condition.key),
    );
    if (statement.conditionsOpen !== undefined) return statement.conditionsOpen;
    const open = about === undefined ? undefined : (statement.effectOpen ?? about.open);
    if (open !== undefined) return open;
  }
  return undefined;
}

function refusesPlain(document: PolicyDocument): boolean {
  return document.statements.some(
    (statement) =>
      statement.effect === 'Deny' &&
      statement.conditions.some(
        (condition) =>
          (/^aws:securetransport$/i.test(condition.key) &&
            condition.values.some((value) => spellPattern(value) === 'false')) ||
          (/^(s3:tlsversion)$/i.test(condition.key) && /^numericlessthan/i.test(condition.operator)),
      ),
  );
}
