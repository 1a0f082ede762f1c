export type {
  ConditionBlock,
  ParsedPolicyDocument,
  PolicyDocument,
  PolicyProblem,
  PolicyProblemCode,
  PolicyVersion,
  Principal,
  Statement,
} from './documents/policy-document.ts';
export { parsePolicyDocument } from './documents/parse-policy-document.ts';
export type { KmsGrant, NamedPolicy, Policies, PolicyLevel, PolicyType } from './policies.ts';
export type { AccessRequest, PrincipalDetails, RequestContext, RequestPrincipal, RequestResource } from './request.ts';
export { compilePolicies, type CompiledPolicies, type PolicyReadingProblem } from './evaluation/compile-policies.ts';
export type { Decision } from './evaluation/decide.ts';
export { evaluateRequest, type Evaluation } from './evaluation/evaluate-request.ts';
export type { Answered, Explanation, PolicyTypeExplanation } from './evaluation/explain.ts';
export type { Mismatch, StatementExplanation } from './evaluation/explain-statement.ts';
export {
  containsActionPattern,
  containsPattern,
  intersectsActionPatterns,
  intersectsPatterns,
} from './patterns/algebra.ts';
export { unknownText } from './patterns/wildcard.ts';
export { allows, type AccessAnswer, type AccessNeed, type OpenCondition } from './needs/allows.ts';
export { effectiveActions, type EffectiveActions, type EffectiveActionsOptions } from './needs/effective-actions.ts';
export type { UniverseAction } from './needs/action-universe.ts';
export { minimisePolicy, type MinimalPolicy, type Need, type NeedProblem } from './needs/minimise-policy.ts';
export { proveMinimal, type MinimalityProof } from './needs/prove-minimal.ts';
export * from './data/index.ts';
