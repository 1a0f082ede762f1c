import { data, entries, flag, list, mapping, number, section, text } from '../../mapping.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** Keys, secrets and parameters. */
export const keyAndSecretMappings = [
  mapping(
    'key',
    { types: ['AWS::KMS::Key'], page: `${reference}aws-resource-kms-key.html` },
    {
      document: data('KeyPolicy'),
      rotation: flag('EnableKeyRotation', { default: false }),
      enabled: flag('Enabled', { default: true }),
      spec: text('KeySpec', { default: 'SYMMETRIC_DEFAULT' }),
      usage: text('KeyUsage', { default: 'ENCRYPT_DECRYPT' }),
      /** `EXTERNAL`: the material is imported, and cannot rotate by itself. */
      material: text('Origin', { default: 'AWS_KMS' }),
      multiRegion: flag('MultiRegion', { default: false }),
      /** Days. */
      deletionWindow: number('PendingWindowInDays', { default: 30 }),
    },
  ),
  mapping(
    'key-alias',
    { types: ['AWS::KMS::Alias'], name: 'AliasName', page: `${reference}aws-resource-kms-alias.html` },
    { name: text('AliasName'), key: data('TargetKeyId') },
  ),
  mapping(
    'secret',
    {
      types: ['AWS::SecretsManager::Secret'],
      name: 'Name',
      page: `${reference}aws-resource-secretsmanager-secret.html`,
    },
    {
      name: text('Name'),
      key: data('KmsKeyId'),
      /** The secret itself, written in the template. */
      value: data('SecretString'),
      generated: section('GenerateSecretString', {
        template: data('SecretStringTemplate'),
        key: text('GenerateStringKey'),
      }),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
    },
  ),
  mapping(
    'secret-rotation',
    {
      types: ['AWS::SecretsManager::RotationSchedule'],
      page: `${reference}aws-resource-secretsmanager-rotationschedule.html`,
    },
    {
      secret: data('SecretId'),
      function: data('RotationLambdaARN'),
      hosted: section('HostedRotationLambda', { type: text('RotationType') }),
      /** Days. */
      after: number('RotationRules.AutomaticallyAfterDays'),
      schedule: text('RotationRules.ScheduleExpression'),
    },
  ),
  mapping(
    'secret-policy',
    {
      types: ['AWS::SecretsManager::ResourcePolicy'],
      page: `${reference}aws-resource-secretsmanager-resourcepolicy.html`,
    },
    {
      secret: data('SecretId'),
      document: data('ResourcePolicy'),
      blockPublicPolicy: flag('BlockPublicPolicy', { default: false }),
    },
  ),
  mapping(
    'secret-target',
    {
      types: ['AWS::SecretsManager::SecretTargetAttachment'],
      page: `${reference}aws-resource-secretsmanager-secrettargetattachment.html`,
    },
    { secret: data('SecretId'), target: data('TargetId'), targetType: text('TargetType') },
  ),
  mapping(
    'parameter',
    { types: ['AWS::SSM::Parameter'], name: 'Name', page: `${reference}aws-resource-ssm-parameter.html` },
    {
      name: text('Name'),
      type: text('Type'),
      value: data('Value'),
      /** CloudFormation cannot make secure parameters, so that only Terraform names a key. */
      key: data('KeyId'),
      tags: entries('Tags'),
    },
  ),
] as const;
