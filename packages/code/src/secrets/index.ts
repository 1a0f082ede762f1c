export { findSecrets, type SecretCandidate, type SecretMatch } from './find-secrets.ts';
export { maskSecret, secretFingerprint } from './mask.ts';
export { secretRules } from './rules/index.ts';
export type { RuleMatch, RuleSample, SecretConfidence, SecretRule, SecretVerdict } from './secret-rule.ts';
