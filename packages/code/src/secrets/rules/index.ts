import type { SecretRule } from '../secret-rule.ts';
import { callRules } from './calls.ts';
import { cloudRules } from './cloud.ts';
import { keyRules } from './keys.ts';
import { messagingRules } from './messaging.ts';
import { paymentRules } from './payments.ts';
import { serviceRules } from './services.ts';
import { sourceControlRules } from './source-control.ts';
import { urlRules } from './urls.ts';

/** All rules with a format. Where two match the same text, the earlier wins. */
export const secretRules: readonly SecretRule[] = [
  ...cloudRules,
  ...sourceControlRules,
  ...paymentRules,
  ...messagingRules,
  ...serviceRules,
  ...keyRules,
  ...urlRules,
  ...callRules,
];
