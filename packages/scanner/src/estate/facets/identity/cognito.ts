import { data, entries, flag, list, mapping, number, section, text, values } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** Cognito: who signs up and signs in, and which roles that gives. */
export const cognitoMappings = [
  mapping(
    'user-pool',
    { types: ['AWS::Cognito::UserPool'], name: 'UserPoolName', page: `${reference}aws-resource-cognito-userpool.html` },
    {
      name: text('UserPoolName'),
      /** True: only administrators make users; otherwise anyone may register. */
      adminCreatesUsers: flag('AdminCreateUserConfig.AllowAdminCreateUserOnly', { default: false }),
      mfa: text('MfaConfiguration', { default: 'OFF' }),
      mfaMethods: values('EnabledMfas'),
      password: section('Policies.PasswordPolicy', {
        minimumLength: number('MinimumLength', { default: 8 }),
        lowercase: flag('RequireLowercase', { default: false }),
        uppercase: flag('RequireUppercase', { default: false }),
        numbers: flag('RequireNumbers', { default: false }),
        symbols: flag('RequireSymbols', { default: false }),
        temporaryDays: number('TemporaryPasswordValidityDays', { default: 7 }),
      }),
      firstFactors: values('Policies.SignInPolicy.AllowedFirstAuthFactors'),
      deletionProtection: text('DeletionProtection', { default: 'INACTIVE' }),
      advancedSecurity: text('UserPoolAddOns.AdvancedSecurityMode', { default: 'OFF' }),
      tier: text('UserPoolTier', { default: 'ESSENTIALS' }),
      /** Trigger name → function. */
      triggers: entries('LambdaConfig'),
      autoVerified: values('AutoVerifiedAttributes'),
    },
  ),
  mapping(
    'user-pool-risks',
    {
      types: ['AWS::Cognito::UserPoolRiskConfigurationAttachment'],
      page: `${reference}aws-resource-cognito-userpoolriskconfigurationattachment.html`,
    },
    {
      pool: data('UserPoolId'),
      client: text('ClientId'),
      leakedPassword: text('CompromisedCredentialsRiskConfiguration.Actions.EventAction'),
    },
  ),
  mapping(
    'user-pool-client',
    {
      types: ['AWS::Cognito::UserPoolClient'],
      name: 'ClientName',
      page: `${reference}aws-resource-cognito-userpoolclient.html`,
    },
    {
      pool: data('UserPoolId'),
      authFlows: values('ExplicitAuthFlows'),
      generateSecret: flag('GenerateSecret', { default: false }),
      oauthFlows: values('AllowedOAuthFlows'),
      oauthFlowsUsed: flag('AllowedOAuthFlowsUserPoolClient', { default: false }),
      oauthScopes: values('AllowedOAuthScopes'),
      callbacks: values('CallbackURLs'),
      identityProviders: values('SupportedIdentityProviders'),
      userExistenceErrors: text('PreventUserExistenceErrors', { default: 'LEGACY' }),
      tokenRevocation: flag('EnableTokenRevocation', { default: true }),
    },
  ),
  mapping(
    'user-pool-domain',
    { types: ['AWS::Cognito::UserPoolDomain'], page: `${reference}aws-resource-cognito-userpooldomain.html` },
    { pool: data('UserPoolId'), domain: text('Domain') },
  ),
  mapping(
    'user-pool-group',
    {
      types: ['AWS::Cognito::UserPoolGroup'],
      name: 'GroupName',
      page: `${reference}aws-resource-cognito-userpoolgroup.html`,
    },
    { pool: data('UserPoolId'), role: data('RoleArn'), precedence: number('Precedence') },
  ),
  mapping(
    'user-pool-resource-server',
    {
      types: ['AWS::Cognito::UserPoolResourceServer'],
      page: `${reference}aws-resource-cognito-userpoolresourceserver.html`,
    },
    { pool: data('UserPoolId'), identifier: text('Identifier'), scopes: list('Scopes', { name: text('ScopeName') }) },
  ),
  mapping(
    'user-pool-identity-provider',
    {
      types: ['AWS::Cognito::UserPoolIdentityProvider'],
      page: `${reference}aws-resource-cognito-userpoolidentityprovider.html`,
    },
    { pool: data('UserPoolId'), provider: text('ProviderType'), details: entries('ProviderDetails') },
  ),
  mapping(
    'identity-pool',
    {
      types: ['AWS::Cognito::IdentityPool'],
      name: 'IdentityPoolName',
      page: `${reference}aws-resource-cognito-identitypool.html`,
    },
    {
      name: text('IdentityPoolName'),
      /** Guests get credentials of the unauthenticated role. Required by the platform, so absent never deploys. */
      allowGuests: flag('AllowUnauthenticatedIdentities', { default: false }),
      classicFlow: flag('AllowClassicFlow', { default: false }),
      userPools: list('CognitoIdentityProviders', { client: data('ClientId'), provider: data('ProviderName') }),
    },
  ),
  mapping(
    'identity-pool-roles',
    {
      types: ['AWS::Cognito::IdentityPoolRoleAttachment'],
      page: `${reference}aws-resource-cognito-identitypoolroleattachment.html`,
    },
    {
      pool: data('IdentityPoolId'),
      guestRole: data('Roles.unauthenticated'),
      signedInRole: data('Roles.authenticated'),
    },
  ),
] as const;
