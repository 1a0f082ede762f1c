// Made from this folder by `npm run docs`. Do not edit.
import type { CheckDoc } from './check-doc.ts';
import type { Check } from './define-check.ts';
import authorizerBypassedByRoute from './entry/authorizer-bypassed-by-route.ts';
import defaultEndpointBesideProtectedDomain from './entry/default-endpoint-beside-protected-domain.ts';
import functionUrlWithoutAuth from './entry/function-url-without-auth.ts';
import routeWithoutAuthorization from './entry/route-without-authorization.ts';
import secondWayAroundAuthorizer from './entry/second-way-around-authorizer.ts';
import websocketChecksOnlyConnect from './entry/websocket-checks-only-connect.ts';
import asynchronousInvocationWithoutFailureDestination from './function/asynchronous-invocation-without-failure-destination.ts';
import codeNotSigned from './function/code-not-signed.ts';
import deprecatedRuntime from './function/deprecated-runtime.ts';
import environmentWithoutOwnKey from './function/environment-without-own-key.ts';
import eventSourceWithoutFailureDestination from './function/event-source-without-failure-destination.ts';
import functionWithoutTags from './function/function-without-tags.ts';
import functionWithoutTrigger from './function/function-without-trigger.ts';
import handlerMissing from './function/handler-missing.ts';
import layerFromOtherAccount from './function/layer-from-other-account.ts';
import memoryLeftAtDefault from './function/memory-left-at-default.ts';
import noConcurrencyLimit from './function/no-concurrency-limit.ts';
import permissionBroaderThanInvoke from './function/permission-broader-than-invoke.ts';
import permissionForAnyPrincipal from './function/permission-for-any-principal.ts';
import permissionWithoutSourceCondition from './function/permission-without-source-condition.ts';
import permissionWithoutTrigger from './function/permission-without-trigger.ts';
import queueVisibilityBelowTimeout from './function/queue-visibility-below-timeout.ts';
import recursiveTriggerLoop from './function/recursive-trigger-loop.ts';
import timeoutAboveCaller from './function/timeout-above-caller.ts';
import timeoutLeftAtDefault from './function/timeout-left-at-default.ts';
import timeoutNearMaximum from './function/timeout-near-maximum.ts';
import accessKeyInTemplate from './identity/access-key-in-template.ts';
import allowWithNotAction from './identity/allow-with-not-action.ts';
import crossAccountTrustWithoutCondition from './identity/cross-account-trust-without-condition.ts';
import elevatedManagedPolicy from './identity/elevated-managed-policy.ts';
import functionMayChangeItself from './identity/function-may-change-itself.ts';
import identityWithInlinePolicy from './identity/identity-with-inline-policy.ts';
import roleMayAssumeAnyRole from './identity/role-may-assume-any-role.ts';
import roleMayPassAnyRole from './identity/role-may-pass-any-role.ts';
import roleSharedByFunctions from './identity/role-shared-by-functions.ts';
import roleTrustedByAnyone from './identity/role-trusted-by-anyone.ts';
import roleWithAdminAccess from './identity/role-with-admin-access.ts';
import roleWithWildcardAction from './identity/role-with-wildcard-action.ts';
import roleWithWildcardResource from './identity/role-with-wildcard-resource.ts';
import unsafeOidcTrust from './identity/unsafe-oidc-trust.ts';

/** Every check, by area and slug. */
export const allChecks: readonly Check[] = [
  authorizerBypassedByRoute,
  defaultEndpointBesideProtectedDomain,
  functionUrlWithoutAuth,
  routeWithoutAuthorization,
  secondWayAroundAuthorizer,
  websocketChecksOnlyConnect,
  asynchronousInvocationWithoutFailureDestination,
  codeNotSigned,
  deprecatedRuntime,
  environmentWithoutOwnKey,
  eventSourceWithoutFailureDestination,
  functionWithoutTags,
  functionWithoutTrigger,
  handlerMissing,
  layerFromOtherAccount,
  memoryLeftAtDefault,
  noConcurrencyLimit,
  permissionBroaderThanInvoke,
  permissionForAnyPrincipal,
  permissionWithoutSourceCondition,
  permissionWithoutTrigger,
  queueVisibilityBelowTimeout,
  recursiveTriggerLoop,
  timeoutAboveCaller,
  timeoutLeftAtDefault,
  timeoutNearMaximum,
  accessKeyInTemplate,
  allowWithNotAction,
  crossAccountTrustWithoutCondition,
  elevatedManagedPolicy,
  functionMayChangeItself,
  identityWithInlinePolicy,
  roleMayAssumeAnyRole,
  roleMayPassAnyRole,
  roleSharedByFunctions,
  roleTrustedByAnyone,
  roleWithAdminAccess,
  roleWithWildcardAction,
  roleWithWildcardResource,
  unsafeOidcTrust,
];

