import { definePropertyCheck, written } from '../property-check.ts';
import { set } from '../fix-intents.ts';
import { keyArn, ownKey } from '../fix-resources.ts';

export default definePropertyCheck({
  name: 'state-machine-without-own-key',
  title: 'Executions are encrypted with a key of AWS, not of the owner',
  area: 'messaging',
  subjects: ['state-machine'],
  severity: 'info',
  since: '0.1.0',
  rows: [63],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [311],
    prowler: ['stepfunctions_statemachine_encrypted_with_cmk'],
  },
  fix: 'review',
  property: 'EncryptionConfiguration.KmsKeyId',
  look: (machine) => written(machine, machine.facet.encryption.key),
  message: (name) =>
    `The inputs and outputs of ${name} are encrypted with a key that AWS owns: nobody of yours can withdraw it.`,
  remedy: 'name a key of your own where a rule asks for it',
  edit: (machine) => [
    ownKey(machine),
    set(machine, 'encryption', { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: keyArn }),
  ],
});
