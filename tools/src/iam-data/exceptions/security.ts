import type { OperationTable } from './table.ts';

const secret = 'Secret{SecretId:SecretId!secret-id}';
const onSecret = (action: string): readonly [string, string] => [action, `${action} on ${secret}`];
const secretRead = '+kms:Decrypt maybe customer-key';
const secretWrite = '+kms:GenerateDataKey maybe customer-key; +kms:Decrypt maybe customer-key';

const parameter = (member: string): string => `parameter{ParameterNameWithoutLeadingSlash:${member}!parameter-name}`;
const readParameter = (action: string, member: string): string =>
  `${action} on ${parameter(member)}; +kms:Decrypt if WithDecryption maybe customer-key`;

const key = (member: string): string => `key{KeyId:${member}!key-id}`;
const onKey = (action: string): readonly [string, string] => [action, `${action} on ${key('KeyId')}`];

export const security: OperationTable = {
  secretsmanager: {
    ...Object.fromEntries(
      [
        'CancelRotateSecret',
        'DeleteResourcePolicy',
        'DeleteSecret',
        'DescribeSecret',
        'GetResourcePolicy',
        'ListSecretVersionIds',
        'PutResourcePolicy',
        'RemoveRegionsFromReplication',
        'RestoreSecret',
        'StopReplicationToReplica',
        'TagResource',
        'UntagResource',
        'UpdateSecretVersionStage',
      ].map(onSecret),
    ),
    BatchGetSecretValue: `BatchGetSecretValue; +GetSecretValue on Secret{SecretId:SecretIdList[]!secret-id}; +ListSecrets if Filters; ${secretRead}`,
    CreateSecret: `CreateSecret on Secret{SecretId:Name!secret-id}; +TagResource on Secret{SecretId:Name!secret-id} if Tags maybe tag-on-create; ${secretWrite}`,
    GetSecretValue: `GetSecretValue on ${secret}; ${secretRead}`,
    PutSecretValue: `PutSecretValue on ${secret}; ${secretWrite}`,
    ReplicateSecretToRegions: `ReplicateSecretToRegions on ${secret}; ${secretWrite}`,
    RotateSecret: `RotateSecret on ${secret}; +lambda:InvokeFunction on lambda::function=RotationLambdaARN if RotationLambdaARN`,
    UpdateSecret: `UpdateSecret on ${secret}; ${secretWrite}`,
    ValidateResourcePolicy: `ValidateResourcePolicy on ${secret}`,
  },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
  ssm: {
    DeleteParameter: `DeleteParameter on ${parameter('Name')}`,
    DeleteParameters: `DeleteParameters on ${parameter('Names[]')}`,
    GetParameter: readParameter('GetParameter', 'Name'),
    GetParameterHistory: readParameter('GetParameterHistory', 'Name'),
    GetParameters: readParameter('GetParameters', 'Names[]'),
    GetParametersByPath: readParameter('GetParametersByPath', 'Path'),
    LabelParameterVersion: `LabelParameterVersion on ${parameter('Name')}`,
    PutParameter: [
      `PutParameter on ${parameter('Name')}`,
      `+AddTagsToResource on ${parameter('Name')} if Tags maybe tag-on-create`,
      '+kms:Encrypt on kms::key{KeyId:KeyId!key-id} if KeyId & Type=SecureString',
      '+kms:GenerateDataKey on kms::key{KeyId:KeyId!key-id} if KeyId & Tier=Advanced/Intelligent-Tiering',
    ].join('; '),
    UnlabelParameterVersion: `UnlabelParameterVersion on ${parameter('Name')}`,
  },
  kms: {
    ...Object.fromEntries(
      [
        'CancelKeyDeletion',
        'CreateGrant',
        'Decrypt',
        'DescribeKey',
        'DisableKey',
        'DisableKeyRotation',
        'EnableKey',
        'EnableKeyRotation',
        'Encrypt',
        'GenerateDataKey',
        'GenerateDataKeyPair',
        'GenerateDataKeyPairWithoutPlaintext',
        'GenerateDataKeyWithoutPlaintext',
        'GenerateMac',
        'GetKeyPolicy',
        'GetKeyRotationStatus',
        'GetParametersForImport',
        'GetPublicKey',
        'ImportKeyMaterial',
        'ListGrants',
        'ListKeyPolicies',
        'ListResourceTags',
        'PutKeyPolicy',
        'RevokeGrant',
        'ScheduleKeyDeletion',
        'Sign',
        'TagResource',
        'UntagResource',
        'UpdateKeyDescription',
        'Verify',
        'VerifyMac',
      ].map(onKey),
    ),
    CreateAlias: `CreateAlias on alias{Alias:AliasName} | ${key('TargetKeyId')}`,
    DeriveSharedSecret: `DeriveSharedSecret on ${key('KeyId')}`,
    ReEncrypt: `ReEncryptFrom on ${key('SourceKeyId')}; ReEncryptTo on ${key('DestinationKeyId')}`,
    UpdateAlias: `UpdateAlias on alias{Alias:AliasName} | ${key('TargetKeyId')}`,
  },
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: no permission, not even when denied.
  sts: {
    AssumeRole:
      'AssumeRole on role=RoleArn; +TagSession on role=RoleArn if Tags; +SetSourceIdentity on role=RoleArn if SourceIdentity',
    GetCallerIdentity: '',
    // "No permissions are required for users to perform this operation": GetSessionToken.
    GetSessionToken: '',
  },
  iam: {
    AddRoleToInstanceProfile: 'AddRoleToInstanceProfile; +iam:PassRole on role{RoleNameWithPath:RoleName}',
    CreateServiceLinkedRole: 'CreateServiceLinkedRole',
  },
  signin: {
    CreateOAuth2TokenWithIAM: 'CreateOAuth2Token',
    IntrospectOAuth2TokenWithIAM: 'IntrospectOAuth2Token',
    RevokeOAuth2TokenWithIAM: 'RevokeOAuth2Token',
  },
  'cognito-idp': {
    CreateUserPool:
      'CreateUserPool; +iam:PassRole if SmsConfiguration pass SmsConfiguration.SnsCallerArn to cognito-idp.amazonaws.com; +TagResource if UserPoolTags maybe tag-on-create',
    SetUserPoolMfaConfig:
      'SetUserPoolMfaConfig; +iam:PassRole if SmsMfaConfiguration pass SmsMfaConfiguration.SmsConfiguration.SnsCallerArn to cognito-idp.amazonaws.com',
    UpdateUserPool:
      'UpdateUserPool; +iam:PassRole if SmsConfiguration pass SmsConfiguration.SnsCallerArn to cognito-idp.amazonaws.com',
    DescribeTermsByClient: 'DescribeTerms',
    // "You can't use IAM credentials to authorize requests": https://docs.aws.amazon.com/cognito-user-identity-pools/
    GetClientToken: '',
  },
  'cognito-identity': {
    SetIdentityPoolRoles:
      'SetIdentityPoolRoles on identitypool{IdentityPoolId:IdentityPoolId}; +iam:PassRole maybe destination',
  },
  accessanalyzer: { GetFindingV2: 'GetFinding', ListFindingsV2: 'ListFindings' },
  detective: { ListOrganizationAdminAccounts: 'ListOrganizationAdminAccount' },
  securityhub: {
    BatchUpdateFindingsV2: 'BatchUpdateFindings',
    GetFindingStatisticsV2: 'GetAdhocInsightResults',
    GetFindingsV2: 'GetFindings',
    RegisterConnectorV2: 'ConnectorRegistrationsV2',
  },
  verifiedpermissions: {
    BatchGetPolicy: 'GetPolicy',
    BatchIsAuthorized: 'IsAuthorized',
    BatchIsAuthorizedWithToken: 'IsAuthorizedWithToken',
  },
};
