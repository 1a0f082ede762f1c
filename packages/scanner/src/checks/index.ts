// Made from this folder by `npm run docs`. Do not edit.
import type { CheckDoc } from './check-doc.ts';
import type { Check } from './define-check.ts';
import authorizerAcceptsUnsignedToken from './code/authorizer-accepts-unsigned-token.ts';
import authorizerFailsOpen from './code/authorizer-fails-open.ts';
import authorizerIgnoresAudience from './code/authorizer-ignores-audience.ts';
import authorizerIgnoresExpiry from './code/authorizer-ignores-expiry.ts';
import corsWildcardWithCredentials from './code/cors-wildcard-with-credentials.ts';
import environmentReturned from './code/environment-returned.ts';
import errorStackReturned from './code/error-stack-returned.ts';
import eventDataDeserialized from './code/event-data-deserialized.ts';
import eventDataInCloudResourceName from './code/event-data-in-cloud-resource-name.ts';
import eventDataInCode from './code/event-data-in-code.ts';
import eventDataInCommandArguments from './code/event-data-in-command-arguments.ts';
import eventDataInCommand from './code/event-data-in-command.ts';
import eventDataInDatabaseQuery from './code/event-data-in-database-query.ts';
import eventDataInHeader from './code/event-data-in-header.ts';
import eventDataInHtml from './code/event-data-in-html.ts';
import eventDataInLdapFilter from './code/event-data-in-ldap-filter.ts';
import eventDataInLog from './code/event-data-in-log.ts';
import eventDataInMail from './code/event-data-in-mail.ts';
import eventDataInObjectKeys from './code/event-data-in-object-keys.ts';
import eventDataInPath from './code/event-data-in-path.ts';
import eventDataInPrompt from './code/event-data-in-prompt.ts';
import eventDataInRedirect from './code/event-data-in-redirect.ts';
import eventDataInRegularExpression from './code/event-data-in-regular-expression.ts';
import eventDataInRequestAddress from './code/event-data-in-request-address.ts';
import eventDataInSql from './code/event-data-in-sql.ts';
import eventDataInTemplateSource from './code/event-data-in-template-source.ts';
import eventDataInXmlParser from './code/event-data-in-xml-parser.ts';
import eventDataInXpath from './code/event-data-in-xpath.ts';
import eventDataMeetsSlowPattern from './code/event-data-meets-slow-pattern.ts';
import passwordHashedFast from './code/password-hashed-fast.ts';
import predictableToken from './code/predictable-token.ts';
import secretInCode from './code/secret-in-code.ts';
import tlsVerificationOff from './code/tls-verification-off.ts';
import tokenDecodedNotVerified from './code/token-decoded-not-verified.ts';
import wholeEventLogged from './code/whole-event-logged.ts';
import fanOutWithoutLimit from './cost/fan-out-without-limit.ts';
import publicEntryWithoutSpendingLimit from './cost/public-entry-without-spending-limit.ts';
import apiCacheUnencrypted from './entry/api-cache-unencrypted.ts';
import apiCorsOpen from './entry/api-cors-open.ts';
import apiDataTraceLogsBodies from './entry/api-data-trace-logs-bodies.ts';
import apiEndpointPublic from './entry/api-endpoint-public.ts';
import apiKeyAsOnlyAuthentication from './entry/api-key-as-only-authentication.ts';
import apiLogUnstructured from './entry/api-log-unstructured.ts';
import apiWithoutAccessLog from './entry/api-without-access-log.ts';
import apiWithoutCache from './entry/api-without-cache.ts';
import apiWithoutClientCertificate from './entry/api-without-client-certificate.ts';
import apiWithoutCompression from './entry/api-without-compression.ts';
import apiWithoutExecutionLog from './entry/api-without-execution-log.ts';
import apiWithoutFirewall from './entry/api-without-firewall.ts';
import apiWithoutThrottling from './entry/api-without-throttling.ts';
import apiWithoutTracing from './entry/api-without-tracing.ts';
import authorizerBypassedByRoute from './entry/authorizer-bypassed-by-route.ts';
import authorizerCacheWithoutIdentity from './entry/authorizer-cache-without-identity.ts';
import defaultEndpointBesideProtectedDomain from './entry/default-endpoint-beside-protected-domain.ts';
import distributionOnSharedDomain from './entry/distribution-on-shared-domain.ts';
import distributionPlainHttp from './entry/distribution-plain-http.ts';
import distributionWithoutFailover from './entry/distribution-without-failover.ts';
import distributionWithoutGeoRestriction from './entry/distribution-without-geo-restriction.ts';
import distributionWithoutLog from './entry/distribution-without-log.ts';
import distributionWithoutRootObject from './entry/distribution-without-root-object.ts';
import distributionWithoutSecurityHeaders from './entry/distribution-without-security-headers.ts';
import domainOldTls from './entry/domain-old-tls.ts';
import domainWithoutPostQuantumTls from './entry/domain-without-post-quantum-tls.ts';
import functionUrlWithoutAuth from './entry/function-url-without-auth.ts';
import graphqlApiWithoutLogging from './entry/graphql-api-without-logging.ts';
import graphqlApiWithoutTracing from './entry/graphql-api-without-tracing.ts';
import integrationTimeoutShorterThanFunction from './entry/integration-timeout-shorter-than-function.ts';
import listenerPlainHttp from './entry/listener-plain-http.ts';
import methodWithoutApiKey from './entry/method-without-api-key.ts';
import openSignUpReachesRoute from './entry/open-sign-up-reaches-route.ts';
import originBucketWithoutAccessControl from './entry/origin-bucket-without-access-control.ts';
import originOverPlainHttp from './entry/origin-over-plain-http.ts';
import restPolicyOpen from './entry/rest-policy-open.ts';
import routeWithoutAuthorization from './entry/route-without-authorization.ts';
import routeWithoutRequestValidation from './entry/route-without-request-validation.ts';
import secondWayAroundAuthorizer from './entry/second-way-around-authorizer.ts';
import webAclAllowsByDefault from './entry/web-acl-allows-by-default.ts';
import webAclWithoutLog from './entry/web-acl-without-log.ts';
import webAclWithoutLog4jRules from './entry/web-acl-without-log4j-rules.ts';
import webAclWithoutRules from './entry/web-acl-without-rules.ts';
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
import layerOpenToAnyAccount from './function/layer-open-to-any-account.ts';
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
import functionLacksPermission from './identity/function-lacks-permission.ts';
import functionMayChangeItself from './identity/function-may-change-itself.ts';
import identityCanEscalate from './identity/identity-can-escalate.ts';
import identityWithInlinePolicy from './identity/identity-with-inline-policy.ts';
import roleAllowsUnneededActions from './identity/role-allows-unneeded-actions.ts';
import roleMayAssumeAnyRole from './identity/role-may-assume-any-role.ts';
import roleMayPassAnyRole from './identity/role-may-pass-any-role.ts';
import roleSharedByFunctions from './identity/role-shared-by-functions.ts';
import roleTrustedByAnyone from './identity/role-trusted-by-anyone.ts';
import roleWithAdminAccess from './identity/role-with-admin-access.ts';
import roleWithWildcardAction from './identity/role-with-wildcard-action.ts';
import roleWithWildcardResource from './identity/role-with-wildcard-resource.ts';
import unsafeOidcTrust from './identity/unsafe-oidc-trust.ts';
import eventEndpointWithoutReplication from './messaging/event-endpoint-without-replication.ts';
import queueWithoutRedrive from './messaging/queue-without-redrive.ts';
import ruleAcceptsAnySource from './messaging/rule-accepts-any-source.ts';
import ruleTargetWithoutFailureQueue from './messaging/rule-target-without-failure-queue.ts';
import scheduleWithoutOwnKey from './messaging/schedule-without-own-key.ts';
import stateMachineWithoutLogs from './messaging/state-machine-without-logs.ts';
import stateMachineWithoutOwnKey from './messaging/state-machine-without-own-key.ts';
import stateMachineWithoutTracing from './messaging/state-machine-without-tracing.ts';
import streamRetentionShort from './messaging/stream-retention-short.ts';
import subscriptionOverHttp from './messaging/subscription-over-http.ts';
import subscriptionWithoutRedrive from './messaging/subscription-without-redrive.ts';
import databaseOpenToInternet from './network/database-open-to-internet.ts';
import functionInOneZone from './network/function-in-one-zone.ts';
import functionInVpcWithoutNeed from './network/function-in-vpc-without-need.ts';
import functionOutsideVpc from './network/function-outside-vpc.ts';
import securityGroupSharedByExposures from './network/security-group-shared-by-exposures.ts';
import functionWithoutAlarm from './observability/function-without-alarm.ts';
import logFormatUnstructured from './observability/log-format-unstructured.ts';
import logGroupWithoutOwnKey from './observability/log-group-without-own-key.ts';
import logGroupWithoutRetention from './observability/log-group-without-retention.ts';
import logsKeptUnderAYear from './observability/logs-kept-under-a-year.ts';
import roleCannotWriteLogs from './observability/role-cannot-write-logs.ts';
import tracingOff from './observability/tracing-off.ts';
import trailWithoutDataEvents from './observability/trail-without-data-events.ts';
import eventSourceTokenInTemplate from './secrets/event-source-token-in-template.ts';
import parameterInClearText from './secrets/parameter-in-clear-text.ts';
import secretInEnvironment from './secrets/secret-in-environment.ts';
import secretInParameterDefault from './secrets/secret-in-parameter-default.ts';
import secretInStageVariables from './secrets/secret-in-stage-variables.ts';
import secretInStateMachineDefinition from './secrets/secret-in-state-machine-definition.ts';
import secretInTemplate from './secrets/secret-in-template.ts';
import secretParameterWithoutNoecho from './secrets/secret-parameter-without-noecho.ts';
import secretRotatedSeldom from './secrets/secret-rotated-seldom.ts';
import secretSharedByFunctions from './secrets/secret-shared-by-functions.ts';
import secretWithoutRotation from './secrets/secret-without-rotation.ts';
import allowWithNotPrincipal from './storage/allow-with-not-principal.ts';
import bucketCorsOpen from './storage/bucket-cors-open.ts';
import bucketNameWithDots from './storage/bucket-name-with-dots.ts';
import bucketPolicyLocksEveryoneOut from './storage/bucket-policy-locks-everyone-out.ts';
import bucketPublicAccessBlockOff from './storage/bucket-public-access-block-off.ts';
import bucketWithAcls from './storage/bucket-with-acls.ts';
import bucketWithoutAccessLog from './storage/bucket-without-access-log.ts';
import bucketWithoutLifecycle from './storage/bucket-without-lifecycle.ts';
import bucketWithoutNotifications from './storage/bucket-without-notifications.ts';
import bucketWithoutObjectLock from './storage/bucket-without-object-lock.ts';
import bucketWithoutPolicy from './storage/bucket-without-policy.ts';
import bucketWithoutReplication from './storage/bucket-without-replication.ts';
import bucketWithoutVersioning from './storage/bucket-without-versioning.ts';
import dataWithoutCustomerKey from './storage/data-without-customer-key.ts';
import dataWithoutTlsPolicy from './storage/data-without-tls-policy.ts';
import dataWithoutTransportEncryption from './storage/data-without-transport-encryption.ts';
import graphqlCacheUnencrypted from './storage/graphql-cache-unencrypted.ts';
import graphqlCacheWithoutTls from './storage/graphql-cache-without-tls.ts';
import identityPoolUnauthenticated from './storage/identity-pool-unauthenticated.ts';
import keyDisabled from './storage/key-disabled.ts';
import keyInSeveralRegions from './storage/key-in-several-regions.ts';
import keyWithoutPolicy from './storage/key-without-policy.ts';
import keyWithoutRotation from './storage/key-without-rotation.ts';
import openKeyPolicy from './storage/open-key-policy.ts';
import openLogPolicy from './storage/open-log-policy.ts';
import openQueuePolicy from './storage/open-queue-policy.ts';
import openRepositoryPolicy from './storage/open-repository-policy.ts';
import openSearchDomain from './storage/open-search-domain.ts';
import openSecretPolicy from './storage/open-secret-policy.ts';
import openTablePolicy from './storage/open-table-policy.ts';
import openTopicPolicy from './storage/open-topic-policy.ts';
import policyAdmitsOtherAccount from './storage/policy-admits-other-account.ts';
import policyAllowsAllActions from './storage/policy-allows-all-actions.ts';
import publicBucket from './storage/public-bucket.ts';
import publicDatabase from './storage/public-database.ts';
import publicEventBus from './storage/public-event-bus.ts';
import repositoryWithMutableTags from './storage/repository-with-mutable-tags.ts';
import repositoryWithoutScan from './storage/repository-without-scan.ts';
import resourcePolicyWithoutSource from './storage/resource-policy-without-source.ts';
import tableOutsideBackupPlan from './storage/table-outside-backup-plan.ts';
import tableWithoutDeletionProtection from './storage/table-without-deletion-protection.ts';
import tableWithoutRecovery from './storage/table-without-recovery.ts';
import tableWithoutScaling from './storage/table-without-scaling.ts';
import unencryptedCache from './storage/unencrypted-cache.ts';
import unencryptedDatabase from './storage/unencrypted-database.ts';
import unencryptedDeliveryStream from './storage/unencrypted-delivery-stream.ts';
import unencryptedQueue from './storage/unencrypted-queue.ts';
import unencryptedStream from './storage/unencrypted-stream.ts';
import unencryptedTopic from './storage/unencrypted-topic.ts';
import userPoolClientTellsWhoExists from './storage/user-pool-client-tells-who-exists.ts';
import userPoolClientTokensNotRevocable from './storage/user-pool-client-tokens-not-revocable.ts';
import userPoolOpenSignUp from './storage/user-pool-open-sign-up.ts';
import userPoolTakesLeakedPasswords from './storage/user-pool-takes-leaked-passwords.ts';
import userPoolWeakPassword from './storage/user-pool-weak-password.ts';
import userPoolWithoutDeletionProtection from './storage/user-pool-without-deletion-protection.ts';
import userPoolWithoutMfa from './storage/user-pool-without-mfa.ts';
import userPoolWithoutThreatProtection from './storage/user-pool-without-threat-protection.ts';
import codeRunsAtDeployment from './upkeep/code-runs-at-deployment.ts';
import resourceWithoutOwner from './upkeep/resource-without-owner.ts';

