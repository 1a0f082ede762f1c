import type { Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';
import { defineCheck, fail, pass } from '../define-check.ts';

export default defineCheck({
  name: 'secret-without-rotation',
  title: 'Secret is never rotated',
  area: 'secrets',
  subjects: ['secret'],
  severity: 'info',
  since: '0.1.0',
  rows: [164],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [324],
    fsbp: ['SecretsManager.1'],
    checkov: ['CKV2_AWS_57'],
    prowler: ['secretsmanager_automatic_rotation_enabled'],
    cdk_nag: ['SecretsManagerRotationEnabled'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const rotated = estate
      .of('secret-rotation')
      .some((rotation) => behindTarget(estate, rotation.facet.secret)?.id === subject.id);
    if (rotated) return pass;
    return fail(subject.keyRange, `${subject.name} stays the same until somebody changes it.`, {
      fix: { summary: 'add AWS::SecretsManager::RotationSchedule with a hosted rotation function' },
    });
  },
});

/** A schedule may name the attachment of a secret to its database instead of the secret. */
function behindTarget(estate: Estate, value: Value): AnyNode | undefined {
  const node = estate.resolve(value, 'secret', 'secret-target');
  return node?.kind === 'secret-target' ? estate.resolve(node.facet.secret, 'secret') : node;
}
