import { settled } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'unencrypted-delivery-stream',
  title: 'Delivery stream buffers records without a key',
  area: 'storage',
  subjects: ['delivery-stream'],
  severity: 'info',
  since: '0.1.0',
  rows: [92, 93],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [311],
    fsbp: ['DataFirehose.1'],
    checkov: ['CKV_AWS_240', 'CKV_AWS_241'],
    cfn_nag: ['W88'],
    prowler: ['firehose_stream_encrypted_at_rest'],
    cdk_nag: ['KinesisDataFirehoseSSE'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { encryption, source } = subject.facet;
    // With a Kinesis stream as its source, the encryption of that stream holds for the buffer too.
    if (settled(source) === 'KinesisStreamAsSource') return notApplicable;
    if (encryption.open !== undefined) return open(`the encryption of ${subject.name}`, encryption.open, estate);
    if (encryption.present) return pass;
    return fail(subject.keyRange, `${subject.name} buffers records for minutes without server-side encryption.`, {
      fix: {
        summary: 'set DeliveryStreamEncryptionConfigurationInput: { KeyType: AWS_OWNED_CMK }',
        edit: [set(subject, 'encryption', { KeyType: 'AWS_OWNED_CMK' })],
      },
    });
  },
});
