import { document } from './document.ts';
import { argument } from './argument.ts';
import { block, constant, either, into } from './read.ts';
import { joinRow, row, type Row } from './row.ts';
import { tagMap, tags } from './tags.ts';

const secret = ['AWS::SecretsManager::Secret'];

const rotation = {
  SecretId: 'secret_id',
  RotationLambdaARN: 'rotation_lambda_arn',
  RotationRules: block('rotation_rules', {
    AutomaticallyAfterDays: 'automatically_after_days',
    ScheduleExpression: 'schedule_expression',
  }),
};

export const keyAndSecretRows: readonly Row[] = [
  row(
    'aws_kms_key',
    'AWS::KMS::Key',
    {
      Description: 'description',
      KeyPolicy: document('policy'),
      EnableKeyRotation: 'enable_key_rotation',
      Enabled: 'is_enabled',
      KeySpec: either('customer_master_key_spec', 'key_spec'),
      KeyUsage: 'key_usage',
      MultiRegion: 'multi_region',
      PendingWindowInDays: 'deletion_window_in_days',
      Tags: tags,
    },
    { attributes: { key_id: 'Ref' } },
  ),
  row(
    'aws_kms_external_key',
    'AWS::KMS::Key',
    {
      KeyPolicy: document('policy'),
      Enabled: 'enabled',
      MultiRegion: 'multi_region',
      Origin: constant('EXTERNAL'),
      Tags: tags,
    },
    { attributes: { key_id: 'Ref' } },
  ),
  row(
    'aws_kms_replica_key',
    'AWS::KMS::ReplicaKey',
    { KeyPolicy: document('policy'), PrimaryKeyArn: 'primary_key_arn', Tags: tags },
    { attributes: { key_id: 'Ref' } },
  ),
  joinRow('aws_kms_key_policy', 'key_id', into('key_id', ['AWS::KMS::Key'], { KeyPolicy: document('policy') })),
  row(
    'aws_kms_alias',
    'AWS::KMS::Alias',
    { AliasName: 'name', TargetKeyId: 'target_key_id' },
    { name: 'name', attributes: { target_key_arn: 'TargetKeyArn' } },
  ),
  row(
    'aws_secretsmanager_secret',
    'AWS::SecretsManager::Secret',
    { Name: 'name', Description: 'description', KmsKeyId: 'kms_key_id', Tags: tags },
    {
      name: 'name',
      attributes: { arn: 'Ref', id: 'Ref' },
      more: (scope) => {
        const policy = argument(scope.block, 'policy');
        if (policy.kind === 'absent') return [];
        return [
          {
            suffix: 'policy',
            type: 'AWS::SecretsManager::ResourcePolicy',
            properties: {
              kind: 'known',
              value: new Map([
                [
                  'SecretId',
                  {
                    kind: 'reference' as const,
                    node: scope.instance.id,
                    attribute: 'Ref',
                    origin: scope.instance.keyRange,
                  },
                ],
                ['ResourcePolicy', document('policy')(scope) ?? policy],
              ]),
              origin: policy.origin,
            },
            location: policy.origin,
          },
        ];
      },
    },
  ),
  joinRow(
    'aws_secretsmanager_secret_version',
    'secret_id',
    into('secret_id', secret, { SecretString: 'secret_string' }),
  ),
  row('aws_secretsmanager_secret_rotation', 'AWS::SecretsManager::RotationSchedule', rotation),
  row('aws_secretsmanager_secret_policy', 'AWS::SecretsManager::ResourcePolicy', {
    SecretId: 'secret_arn',
    ResourcePolicy: document('policy'),
    BlockPublicPolicy: 'block_public_policy',
  }),
  row(
    'aws_ssm_parameter',
    'AWS::SSM::Parameter',
    { Name: 'name', Type: 'type', Value: either('value', 'insecure_value'), KeyId: 'key_id', Tags: tagMap },
    { name: 'name' },
  ),
];