/** The prose and the examples of every check, by slug. */
export const checkDocs: Readonly<Record<string, () => Promise<{ readonly default: CheckDoc }>>> = {
  'authorizer-bypassed-by-route': () => import('./entry/authorizer-bypassed-by-route.doc.ts'),
  'default-endpoint-beside-protected-domain': () => import('./entry/default-endpoint-beside-protected-domain.doc.ts'),
  'function-url-without-auth': () => import('./entry/function-url-without-auth.doc.ts'),
  'route-without-authorization': () => import('./entry/route-without-authorization.doc.ts'),
  'second-way-around-authorizer': () => import('./entry/second-way-around-authorizer.doc.ts'),
  'websocket-checks-only-connect': () => import('./entry/websocket-checks-only-connect.doc.ts'),
  'asynchronous-invocation-without-failure-destination': () => import('./function/asynchronous-invocation-without-failure-destination.doc.ts'),
  'code-not-signed': () => import('./function/code-not-signed.doc.ts'),
  'deprecated-runtime': () => import('./function/deprecated-runtime.doc.ts'),
  'environment-without-own-key': () => import('./function/environment-without-own-key.doc.ts'),
  'event-source-without-failure-destination': () => import('./function/event-source-without-failure-destination.doc.ts'),
  'function-without-tags': () => import('./function/function-without-tags.doc.ts'),
  'function-without-trigger': () => import('./function/function-without-trigger.doc.ts'),
  'handler-missing': () => import('./function/handler-missing.doc.ts'),
  'layer-from-other-account': () => import('./function/layer-from-other-account.doc.ts'),
  'memory-left-at-default': () => import('./function/memory-left-at-default.doc.ts'),
  'no-concurrency-limit': () => import('./function/no-concurrency-limit.doc.ts'),
  'permission-broader-than-invoke': () => import('./function/permission-broader-than-invoke.doc.ts'),
  'permission-for-any-principal': () => import('./function/permission-for-any-principal.doc.ts'),
  'permission-without-source-condition': () => import('./function/permission-without-source-condition.doc.ts'),
  'permission-without-trigger': () => import('./function/permission-without-trigger.doc.ts'),
  'queue-visibility-below-timeout': () => import('./function/queue-visibility-below-timeout.doc.ts'),
  'recursive-trigger-loop': () => import('./function/recursive-trigger-loop.doc.ts'),
  'timeout-above-caller': () => import('./function/timeout-above-caller.doc.ts'),
  'timeout-left-at-default': () => import('./function/timeout-left-at-default.doc.ts'),
  'timeout-near-maximum': () => import('./function/timeout-near-maximum.doc.ts'),
  'access-key-in-template': () => import('./identity/access-key-in-template.doc.ts'),
  'allow-with-not-action': () => import('./identity/allow-with-not-action.doc.ts'),
  'cross-account-trust-without-condition': () => import('./identity/cross-account-trust-without-condition.doc.ts'),
  'elevated-managed-policy': () => import('./identity/elevated-managed-policy.doc.ts'),
  'function-may-change-itself': () => import('./identity/function-may-change-itself.doc.ts'),
  'identity-with-inline-policy': () => import('./identity/identity-with-inline-policy.doc.ts'),
  'role-may-assume-any-role': () => import('./identity/role-may-assume-any-role.doc.ts'),
  'role-may-pass-any-role': () => import('./identity/role-may-pass-any-role.doc.ts'),
  'role-shared-by-functions': () => import('./identity/role-shared-by-functions.doc.ts'),
  'role-trusted-by-anyone': () => import('./identity/role-trusted-by-anyone.doc.ts'),
  'role-with-admin-access': () => import('./identity/role-with-admin-access.doc.ts'),
  'role-with-wildcard-action': () => import('./identity/role-with-wildcard-action.doc.ts'),
  'role-with-wildcard-resource': () => import('./identity/role-with-wildcard-resource.doc.ts'),
  'unsafe-oidc-trust': () => import('./identity/unsafe-oidc-trust.doc.ts'),
};
