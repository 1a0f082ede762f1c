import type { EquivalenceCase } from './case.fixture.ts';

export const dataCases: readonly EquivalenceCase[] = [
  {
    title: 'a bucket and the blocks that say more of it',
    terraform: {
      'aws_lambda_function.resize': { function_name: 'resize' },
      'aws_s3_bucket.photos': { bucket: 'photos', tags: { team: 'shop' } },
      'aws_s3_bucket_public_access_block.photos_block': {
        bucket: '${aws_s3_bucket.photos.id}',
        block_public_acls: true,
        restrict_public_buckets: true,
      },
      'aws_s3_bucket_versioning.photos_versions': {
        bucket: '${aws_s3_bucket.photos.id}',
        versioning_configuration: [{ status: 'Enabled' }],
      },
      'aws_s3_bucket_server_side_encryption_configuration.photos_key': {
        bucket: '${aws_s3_bucket.photos.bucket}',
        rule: [
          {
            apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: 'alias/photos' }],
          },
        ],
      },
      'aws_s3_bucket_acl.photos_acl': { bucket: '${aws_s3_bucket.photos.id}', acl: 'public-read' },
      'aws_s3_bucket_ownership_controls.photos_owner': {
        bucket: '${aws_s3_bucket.photos.id}',
        rule: [{ object_ownership: 'BucketOwnerPreferred' }],
      },
      'aws_s3_bucket_logging.photos_log': {
        bucket: 'photos',
        target_bucket: '${aws_s3_bucket.logs.id}',
        target_prefix: 'photos/',
      },
      'aws_s3_bucket_notification.photos_news': {
        bucket: '${aws_s3_bucket.photos.id}',
        lambda_function: [
          {
            lambda_function_arn: '${aws_lambda_function.resize.arn}',
            events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'],
            filter_prefix: 'in/',
          },
        ],
        queue: [{ queue_arn: '${aws_sqs_queue.audit.arn}', events: ['s3:ObjectRemoved:*'] }],
      },
      'aws_s3_bucket_lifecycle_configuration.photos_life': {
        bucket: '${aws_s3_bucket.photos.id}',
        rule: [{ id: 'old', status: 'Enabled', expiration: [{ days: 30 }] }],
      },
      'aws_s3_bucket_website_configuration.photos_site': {
        bucket: '${aws_s3_bucket.photos.id}',
        index_document: [{ suffix: 'index.html' }],
      },
      'aws_s3_bucket_cors_configuration.photos_cors': {
        bucket: '${aws_s3_bucket.photos.id}',
        cors_rule: [{ allowed_methods: ['GET'], allowed_origins: ['*'] }],
      },
      'aws_s3_bucket_policy.photos_policy': {
        bucket: '${aws_s3_bucket_versioning.photos_versions.id}',
        policy:
          '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"${aws_s3_bucket.photos.arn}/*"}]}',
      },
      'aws_s3_bucket.logs': { bucket: 'logs' },
      'aws_sqs_queue.audit': {},
    },
    template: `
  Resize:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: resize }
  Photos:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: photos
      Tags: [{ Key: team, Value: shop }]
      PublicAccessBlockConfiguration:
        { BlockPublicAcls: true, BlockPublicPolicy: false, IgnorePublicAcls: false, RestrictPublicBuckets: true }
      VersioningConfiguration: { Status: Enabled }
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: alias/photos }
      AccessControl: PublicRead
      OwnershipControls: { Rules: [{ ObjectOwnership: BucketOwnerPreferred }] }
      LoggingConfiguration: { DestinationBucketName: !Ref Logs, LogFilePrefix: photos/ }
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Resize.Arn
            Filter: { S3Key: { Rules: [{ Name: prefix, Value: in/ }] } }
          - Event: s3:ObjectRemoved:*
            Function: !GetAtt Resize.Arn
            Filter: { S3Key: { Rules: [{ Name: prefix, Value: in/ }] } }
        QueueConfigurations: [{ Event: 's3:ObjectRemoved:*', Queue: !GetAtt Audit.Arn }]
      LifecycleConfiguration: { Rules: [{ Id: old, Status: Enabled, ExpirationInDays: 30 }] }
      WebsiteConfiguration: { IndexDocument: index.html }
      CorsConfiguration: { CorsRules: [{ AllowedMethods: [GET], AllowedOrigins: ['*'] }] }
  PhotosPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Photos
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: !Sub '\${Photos.Arn}/*' }]
  Logs:
    Type: AWS::S3::Bucket
    Properties: { BucketName: logs }
  Audit:
    Type: AWS::SQS::Queue
`,
  },
  {
    title: 'a bucket of the time before version 4 of the provider',
    terraform: {
      'aws_s3_bucket.photos': {
        bucket: 'photos',
        acl: 'private',
        versioning: [{ enabled: true }],
        logging: [{ target_bucket: 'logs' }],
        server_side_encryption_configuration: [
          { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'AES256' }] }] },
        ],
        lifecycle_rule: [{ enabled: true, expiration: [{ days: 7 }] }],
      },
    },
    template: `
  Photos:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: photos
      AccessControl: Private
      VersioningConfiguration: { Status: Enabled }
      LoggingConfiguration: { DestinationBucketName: logs }
      BucketEncryption:
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }]
      LifecycleConfiguration: { Rules: [{ Status: Enabled, ExpirationInDays: 7 }] }
`,
  },
  {
    title: 'a table with a stream and a policy',
    terraform: {
      'aws_lambda_function.react': { function_name: 'react' },
      'aws_kms_key.data': { enable_key_rotation: true, policy: '{"Statement":[]}' },
      'aws_dynamodb_table.orders': {
        name: 'orders',
        billing_mode: 'PAY_PER_REQUEST',
        hash_key: 'id',
        stream_enabled: true,
        stream_view_type: 'NEW_IMAGE',
        deletion_protection_enabled: true,
        point_in_time_recovery: [{ enabled: true }],
        server_side_encryption: [{ enabled: true, kms_key_arn: '${aws_kms_key.data.arn}' }],
        ttl: [{ attribute_name: 'expires', enabled: true }],
      },
      'aws_dynamodb_resource_policy.orders_policy': {
        resource_arn: '${aws_dynamodb_table.orders.arn}',
        policy:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"dynamodb:GetItem","Resource":"*"}]}',
      },
      'aws_lambda_event_source_mapping.changes': {
        function_name: '${aws_lambda_function.react.arn}',
        event_source_arn: '${aws_dynamodb_table.orders.stream_arn}',
        starting_position: 'LATEST',
        destination_config: [{ on_failure: [{ destination_arn: 'arn:aws:sqs:eu-west-1:111122223333:failed' }] }],
      },
    },
    template: `
  React:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: react }
  Data:
    Type: AWS::KMS::Key
    Properties: { EnableKeyRotation: true, KeyPolicy: { Statement: [] } }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      StreamSpecification: { StreamViewType: NEW_IMAGE }
      DeletionProtectionEnabled: true
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
      SSESpecification: { SSEEnabled: true, KMSMasterKeyId: !GetAtt Data.Arn }
      TimeToLiveSpecification: { Enabled: true }
      ResourcePolicy:
        PolicyDocument:
          Statement: [{ Effect: Allow, Principal: { AWS: '111122223333' }, Action: 'dynamodb:GetItem', Resource: '*' }]
  Changes:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !GetAtt React.Arn
      EventSourceArn: !GetAtt Orders.StreamArn
      StartingPosition: LATEST
      DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:failed' } }
`,
  },
  {
    title: 'databases, with what the provider sends unasked',
    terraform: {
      'aws_security_group.database': {
        name: 'database',
        ingress: [{ from_port: 5432, to_port: 5432, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0', '10.0.0.0/8'] }],
        egress: [{ from_port: 0, to_port: 0, protocol: '-1', cidr_blocks: ['0.0.0.0/0'] }],
      },
      'aws_security_group_rule.from_itself': {
        type: 'ingress',
        security_group_id: '${aws_security_group.database.id}',
        from_port: 0,
        to_port: 65535,
        protocol: 'tcp',
        self: true,
      },
      'aws_db_instance.ledger': {
        identifier: 'ledger',
        engine: 'postgres',
        storage_encrypted: true,
        manage_master_user_password: true,
        vpc_security_group_ids: ['${aws_security_group.database.id}'],
      },
      'aws_rds_cluster.catalogue': {
        cluster_identifier: 'catalogue',
        engine: 'aurora-postgresql',
        iam_database_authentication_enabled: true,
        enable_http_endpoint: true,
      },
      'aws_rds_cluster_instance.catalogue_one': {
        cluster_identifier: '${aws_rds_cluster.catalogue.id}',
        engine: 'aurora-postgresql',
        publicly_accessible: true,
      },
    },
    template: `
  Database:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: database
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/8 }
      SecurityGroupEgress:
        - { IpProtocol: '-1', CidrIp: 0.0.0.0/0 }
  FromItself:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt Database.GroupId
      IpProtocol: tcp
      FromPort: 0
      ToPort: 65535
      SourceSecurityGroupId: !GetAtt Database.GroupId
  Ledger:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: ledger
      Engine: postgres
      StorageEncrypted: true
      ManageMasterUserPassword: true
      PubliclyAccessible: false
      BackupRetentionPeriod: 0
      VPCSecurityGroups: [!GetAtt Database.GroupId]
  Catalogue:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: catalogue
      Engine: aurora-postgresql
      EnableIAMDatabaseAuthentication: true
      EnableHttpEndpoint: true
  CatalogueOne:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Catalogue
      Engine: aurora-postgresql
      PubliclyAccessible: true
`,
  },
  {
    title: 'secrets, parameters and keys',
    terraform: {
      'aws_secretsmanager_secret.database': { name: 'database', kms_key_id: '${aws_kms_alias.secrets.arn}' },
      'aws_kms_key.secrets_key': {},
      'aws_kms_alias.secrets': { name: 'alias/secrets', target_key_id: '${aws_kms_key.secrets_key.key_id}' },
      'aws_kms_key_policy.secrets_policy': {
        key_id: '${aws_kms_key.secrets_key.id}',
        policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}]}',
      },
      'aws_secretsmanager_secret_rotation.turn': {
        secret_id: '${aws_secretsmanager_secret.database.id}',
        rotation_lambda_arn: '${aws_lambda_function.rotate.arn}',
        rotation_rules: [{ automatically_after_days: 30 }],
      },
      'aws_secretsmanager_secret_policy.database_policy': {
        secret_arn: '${aws_secretsmanager_secret.database.arn}',
        policy: '{"Statement":[]}',
        block_public_policy: true,
      },
      'aws_lambda_function.rotate': { function_name: 'rotate' },
      'aws_ssm_parameter.stage': { name: '/shop/stage', type: 'String', value: 'live' },
      'aws_cloudwatch_log_group.rotate_log': { name: '/aws/lambda/rotate', retention_in_days: 0 },
    },
    template: `
  Database:
    Type: AWS::SecretsManager::Secret
    Properties: { Name: database, KmsKeyId: !GetAtt Secrets.Arn }
  SecretsKey:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: { Statement: [{ Effect: Allow, Principal: '*', Action: 'kms:*', Resource: '*' }] }
  Secrets:
    Type: AWS::KMS::Alias
    Properties: { AliasName: alias/secrets, TargetKeyId: !Ref SecretsKey }
  Turn:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Database
      RotationLambdaARN: !GetAtt Rotate.Arn
      RotationRules: { AutomaticallyAfterDays: 30 }
  DatabasePolicy:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties: { SecretId: !Ref Database, ResourcePolicy: { Statement: [] }, BlockPublicPolicy: true }
  Rotate:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: rotate }
  Stage:
    Type: AWS::SSM::Parameter
    Properties: { Name: /shop/stage, Type: String, Value: live }
  RotateLog:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: /aws/lambda/rotate }
`,
  },
];
