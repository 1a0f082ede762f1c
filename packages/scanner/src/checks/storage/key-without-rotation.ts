import { settled } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'key-without-rotation',
  title: 'Key is never rotated',
  area: 'storage',
  subjects: ['key'],
  severity: 'low',
  since: '0.1.0',
  rows: [157],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [324],
    fsbp: ['KMS.4'],
    checkov: ['CKV_AWS_7'],
    kics: ['cfn:1c07bfaf', 'cfn:235ca980', 'tf:22fbfeac'],
    cfn_nag: ['F19'],
    trivy: ['AWS-0065'],
    prowler: ['kms_cmk_rotation_enabled'],
    cdk_nag: ['KMSBackingKeyRotationEnabled'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { spec, usage, material, rotation, enabled } = subject.facet;
    // Only symmetric keys with material of AWS can rotate by themselves.
    if (
      (settled(spec) ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT' ||
      (settled(usage) ?? 'ENCRYPT_DECRYPT') !== 'ENCRYPT_DECRYPT'
    )
      return notApplicable;
    if ((settled(material) ?? 'AWS_KMS') !== 'AWS_KMS' || settled(enabled) === false) return notApplicable;
    const on = settled(rotation);
    if (on === undefined) return open(`EnableKeyRotation of ${subject.name}`, rotation, estate);
    if (on) return pass;
    return fail(
      rotation.kind === 'absent' ? subject.keyRange : rotation.origin,
      `${subject.name} encrypts with the same material for as long as it lives.`,
      { fix: { summary: 'set EnableKeyRotation: true', edit: [set(subject, 'rotation', true)] } },
    );
  },
});
