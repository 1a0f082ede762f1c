import type { AnyNode } from '../../estate/estate.ts';
import type { FixIntent, FixMap, Unknown, Value } from '@leastwise/model';
import type { PolicyDocument } from '../../estate/policies/policy-document.ts';
import { resourcePolicy, type ResourcePolicy } from '../../estate/policies/resource-policy.ts';
import { spellPattern } from '../../estate/policies/spell-pattern.ts';
import { defineCheck, fail, pass } from '../define-check.ts';
import { openStatement } from '../judge-statements.ts';
import { addResource, append, reference } from '../fix-intents.ts';

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
    const elsewhere = standsElsewhere(subject.facet.name, policies.length);
    if (elsewhere !== undefined) return openStatement(elsewhere, `the policy of ${subject.name}`);
    if (policies.some(({ document }) => refusesPlain(document))) return pass;
    const open = policies
      .map(({ document }) => document.open ?? mayRefuse(document))
      .find((reason) => reason !== undefined);
    if (open !== undefined) return openStatement(open, `the policy of ${subject.name}`);
    return fail(subject.keyRange, `${subject.name} answers requests without TLS, should somebody send one.`, {
      fix: {
        summary: 'add a Deny for everyone with the condition Bool aws:SecureTransport: false',
        edit: [...refusePlain(subject, policies)],
      },
    });
  },
});

/** What of a resource stands in another stack may have its policy there. */
function standsElsewhere(name: Value, policies: number): Unknown | undefined {
  return policies === 0 && name.kind === 'unknown' && name.cause === 'import' ? name : undefined;
}

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

/** Into the policy that is there, or into one of its own. */
function refusePlain(subject: AnyNode, policies: readonly ResourcePolicy[]): readonly FixIntent[] {
  const arn = subject.kind === 'topic' ? reference(subject) : reference(subject, 'Arn');
  const service = subject.kind === 'bucket' ? 's3' : subject.kind === 'queue' ? 'sqs' : 'sns';
  const statement: FixMap = {
    Sid: 'RefusePlainHttp',
    Effect: 'Deny',
    Principal: '*',
    // A policy of SNS names each action: https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
    Action: service === 'sns' ? ['sns:Publish', 'sns:Subscribe'] : `${service}:*`,
    Resource: subject.kind === 'bucket' ? [arn, { $text: [arn, '/*'] }] : arn,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const [written] = policies;
  if (written !== undefined) return [append(written.source, 'document.Statement', statement)];
  const document: FixMap = { Version: '2012-10-17', Statement: [statement] };
  switch (subject.kind) {
    case 'bucket':
      return [policy('AWS::S3::BucketPolicy', { Bucket: reference(subject), PolicyDocument: document })];
    case 'queue':
      return [policy('AWS::SQS::QueuePolicy', { Queues: [reference(subject)], PolicyDocument: document })];
    default:
      return [policy('AWS::SNS::TopicPolicy', { Topics: [reference(subject)], PolicyDocument: document })];
  }

  function policy(type: string, properties: FixMap): FixIntent {
    return addResource(subject, 'Policy', type, properties);
  }
}