/** Every check, by area and slug. */
export const allChecks: readonly Check[] = [
  authorizerAcceptsUnsignedToken,
  authorizerFailsOpen,
  authorizerIgnoresAudience,
  authorizerIgnoresExpiry,
  corsWildcardWithCredentials,
  environmentReturned,
  errorStackReturned,
  eventDataDeserialized,
  eventDataInCloudResourceName,
  eventDataInCode,
  eventDataInCommandArguments,
  eventDataInCommand,
  eventDataInDatabaseQuery,
  eventDataInHeader,
  eventDataInHtml,
  eventDataInLdapFilter,
  eventDataInLog,
  eventDataInMail,
  eventDataInObjectKeys,
  eventDataInPath,
  eventDataInPrompt,
  eventDataInRedirect,
  eventDataInRegularExpression,
  eventDataInRequestAddress,
  eventDataInSql,
  eventDataInTemplateSource,
  eventDataInXmlParser,
  eventDataInXpath,
  eventDataMeetsSlowPattern,
  passwordHashedFast,
  predictableToken,
  secretInCode,
  tlsVerificationOff,
  tokenDecodedNotVerified,
  wholeEventLogged,
  fanOutWithoutLimit,
  publicEntryWithoutSpendingLimit,
  apiCacheUnencrypted,
  apiCorsOpen,
  apiDataTraceLogsBodies,
  apiEndpointPublic,
  apiKeyAsOnlyAuthentication,
  apiLogUnstructured,
  apiWithoutAccessLog,
  apiWithoutCache,
  apiWithoutClientCertificate,
  apiWithoutCompression,
  apiWithoutExecutionLog,
  apiWithoutFirewall,
  apiWithoutThrottling,
  apiWithoutTracing,
  authorizerBypassedByRoute,
  authorizerCacheWithoutIdentity,
  defaultEndpointBesideProtectedDomain,
  distributionOnSharedDomain,
  distributionPlainHttp,
  distributionWithoutFailover,
  distributionWithoutGeoRestriction,
  distributionWithoutLog,
  distributionWithoutRootObject,
  distributionWithoutSecurityHeaders,
  domainOldTls,
  domainWithoutPostQuantumTls,
  functionUrlWithoutAuth,
  graphqlApiWithoutLogging,
  graphqlApiWithoutTracing,
  integrationTimeoutShorterThanFunction,
  listenerPlainHttp,
  methodWithoutApiKey,
  openSignUpReachesRoute,
  originBucketWithoutAccessControl,
  originOverPlainHttp,
  restPolicyOpen,
  routeWithoutAuthorization,
  routeWithoutRequestValidation,
  secondWayAroundAuthorizer,
  webAclAllowsByDefault,
  webAclWithoutLog,
  webAclWithoutLog4jRules,
  webAclWithoutRules,
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
  layerOpenToAnyAccount,
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
  functionLacksPermission,
  functionMayChangeItself,
  identityCanEscalate,
  identityWithInlinePolicy,
  roleAllowsUnneededActions,
  roleMayAssumeAnyRole,
  roleMayPassAnyRole,
  roleSharedByFunctions,
  roleTrustedByAnyone,
  roleWithAdminAccess,
  roleWithWildcardAction,
  roleWithWildcardResource,
  unsafeOidcTrust,
  eventEndpointWithoutReplication,
  queueWithoutRedrive,
  ruleAcceptsAnySource,
  ruleTargetWithoutFailureQueue,
  scheduleWithoutOwnKey,
  stateMachineWithoutLogs,
  stateMachineWithoutOwnKey,
  stateMachineWithoutTracing,
  streamRetentionShort,
  subscriptionOverHttp,
  subscriptionWithoutRedrive,
  databaseOpenToInternet,
  functionInOneZone,
  functionInVpcWithoutNeed,
  functionOutsideVpc,
  securityGroupSharedByExposures,
  functionWithoutAlarm,
  logFormatUnstructured,
  logGroupWithoutOwnKey,
  logGroupWithoutRetention,
  logsKeptUnderAYear,
  roleCannotWriteLogs,
  tracingOff,
  trailWithoutDataEvents,
  eventSourceTokenInTemplate,
  parameterInClearText,
  secretInEnvironment,
  secretInParameterDefault,
  secretInStageVariables,
  secretInStateMachineDefinition,
  secretInTemplate,
  secretParameterWithoutNoecho,
  secretRotatedSeldom,
  secretSharedByFunctions,
  secretWithoutRotation,
  allowWithNotPrincipal,
  bucketCorsOpen,
  bucketNameWithDots,
  bucketPolicyLocksEveryoneOut,
  bucketPublicAccessBlockOff,
  bucketWithAcls,
  bucketWithoutAccessLog,
  bucketWithoutLifecycle,
  bucketWithoutNotifications,
  bucketWithoutObjectLock,
  bucketWithoutPolicy,
  bucketWithoutReplication,
  bucketWithoutVersioning,
  dataWithoutCustomerKey,
  dataWithoutTlsPolicy,
  dataWithoutTransportEncryption,
  graphqlCacheUnencrypted,
  graphqlCacheWithoutTls,
  identityPoolUnauthenticated,
  keyDisabled,
  keyInSeveralRegions,
  keyWithoutPolicy,
  keyWithoutRotation,
  openKeyPolicy,
  openLogPolicy,
  openQueuePolicy,
  openRepositoryPolicy,
  openSearchDomain,
  openSecretPolicy,
  openTablePolicy,
  openTopicPolicy,
  policyAdmitsOtherAccount,
  policyAllowsAllActions,
  publicBucket,
  publicDatabase,
  publicEventBus,
  repositoryWithMutableTags,
  repositoryWithoutScan,
  resourcePolicyWithoutSource,
  tableOutsideBackupPlan,
  tableWithoutDeletionProtection,
  tableWithoutRecovery,
  tableWithoutScaling,
  unencryptedCache,
  unencryptedDatabase,
  unencryptedDeliveryStream,
  unencryptedQueue,
  unencryptedStream,
  unencryptedTopic,
  userPoolClientTellsWhoExists,
  userPoolClientTokensNotRevocable,
  userPoolOpenSignUp,
  userPoolTakesLeakedPasswords,
  userPoolWeakPassword,
  userPoolWithoutDeletionProtection,
  userPoolWithoutMfa,
  userPoolWithoutThreatProtection,
  codeRunsAtDeployment,
  resourceWithoutOwner,
];

