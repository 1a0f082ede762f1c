import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'unencrypted-stream',
  title: 'Stream is not encrypted at rest',
  area: 'storage',
  subjects: ['stream'],
  severity: 'info',
  since: '0.1.0',
  rows: [89],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [311],
    fsbp: ['Kinesis.1'],
    checkov: ['CKV_AWS_43'],
    kics: ['cfn:7f65be75', 'tf:5c6dd5e7'],
    cfn_nag: ['W49'],
    trivy: ['AWS-0064'],
    prowler: ['kinesis_stream_encrypted_at_rest'],
    cdk_nag: ['KinesisDataStreamSSE'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { encryption } = subject.facet;
    if (encryption.open !== undefined) return open(`the encryption of ${subject.name}`, encryption.open, estate);
    if (encryption.present && settled(encryption.type) !== 'NONE') {
      const reason = estate.openReason(encryption.type);
      return reason === undefined ? pass : open(`EncryptionType of ${subject.name}`, encryption.type, estate);
    }
    return fail(
      encryption.present ? encryption.type.origin : subject.keyRange,
      `${subject.name} keeps its records unencrypted for a day or longer.`,
      {
        fix: {
          summary: 'set StreamEncryption: { EncryptionType: KMS, KeyId: alias/aws/kinesis }',
          edit: [set(subject, 'encryption', { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' })],
        },
      },
    );
  },
});
