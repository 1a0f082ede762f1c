import { isAbsent, settled, type FixIntent, type Mappings, type Value } from '@leastwise/model';
import { spellPattern } from '../../estate/policies/spell-pattern.ts';
import { defineCheck, fail, notApplicable, open, pass, type SubjectOf } from '../define-check.ts';
import { joinMappings } from '../join-mappings.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';
import { set } from '../fix-intents.ts';
import { keyArn, ownKey } from '../fix-resources.ts';

type Keyed = SubjectOf<'bucket' | 'queue' | 'table' | 'stream' | 'secret' | 'repository' | 'delivery-stream'>;

const risks = { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [311] } satisfies Mappings;
/** A queue that names no key at all. */
const withoutKey = joinMappings(risks, { trivy: ['AWS-0135'] });

export default defineCheck({
  name: 'data-without-customer-key',
  title: 'Data is encrypted with a key of AWS, not of the owner',
  area: 'storage',
  subjects: ['bucket', 'queue', 'table', 'stream', 'secret', 'repository', 'delivery-stream'],
  severity: 'info',
  since: '0.1.0',
  rows: [73, 90, 93, 95, 101, 124, 163, 206],
  ...mappingsByKind(risks, {
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
    'delivery-stream': { checkov: ['CKV_AWS_241'] },
  }),
  fix: 'review',
  evaluate(subject, { estate }) {
    // Streams without encryption, and a queue that switched it off, have checks of their own.
    if ((subject.kind === 'stream' || subject.kind === 'delivery-stream') && !subject.facet.encryption.present)
      return notApplicable;
    if (subject.kind === 'queue' && settled(subject.facet.managedEncryption) === false && isAbsent(subject.facet.key))
      return notApplicable;
    const bare = subject.kind === 'table' ? subject.facet.replicas.items.filter((item) => isAbsent(item.key)) : [];
    const [first] = bare;
    // A replica in another region needs a key of that region.
    if (first !== undefined && !isAbsent(keyOf(subject)))
      return fail(first.origin, `A replica of ${subject.name} is encrypted with a key that AWS manages.`, {
        key: 'replica',
        mappings: joinMappings(risks, { checkov: ['CKV_AWS_271'] }),
        evidence: bare.slice(1).map(({ origin }) => ({ at: origin, message: 'so is this one' })),
        fix: { kind: 'none', summary: 'name a key of the region of the replica' },
      });
    const key = keyOf(subject);
    const algorithm = subject.kind === 'bucket' ? subject.facet.encryption.algorithm : undefined;
    // S3 uses the key with aws:kms only: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html
    const spelled = algorithm === undefined ? undefined : settled(algorithm);
    const isUnused = spelled !== undefined && !spelled.startsWith('aws:kms');
    if (key.kind === 'unknown' && !isUnused) return open(`the key of ${subject.name}`, key, estate);
    const written = spellPattern(key as Value);
    if (!isUnused && !isAbsent(key) && written !== '' && !/(^|:)(alias\/)?aws\//.test(written ?? '')) return pass;
    return fail(
      isAbsent(key) ? subject.keyRange : isUnused && algorithm !== undefined ? algorithm.origin : key.origin,
      `${subject.name} is encrypted with a key that AWS manages: nobody of yours can withdraw it or say who may use it.`,
      {
        // They ask only where the key of AWS is named.
        ...(subject.kind === 'queue' && isAbsent(key) ? { mappings: withoutKey } : {}),
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
    case 'delivery-stream':
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
    case 'delivery-stream':
      return [ownKey(subject), set(subject, 'encryption', { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: keyArn })];
    case 'repository':
      return [ownKey(subject), set(subject, 'encryption', { EncryptionType: 'KMS', KmsKey: keyArn })];
    default:
      return [ownKey(subject), set(subject, 'key', keyArn)];
  }
}
