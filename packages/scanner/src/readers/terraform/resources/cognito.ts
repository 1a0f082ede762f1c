import { block, blocks, convert, only, orElse } from './read.ts';
import { row, type Read, type Row } from './row.ts';

const trigger = (name: string): string => `lambda_config.${name}`;

/** An authenticator app is a block of its own. */
const authenticatorApp: Read = convert('software_token_mfa_configuration.enabled', (data) =>
  data === true ? 'SOFTWARE_TOKEN_MFA' : undefined,
);

export const cognitoRows: readonly Row[] = [
  row(
    'aws_cognito_user_pool',
    'AWS::Cognito::UserPool',
    {
      UserPoolName: 'name',
      AdminCreateUserConfig: block('admin_create_user_config', {
        AllowAdminCreateUserOnly: 'allow_admin_create_user_only',
      }),
      MfaConfiguration: 'mfa_configuration',
      EnabledMfas: only(authenticatorApp),
      Policies: {
        PasswordPolicy: block('password_policy', {
          MinimumLength: 'minimum_length',
          RequireLowercase: 'require_lowercase',
          RequireUppercase: 'require_uppercase',
          RequireNumbers: 'require_numbers',
          RequireSymbols: 'require_symbols',
          TemporaryPasswordValidityDays: 'temporary_password_validity_days',
        }),
        SignInPolicy: { AllowedFirstAuthFactors: 'sign_in_policy.allowed_first_auth_factors' },
      },
      DeletionProtection: 'deletion_protection',
      UserPoolAddOns: { AdvancedSecurityMode: 'user_pool_add_ons.advanced_security_mode' },
      UserPoolTier: 'user_pool_tier',
      LambdaConfig: {
        CreateAuthChallenge: trigger('create_auth_challenge'),
        CustomMessage: trigger('custom_message'),
        DefineAuthChallenge: trigger('define_auth_challenge'),
        PostAuthentication: trigger('post_authentication'),
        PostConfirmation: trigger('post_confirmation'),
        PreAuthentication: trigger('pre_authentication'),
        PreSignUp: trigger('pre_sign_up'),
        PreTokenGeneration: trigger('pre_token_generation'),
        UserMigration: trigger('user_migration'),
        VerifyAuthChallengeResponse: trigger('verify_auth_challenge_response'),
        PreTokenGenerationConfig: block('lambda_config.pre_token_generation_config', {
          LambdaArn: 'lambda_arn',
          LambdaVersion: 'lambda_version',
        }),
        CustomSMSSender: block('lambda_config.custom_sms_sender', {
          LambdaArn: 'lambda_arn',
          LambdaVersion: 'lambda_version',
        }),
        CustomEmailSender: block('lambda_config.custom_email_sender', {
          LambdaArn: 'lambda_arn',
          LambdaVersion: 'lambda_version',
        }),
      },
      AutoVerifiedAttributes: 'auto_verified_attributes',
    },
    { name: 'name', attributes: { name: 'UserPoolName', endpoint: 'ProviderName' } },
  ),
  row(
    'aws_cognito_user_pool_client',
    'AWS::Cognito::UserPoolClient',
    {
      ClientName: 'name',
      UserPoolId: 'user_pool_id',
      ExplicitAuthFlows: 'explicit_auth_flows',
      GenerateSecret: 'generate_secret',
      AllowedOAuthFlows: 'allowed_oauth_flows',
      AllowedOAuthFlowsUserPoolClient: 'allowed_oauth_flows_user_pool_client',
      AllowedOAuthScopes: 'allowed_oauth_scopes',
      CallbackURLs: 'callback_urls',
      SupportedIdentityProviders: 'supported_identity_providers',
      PreventUserExistenceErrors: 'prevent_user_existence_errors',
      EnableTokenRevocation: 'enable_token_revocation',
    },
    { name: 'name' },
  ),
  row('aws_cognito_risk_configuration', 'AWS::Cognito::UserPoolRiskConfigurationAttachment', {
    UserPoolId: 'user_pool_id',
    // Without a client the settings are for all.
    ClientId: orElse('client_id', 'ALL'),
    CompromisedCredentialsRiskConfiguration: {
      Actions: { EventAction: 'compromised_credentials_risk_configuration.actions.event_action' },
    },
  }),
  row('aws_cognito_user_pool_domain', 'AWS::Cognito::UserPoolDomain', { UserPoolId: 'user_pool_id', Domain: 'domain' }),
  row(
    'aws_cognito_user_group',
    'AWS::Cognito::UserPoolGroup',
    { GroupName: 'name', UserPoolId: 'user_pool_id', RoleArn: 'role_arn', Precedence: 'precedence' },
    { name: 'name' },
  ),
  row('aws_cognito_resource_server', 'AWS::Cognito::UserPoolResourceServer', {
    UserPoolId: 'user_pool_id',
    Identifier: 'identifier',
    Scopes: blocks('scope', { ScopeName: 'scope_name' }),
  }),
  row('aws_cognito_identity_provider', 'AWS::Cognito::UserPoolIdentityProvider', {
    UserPoolId: 'user_pool_id',
    ProviderName: 'provider_name',
    ProviderType: 'provider_type',
    ProviderDetails: 'provider_details',
  }),
  row(
    'aws_cognito_identity_pool',
    'AWS::Cognito::IdentityPool',
    {
      IdentityPoolName: 'identity_pool_name',
      AllowUnauthenticatedIdentities: 'allow_unauthenticated_identities',
      AllowClassicFlow: 'allow_classic_flow',
      CognitoIdentityProviders: blocks('cognito_identity_providers', {
        ClientId: 'client_id',
        ProviderName: 'provider_name',
      }),
    },
    { name: 'identity_pool_name' },
  ),
  row('aws_cognito_identity_pool_roles_attachment', 'AWS::Cognito::IdentityPoolRoleAttachment', {
    IdentityPoolId: 'identity_pool_id',
    Roles: { unauthenticated: 'roles.unauthenticated', authenticated: 'roles.authenticated' },
  }),
];