/** The prose and the examples of every check, by slug. */
export const checkDocs: Readonly<Record<string, () => Promise<{ readonly default: CheckDoc }>>> = {
  'authorizer-accepts-unsigned-token': () => import('./code/authorizer-accepts-unsigned-token.doc.ts'),
  'authorizer-fails-open': () => import('./code/authorizer-fails-open.doc.ts'),
  'authorizer-ignores-audience': () => import('./code/authorizer-ignores-audience.doc.ts'),
  'authorizer-ignores-expiry': () => import('./code/authorizer-ignores-expiry.doc.ts'),
  'cors-wildcard-with-credentials': () => import('./code/cors-wildcard-with-credentials.doc.ts'),
  'environment-returned': () => import('./code/environment-returned.doc.ts'),
  'error-stack-returned': () => import('./code/error-stack-returned.doc.ts'),
  'event-data-deserialized': () => import('./code/event-data-deserialized.doc.ts'),
  'event-data-in-cloud-resource-name': () => import('./code/event-data-in-cloud-resource-name.doc.ts'),
  'event-data-in-code': () => import('./code/event-data-in-code.doc.ts'),
  'event-data-in-command-arguments': () => import('./code/event-data-in-command-arguments.doc.ts'),
  'event-data-in-command': () => import('./code/event-data-in-command.doc.ts'),
  'event-data-in-database-query': () => import('./code/event-data-in-database-query.doc.ts'),
  'event-data-in-header': () => import('./code/event-data-in-header.doc.ts'),
  'event-data-in-html': () => import('./code/event-data-in-html.doc.ts'),
  'event-data-in-ldap-filter': () => import('./code/event-data-in-ldap-filter.doc.ts'),
  'event-data-in-log': () => import('./code/event-data-in-log.doc.ts'),
  'event-data-in-mail': () => import('./code/event-data-in-mail.doc.ts'),
  'event-data-in-object-keys': () => import('./code/event-data-in-object-keys.doc.ts'),
  'event-data-in-path': () => import('./code/event-data-in-path.doc.ts'),
  'event-data-in-prompt': () => import('./code/event-data-in-prompt.doc.ts'),
  'event-data-in-redirect': () => import('./code/event-data-in-redirect.doc.ts'),
  'event-data-in-regular-expression': () => import('./code/event-data-in-regular-expression.doc.ts'),
  'event-data-in-request-address': () => import('./code/event-data-in-request-address.doc.ts'),
  'event-data-in-sql': () => import('./code/event-data-in-sql.doc.ts'),
  'event-data-in-template-source': () => import('./code/event-data-in-template-source.doc.ts'),
  'event-data-in-xml-parser': () => import('./code/event-data-in-xml-parser.doc.ts'),
  'event-data-in-xpath': () => import('./code/event-data-in-xpath.doc.ts'),
  'event-data-meets-slow-pattern': () => import('./code/event-data-meets-slow-pattern.doc.ts'),
  'password-hashed-fast': () => import('./code/password-hashed-fast.doc.ts'),
  'predictable-token': () => import('./code/predictable-token.doc.ts'),
  'secret-in-code': () => import('./code/secret-in-code.doc.ts'),
  'tls-verification-off': () => import('./code/tls-verification-off.doc.ts'),
  'token-decoded-not-verified': () => import('./code/token-decoded-not-verified.doc.ts'),
  'whole-event-logged': () => import('./code/whole-event-logged.doc.ts'),
  'fan-out-without-limit': () => import('./cost/fan-out-without-limit.doc.ts'),
  'public-entry-without-spending-limit': () => import('./cost/public-entry-without-spending-limit.doc.ts'),
  'api-cache-unencrypted': () => import('./entry/api-cache-unencrypted.doc.ts'),
  'api-cors-open': () => import('./entry/api-cors-open.doc.ts'),
  'api-data-trace-logs-bodies': () => import('./entry/api-data-trace-logs-bodies.doc.ts'),
  'api-endpoint-public': () => import('./entry/api-endpoint-public.doc.ts'),
  'api-key-as-only-authentication': () => import('./entry/api-key-as-only-authentication.doc.ts'),
  'api-log-unstructured': () => import('./entry/api-log-unstructured.doc.ts'),
  'api-without-access-log': () => import('./entry/api-without-access-log.doc.ts'),
  'api-without-cache': () => import('./entry/api-without-cache.doc.ts'),
  'api-without-client-certificate': () => import('./entry/api-without-client-certificate.doc.ts'),
  'api-without-compression': () => import('./entry/api-without-compression.doc.ts'),
  'api-without-execution-log': () => import('./entry/api-without-execution-log.doc.ts'),
  'api-without-firewall': () => import('./entry/api-without-firewall.doc.ts'),
  'api-without-throttling': () => import('./entry/api-without-throttling.doc.ts'),
  'api-without-tracing': () => import('./entry/api-without-tracing.doc.ts'),
  'authorizer-bypassed-by-route': () => import('./entry/authorizer-bypassed-by-route.doc.ts'),
  'authorizer-cache-without-identity': () => import('./entry/authorizer-cache-without-identity.doc.ts'),
  'default-endpoint-beside-protected-domain': () => import('./entry/default-endpoint-beside-protected-domain.doc.ts'),
  'distribution-on-shared-domain': () => import('./entry/distribution-on-shared-domain.doc.ts'),
  'distribution-plain-http': () => import('./entry/distribution-plain-http.doc.ts'),
  'distribution-without-failover': () => import('./entry/distribution-without-failover.doc.ts'),
  'distribution-without-geo-restriction': () => import('./entry/distribution-without-geo-restriction.doc.ts'),
  'distribution-without-log': () => import('./entry/distribution-without-log.doc.ts'),
  'distribution-without-root-object': () => import('./entry/distribution-without-root-object.doc.ts'),
  'distribution-without-security-headers': () => import('./entry/distribution-without-security-headers.doc.ts'),
  'domain-old-tls': () => import('./entry/domain-old-tls.doc.ts'),
  'domain-without-post-quantum-tls': () => import('./entry/domain-without-post-quantum-tls.doc.ts'),
  'function-url-without-auth': () => import('./entry/function-url-without-auth.doc.ts'),
  'graphql-api-without-logging': () => import('./entry/graphql-api-without-logging.doc.ts'),
  'graphql-api-without-tracing': () => import('./entry/graphql-api-without-tracing.doc.ts'),
  'integration-timeout-shorter-than-function': () => import('./entry/integration-timeout-shorter-than-function.doc.ts'),
  'listener-plain-http': () => import('./entry/listener-plain-http.doc.ts'),
  'method-without-api-key': () => import('./entry/method-without-api-key.doc.ts'),
  'open-sign-up-reaches-route': () => import('./entry/open-sign-up-reaches-route.doc.ts'),
  'origin-bucket-without-access-control': () => import('./entry/origin-bucket-without-access-control.doc.ts'),
  'origin-over-plain-http': () => import('./entry/origin-over-plain-http.doc.ts'),
  'rest-policy-open': () => import('./entry/rest-policy-open.doc.ts'),
  'route-without-authorization': () => import('./entry/route-without-authorization.doc.ts'),
  'route-without-request-validation': () => import('./entry/route-without-request-validation.doc.ts'),
  'second-way-around-authorizer': () => import('./entry/second-way-around-authorizer.doc.ts'),
  'web-acl-allows-by-default': () => import('./entry/web-acl-allows-by-default.doc.ts'),
  'web-acl-without-log': () => import('./entry/web-acl-without-log.doc.ts'),
  'web-acl-without-log4j-rules': () => import('./entry/web-acl-without-log4j-rules.doc.ts'),
  'web-acl-without-rules': () => import('./entry/web-acl-without-rules.doc.ts'),
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
  'layer-open-to-any-account': () => import('./function/layer-open-to-any-account.doc.ts'),
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
  'function-lacks-permission': () => import('./identity/function-lacks-permission.doc.ts'),
  'function-may-change-itself': () => import('./identity/function-may-change-itself.doc.ts'),
  'identity-can-escalate': () => import('./identity/identity-can-escalate.doc.ts'),
  'identity-with-inline-policy': () => import('./identity/identity-with-inline-policy.doc.ts'),
  'role-allows-unneeded-actions': () => import('./identity/role-allows-unneeded-actions.doc.ts'),
  'role-may-assume-any-role': () => import('./identity/role-may-assume-any-role.doc.ts'),
  'role-may-pass-any-role': () => import('./identity/role-may-pass-any-role.doc.ts'),
  'role-shared-by-functions': () => import('./identity/role-shared-by-functions.doc.ts'),
  'role-trusted-by-anyone': () => import('./identity/role-trusted-by-anyone.doc.ts'),
  'role-with-admin-access': () => import('./identity/role-with-admin-access.doc.ts'),
  'role-with-wildcard-action': () => import('./identity/role-with-wildcard-action.doc.ts'),
  'role-with-wildcard-resource': () => import('./identity/role-with-wildcard-resource.doc.ts'),
  'unsafe-oidc-trust': () => import('./identity/unsafe-oidc-trust.doc.ts'),
  'event-endpoint-without-replication': () => import('./messaging/event-endpoint-without-replication.doc.ts'),
  'queue-without-redrive': () => import('./messaging/queue-without-redrive.doc.ts'),
  'rule-accepts-any-source': () => import('./messaging/rule-accepts-any-source.doc.ts'),
  'rule-target-without-failure-queue': () => import('./messaging/rule-target-without-failure-queue.doc.ts'),
  'schedule-without-own-key': () => import('./messaging/schedule-without-own-key.doc.ts'),
  'state-machine-without-logs': () => import('./messaging/state-machine-without-logs.doc.ts'),
  'state-machine-without-own-key': () => import('./messaging/state-machine-without-own-key.doc.ts'),
  'state-machine-without-tracing': () => import('./messaging/state-machine-without-tracing.doc.ts'),
  'stream-retention-short': () => import('./messaging/stream-retention-short.doc.ts'),
  'subscription-over-http': () => import('./messaging/subscription-over-http.doc.ts'),
  'subscription-without-redrive': () => import('./messaging/subscription-without-redrive.doc.ts'),
  'database-open-to-internet': () => import('./network/database-open-to-internet.doc.ts'),
  'function-in-one-zone': () => import('./network/function-in-one-zone.doc.ts'),
  'function-in-vpc-without-need': () => import('./network/function-in-vpc-without-need.doc.ts'),
  'function-outside-vpc': () => import('./network/function-outside-vpc.doc.ts'),
  'security-group-shared-by-exposures': () => import('./network/security-group-shared-by-exposures.doc.ts'),
  'function-without-alarm': () => import('./observability/function-without-alarm.doc.ts'),
  'log-format-unstructured': () => import('./observability/log-format-unstructured.doc.ts'),
  'log-group-without-own-key': () => import('./observability/log-group-without-own-key.doc.ts'),
  'log-group-without-retention': () => import('./observability/log-group-without-retention.doc.ts'),
  'logs-kept-under-a-year': () => import('./observability/logs-kept-under-a-year.doc.ts'),
  'role-cannot-write-logs': () => import('./observability/role-cannot-write-logs.doc.ts'),
  'tracing-off': () => import('./observability/tracing-off.doc.ts'),
  'trail-without-data-events': () => import('./observability/trail-without-data-events.doc.ts'),
  'event-source-token-in-template': () => import('./secrets/event-source-token-in-template.doc.ts'),
  'parameter-in-clear-text': () => import('./secrets/parameter-in-clear-text.doc.ts'),
  'secret-in-environment': () => import('./secrets/secret-in-environment.doc.ts'),
  'secret-in-parameter-default': () => import('./secrets/secret-in-parameter-default.doc.ts'),
  'secret-in-stage-variables': () => import('./secrets/secret-in-stage-variables.doc.ts'),
  'secret-in-state-machine-definition': () => import('./secrets/secret-in-state-machine-definition.doc.ts'),
  'secret-in-template': () => import('./secrets/secret-in-template.doc.ts'),
  'secret-parameter-without-noecho': () => import('./secrets/secret-parameter-without-noecho.doc.ts'),
  'secret-rotated-seldom': () => import('./secrets/secret-rotated-seldom.doc.ts'),
  'secret-shared-by-functions': () => import('./secrets/secret-shared-by-functions.doc.ts'),
  'secret-without-rotation': () => import('./secrets/secret-without-rotation.doc.ts'),
  'allow-with-not-principal': () => import('./storage/allow-with-not-principal.doc.ts'),
  'bucket-cors-open': () => import('./storage/bucket-cors-open.doc.ts'),
  'bucket-name-with-dots': () => import('./storage/bucket-name-with-dots.doc.ts'),
  'bucket-policy-locks-everyone-out': () => import('./storage/bucket-policy-locks-everyone-out.doc.ts'),
  'bucket-public-access-block-off': () => import('./storage/bucket-public-access-block-off.doc.ts'),
  'bucket-with-acls': () => import('./storage/bucket-with-acls.doc.ts'),
  'bucket-without-access-log': () => import('./storage/bucket-without-access-log.doc.ts'),
  'bucket-without-lifecycle': () => import('./storage/bucket-without-lifecycle.doc.ts'),
  'bucket-without-notifications': () => import('./storage/bucket-without-notifications.doc.ts'),
  'bucket-without-object-lock': () => import('./storage/bucket-without-object-lock.doc.ts'),
  'bucket-without-policy': () => import('./storage/bucket-without-policy.doc.ts'),
  'bucket-without-replication': () => import('./storage/bucket-without-replication.doc.ts'),
  'bucket-without-versioning': () => import('./storage/bucket-without-versioning.doc.ts'),
  'data-without-customer-key': () => import('./storage/data-without-customer-key.doc.ts'),
  'data-without-tls-policy': () => import('./storage/data-without-tls-policy.doc.ts'),
  'data-without-transport-encryption': () => import('./storage/data-without-transport-encryption.doc.ts'),
  'graphql-cache-unencrypted': () => import('./storage/graphql-cache-unencrypted.doc.ts'),
  'graphql-cache-without-tls': () => import('./storage/graphql-cache-without-tls.doc.ts'),
  'identity-pool-unauthenticated': () => import('./storage/identity-pool-unauthenticated.doc.ts'),
  'key-disabled': () => import('./storage/key-disabled.doc.ts'),
  'key-in-several-regions': () => import('./storage/key-in-several-regions.doc.ts'),
  'key-without-policy': () => import('./storage/key-without-policy.doc.ts'),
  'key-without-rotation': () => import('./storage/key-without-rotation.doc.ts'),
  'open-key-policy': () => import('./storage/open-key-policy.doc.ts'),
  'open-log-policy': () => import('./storage/open-log-policy.doc.ts'),
  'open-queue-policy': () => import('./storage/open-queue-policy.doc.ts'),
  'open-repository-policy': () => import('./storage/open-repository-policy.doc.ts'),
  'open-search-domain': () => import('./storage/open-search-domain.doc.ts'),
  'open-secret-policy': () => import('./storage/open-secret-policy.doc.ts'),
  'open-table-policy': () => import('./storage/open-table-policy.doc.ts'),
  'open-topic-policy': () => import('./storage/open-topic-policy.doc.ts'),
  'policy-admits-other-account': () => import('./storage/policy-admits-other-account.doc.ts'),
  'policy-allows-all-actions': () => import('./storage/policy-allows-all-actions.doc.ts'),
  'public-bucket': () => import('./storage/public-bucket.doc.ts'),
  'public-database': () => import('./storage/public-database.doc.ts'),
  'public-event-bus': () => import('./storage/public-event-bus.doc.ts'),
  'repository-with-mutable-tags': () => import('./storage/repository-with-mutable-tags.doc.ts'),
  'repository-without-scan': () => import('./storage/repository-without-scan.doc.ts'),
  'resource-policy-without-source': () => import('./storage/resource-policy-without-source.doc.ts'),
  'table-outside-backup-plan': () => import('./storage/table-outside-backup-plan.doc.ts'),
  'table-without-deletion-protection': () => import('./storage/table-without-deletion-protection.doc.ts'),
  'table-without-recovery': () => import('./storage/table-without-recovery.doc.ts'),
  'table-without-scaling': () => import('./storage/table-without-scaling.doc.ts'),
  'unencrypted-cache': () => import('./storage/unencrypted-cache.doc.ts'),
  'unencrypted-database': () => import('./storage/unencrypted-database.doc.ts'),
  'unencrypted-delivery-stream': () => import('./storage/unencrypted-delivery-stream.doc.ts'),
  'unencrypted-queue': () => import('./storage/unencrypted-queue.doc.ts'),
  'unencrypted-stream': () => import('./storage/unencrypted-stream.doc.ts'),
  'unencrypted-topic': () => import('./storage/unencrypted-topic.doc.ts'),
  'user-pool-client-tells-who-exists': () => import('./storage/user-pool-client-tells-who-exists.doc.ts'),
  'user-pool-client-tokens-not-revocable': () => import('./storage/user-pool-client-tokens-not-revocable.doc.ts'),
  'user-pool-open-sign-up': () => import('./storage/user-pool-open-sign-up.doc.ts'),
  'user-pool-takes-leaked-passwords': () => import('./storage/user-pool-takes-leaked-passwords.doc.ts'),
  'user-pool-weak-password': () => import('./storage/user-pool-weak-password.doc.ts'),
  'user-pool-without-deletion-protection': () => import('./storage/user-pool-without-deletion-protection.doc.ts'),
  'user-pool-without-mfa': () => import('./storage/user-pool-without-mfa.doc.ts'),
  'user-pool-without-threat-protection': () => import('./storage/user-pool-without-threat-protection.doc.ts'),
  'code-runs-at-deployment': () => import('./upkeep/code-runs-at-deployment.doc.ts'),
  'resource-without-owner': () => import('./upkeep/resource-without-owner.doc.ts'),
};
