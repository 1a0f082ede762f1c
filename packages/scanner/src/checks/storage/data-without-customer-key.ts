import { isAbsent, settled, type Value, type FixIntent } from '@leastwise/model';
import { spellPattern } from '../../estate/policies/spell-pattern.ts';
import { defineCheck, fail, notApplicable, open, pass, type SubjectOf } from '../define-check.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';
import { set } from '../fix-intents.ts';
import { keyArn, ownKey } from '../fix-resources.ts';

type Keyed = SubjectOf<'bucket' | 'queue' | 'table' | 'stream' | 'secret' | 'repository'>;

export default defineCheck({
  name: 'data-without-customer-key',
  title: 'Data is encrypted with a key of AWS, not of the owner',
  area: 'storage',
  subjects: ['bucket', 'queue', 'table', 'stream', 'secret', 'repository'],
  severity: 'info',
  since: '0.1.0',
  rows: [73, 90, 95, 101, 124, 163, 206],
  ...mappingsByKind(
    { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [311] },
    {
      bucket: {
        checkov: ['CKV_AWS_145', 'CKV_AWS_186'],
        trivy: ['AWS-0132'],
        prowler: ['s3_bucket_kms_encryption'],
        cdk_nag: ['S3DefaultEncryptionKMS'],
      },
      queue: { checkov: ['CKV2_AWS_73'], trivy: ['AWS-0135'] },
      table: {
        checkov: ['CKV_AWS_119', 'CKV_AWS_271'],
        kics: ['cfn:4bd21e68', 'cfn:c8dee387', 'pulumi:b6a7e0ae', 'tf:ce089fd4'],
        cfn_nag: ['W74'],
        trivy: ['AWS-0025', 'AWS-0121'],
        prowler: ['dynamodb_tables_kms_cmk_encryption_enabled'],
      },
      stream: {
        checkov: ['CKV_AWS_185'],
        kics: ['tf:862fe4bf'],
        cdk_nag: ['KinesisDataStreamDefaultKeyWhenSSE'],
      },
      secret: {
        checkov: ['CKV_AWS_149'],
        kics: ['cfn:c8ae9ba9', 'tf:a2f548f2', 'tf:b0d3ef3f'],
        cfn_nag: ['W77'],
        trivy: ['AWS-0098'],
        cdk_nag: ['SecretsManagerUsingKMSKey'],
      },
      repository: { checkov: ['CKV_AWS_136'], trivy: ['AWS-0033'] },
    },
  ),
  fix: 'review',
  evaluate(subject, { estate }) {
    // A stream without encryption, and a queue that switched it off, have checks of their own.
    if (subject.kind === 'stream' && !subject.facet.encryption.present) return notApplicable;
    if (subject.kind === 'queue' && settled(subject.facet.managedEncryption) === false && isAbsent(subject.facet.key))
      return notApplicable;
    const key = keyOf(subject);
    if (key.kind === 'unknown') return open(`the key of ${subject.name}`, key, estate);
    const written = spellPattern(key as Value);
    if (!isAbsent(key) && written !== '' && !/(^|:)(alias\/)?aws\//.test(written ?? '')) return pass;
    return fail(
      isAbsent(key) ? subject.keyRange : key.origin,
      `${subject.name} is encrypted with a key that AWS manages: nobody of yours can withdraw it or say who may use it.`,
      {
        fix: { summary: 'name a key of your own where a rule asks for it', edit: [...withOwnKey(subject)] },
      },
    );
  },
});

function keyOf(subject: Keyed): Value {
  switch (subject.kind) {
    case 'bucket':
    case 'table':
    case 'stream':
      return subject.facet.encryption.key;
    default:
      return subject.facet.key;
  }
}

/** A table and a bucket ask for the kind of encryption beside the key. */
function withOwnKey(subject: Keyed): readonly FixIntent[] {
  switch (subject.kind) {
    case 'bucket':
      return [ownKey(subject), set(subject, 'encryption', { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn })];
    case 'table':
      if (subject.type === 'AWS::DynamoDB::GlobalTable') return [];
      return [
        ownKey(subject),
        set(subject, 'encryption', { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: keyArn }),
      ];
    case 'stream':
      return [ownKey(subject), set(subject, 'encryption', { EncryptionType: 'KMS', KeyId: keyArn })];
    case 'repository':
      return [ownKey(subject), set(subject, 'encryption', { EncryptionType: 'KMS', KmsKey: keyArn })];
    default:
      return [ownKey(subject), set(subject, 'key', keyArn)];
  }
}
