import type { EquivalenceCase } from './case.fixture.ts';

const work = { 'aws_lambda_function.work': { function_name: 'work' } };
const workTemplate = `
  Work:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: work }
`;

export const serviceCases: readonly EquivalenceCase[] = [
  {
    title: 'a state machine with logs',
    terraform: {
      ...work,
      'aws_cloudwatch_log_group.runs': { name: '/shop/runs', retention_in_days: 30, kms_key_id: 'alias/logs' },
      'aws_sfn_state_machine.fulfil': {
        name: 'fulfil',
        type: 'EXPRESS',
        role_arn: 'arn:aws:iam::111122223333:role/fulfil',
        definition:
          '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${aws_lambda_function.work.arn}","End":true}}}',
        logging_configuration: [
          { level: 'ERROR', include_execution_data: false, log_destination: '${aws_cloudwatch_log_group.runs.arn}:*' },
        ],
        tracing_configuration: [{ enabled: true }],
      },
    },
    template: `${workTemplate}
  Runs:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: /shop/runs, RetentionInDays: 30, KmsKeyId: alias/logs }
  Fulfil:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: fulfil
      StateMachineType: EXPRESS
      RoleArn: arn:aws:iam::111122223333:role/fulfil
      DefinitionString: !Sub '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\${Work.Arn}","End":true}}}'
      LoggingConfiguration:
        Level: ERROR
        IncludeExecutionData: false
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: !Sub '\${Runs.Arn}:*' } }]
      TracingConfiguration: { Enabled: true }
`,
  },
  {
    title: 'a distribution that signs for a function URL',
    terraform: {
      ...work,
      'aws_lambda_function_url.address': {
        function_name: '${aws_lambda_function.work.function_name}',
        authorization_type: 'AWS_IAM',
      },
      'aws_cloudfront_origin_access_control.sign': {
        name: 'sign',
        origin_access_control_origin_type: 'lambda',
        signing_behavior: 'always',
        signing_protocol: 'sigv4',
      },
      'aws_cloudfront_distribution.front': {
        enabled: true,
        aliases: ['shop.example'],
        default_root_object: 'index.html',
        web_acl_id: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/a',
        origin: [
          {
            origin_id: 'function',
            domain_name: '${aws_lambda_function_url.address.url_id}.lambda-url.eu-west-1.on.aws',
            origin_access_control_id: '${aws_cloudfront_origin_access_control.sign.id}',
            custom_origin_config: [{ origin_protocol_policy: 'https-only', origin_ssl_protocols: ['TLSv1.2'] }],
            custom_header: [{ name: 'x-shop', value: 'yes' }],
          },
        ],
        default_cache_behavior: [
          {
            target_origin_id: 'function',
            viewer_protocol_policy: 'redirect-to-https',
            allowed_methods: ['GET'],
            lambda_function_association: [
              { event_type: 'viewer-request', lambda_arn: '${aws_lambda_function.work.arn}', include_body: true },
            ],
          },
        ],
        ordered_cache_behavior: [
          { path_pattern: '/old/*', target_origin_id: 'function', viewer_protocol_policy: 'allow-all' },
        ],
        restrictions: [{ geo_restriction: [{ restriction_type: 'none' }] }],
        viewer_certificate: [{ cloudfront_default_certificate: true, minimum_protocol_version: 'TLSv1.2_2021' }],
        logging_config: [{ bucket: 'logs.s3.amazonaws.com' }],
      },
    },
    template: `${workTemplate}
  Address:
    Type: AWS::Lambda::Url
    Properties: { TargetFunctionArn: !Ref Work, AuthType: AWS_IAM }
  Sign:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig:
        { Name: sign, OriginAccessControlOriginType: lambda, SigningBehavior: always, SigningProtocol: sigv4 }
  Front:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: [shop.example]
        DefaultRootObject: index.html
        WebACLId: arn:aws:wafv2:us-east-1:111122223333:global/webacl/a
        Origins:
          - Id: function
            DomainName: !Sub '\${Address}.lambda-url.eu-west-1.on.aws'
            OriginAccessControlId: !Ref Sign
            CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2] }
            OriginCustomHeaders: [{ HeaderName: x-shop, HeaderValue: 'yes' }]
        DefaultCacheBehavior:
          TargetOriginId: function
          ViewerProtocolPolicy: redirect-to-https
          AllowedMethods: [GET]
          LambdaFunctionAssociations:
            - { EventType: viewer-request, LambdaFunctionARN: !GetAtt Work.Arn, IncludeBody: true }
        CacheBehaviors:
          - { PathPattern: /old/*, TargetOriginId: function, ViewerProtocolPolicy: allow-all }
        Restrictions: { GeoRestriction: { RestrictionType: none } }
        ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: TLSv1.2_2021 }
        Logging: { Bucket: logs.s3.amazonaws.com }
`,
  },
  {
    title: 'services that call a function by themselves',
    terraform: {
      ...work,
      'aws_sqs_queue.readings': {},
      'aws_iot_topic_rule.things': {
        name: 'things',
        enabled: true,
        sql: "SELECT * FROM 'readings'",
        sql_version: '2016-03-23',
        lambda: [{ function_arn: '${aws_lambda_function.work.arn}' }],
        sqs: [
          {
            queue_url: '${aws_sqs_queue.readings.url}',
            role_arn: 'arn:aws:iam::111122223333:role/iot',
            use_base64: false,
          },
        ],
      },
      'aws_ses_receipt_rule.mail': {
        name: 'mail',
        rule_set_name: 'inbox',
        enabled: true,
        recipients: ['orders@shop.example'],
        lambda_action: [
          { function_arn: '${aws_lambda_function.work.arn}', invocation_type: 'RequestResponse', position: 2 },
        ],
        s3_action: [{ bucket_name: 'mail', position: 1 }],
      },
      'aws_config_config_rule.tagged': {
        name: 'tagged',
        source: [{ owner: 'CUSTOM_LAMBDA', source_identifier: '${aws_lambda_function.work.arn}' }],
      },
      'aws_cloudwatch_log_group.web': { name: 'web' },
      'aws_cloudwatch_log_subscription_filter.errors': {
        name: 'errors',
        log_group_name: '${aws_cloudwatch_log_group.web.name}',
        destination_arn: '${aws_lambda_function.work.arn}',
        filter_pattern: 'ERROR',
      },
      'aws_cloudwatch_metric_alarm.failing': {
        alarm_name: 'failing',
        namespace: 'AWS/Lambda',
        metric_name: 'Errors',
        statistic: 'Sum',
        threshold: 1,
        comparison_operator: 'GreaterThanOrEqualToThreshold',
        dimensions: { FunctionName: '${aws_lambda_function.work.function_name}' },
        alarm_actions: ['${aws_lambda_function.work.arn}'],
      },
      'aws_kinesis_firehose_delivery_stream.delivery': {
        name: 'delivery',
        destination: 'extended_s3',
        server_side_encryption: [{ enabled: true }],
        extended_s3_configuration: [
          {
            bucket_arn: 'arn:aws:s3:::orders',
            role_arn: 'arn:aws:iam::111122223333:role/delivery',
            processing_configuration: [
              {
                enabled: true,
                processors: [
                  {
                    type: 'Lambda',
                    parameters: [{ parameter_name: 'LambdaArn', parameter_value: '${aws_lambda_function.work.arn}' }],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
    template: `${workTemplate}
  Readings:
    Type: AWS::SQS::Queue
  Things:
    Type: AWS::IoT::TopicRule
    Properties:
      RuleName: things
      TopicRulePayload:
        Sql: SELECT * FROM 'readings'
        RuleDisabled: false
        Actions:
          - Lambda: { FunctionArn: !GetAtt Work.Arn }
          - Sqs: { QueueUrl: !Ref Readings, RoleArn: 'arn:aws:iam::111122223333:role/iot' }
  Mail:
    Type: AWS::SES::ReceiptRule
    Properties:
      RuleSetName: inbox
      Rule:
        Name: mail
        Enabled: true
        Recipients: [orders@shop.example]
        Actions:
          - S3Action: { BucketName: mail }
          - LambdaAction: { FunctionArn: !GetAtt Work.Arn, InvocationType: RequestResponse }
  Tagged:
    Type: AWS::Config::ConfigRule
    Properties:
      ConfigRuleName: tagged
      Source: { Owner: CUSTOM_LAMBDA, SourceIdentifier: !GetAtt Work.Arn }
  Web:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: web }
  Errors:
    Type: AWS::Logs::SubscriptionFilter
    Properties: { LogGroupName: !Ref Web, DestinationArn: !GetAtt Work.Arn, FilterPattern: ERROR }
  Failing:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: failing
      Namespace: AWS/Lambda
      MetricName: Errors
      Statistic: Sum
      Threshold: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Dimensions: [{ Name: FunctionName, Value: !Ref Work }]
      AlarmActions: [!GetAtt Work.Arn]
  Delivery:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamName: delivery
      DeliveryStreamEncryptionConfigurationInput: { KeyType: AWS_OWNED_CMK }
      ExtendedS3DestinationConfiguration:
        BucketARN: arn:aws:s3:::orders
        RoleARN: arn:aws:iam::111122223333:role/delivery
        ProcessingConfiguration:
          Enabled: true
          Processors:
            - Type: Lambda
              Parameters: [{ ParameterName: LambdaArn, ParameterValue: !GetAtt Work.Arn }]
`,
  },
  {
    title: 'clusters, caches, file systems and search domains',
    terraform: {
      'aws_msk_cluster.news': {
        cluster_name: 'news',
        broker_node_group_info: [
          {
            client_subnets: ['subnet-1'],
            security_groups: ['sg-1'],
            connectivity_info: [{ public_access: [{ type: 'SERVICE_PROVIDED_EIPS' }] }],
          },
        ],
        client_authentication: [{ sasl: [{ iam: true }], unauthenticated: true }],
        encryption_info: [{ encryption_in_transit: [{ client_broker: 'PLAINTEXT' }] }],
      },
      'aws_mq_broker.bus': {
        broker_name: 'bus',
        engine_type: 'RabbitMQ',
        publicly_accessible: true,
        user: [{ username: 'shop', password: 'not-a-real-one' }],
        logs: [{ general: true }],
      },
      'aws_elasticache_replication_group.sessions': {
        replication_group_id: 'sessions',
        at_rest_encryption_enabled: true,
        transit_encryption_enabled: true,
        security_group_ids: ['sg-1'],
      },
      'aws_opensearch_domain.search': {
        domain_name: 'search',
        encrypt_at_rest: [{ enabled: true }],
        node_to_node_encryption: [{ enabled: true }],
        domain_endpoint_options: [{ enforce_https: true }],
        access_policies: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"es:*","Resource":"*"}]}',
      },
      'aws_efs_file_system.files': { encrypted: true, kms_key_id: 'alias/files' },
      'aws_efs_file_system_policy.files_policy': {
        file_system_id: '${aws_efs_file_system.files.id}',
        policy: '{"Statement":[]}',
      },
      'aws_efs_access_point.door': {
        file_system_id: '${aws_efs_file_system.files.id}',
        posix_user: [{ uid: 1000, gid: 1000 }],
        root_directory: [{ path: '/orders' }],
      },
      'aws_ecr_repository.images': {
        name: 'images',
        image_tag_mutability: 'IMMUTABLE',
        image_scanning_configuration: [{ scan_on_push: true }],
      },
      'aws_ecr_repository_policy.images_policy': {
        repository: '${aws_ecr_repository.images.name}',
        policy: '{"Statement":[]}',
      },
      'aws_kinesis_stream.clicks': {
        name: 'clicks',
        encryption_type: 'KMS',
        kms_key_id: 'alias/aws/kinesis',
        retention_period: 48,
      },
      'aws_cloudtrail.trail': { name: 'trail', s3_bucket_name: 'audit', is_multi_region_trail: true },
    },
    template: `
  News:
    Type: AWS::MSK::Cluster
    Properties:
      ClusterName: news
      BrokerNodeGroupInfo:
        ClientSubnets: [subnet-1]
        SecurityGroups: [sg-1]
        ConnectivityInfo: { PublicAccess: { Type: SERVICE_PROVIDED_EIPS } }
      ClientAuthentication: { Sasl: { Iam: { Enabled: true } }, Unauthenticated: { Enabled: true } }
      EncryptionInfo: { EncryptionInTransit: { ClientBroker: PLAINTEXT } }
  Bus:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: bus
      EngineType: RabbitMQ
      PubliclyAccessible: true
      Users: [{ Username: shop, Password: not-a-real-one }]
      Logs: { General: true }
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      AtRestEncryptionEnabled: true
      TransitEncryptionEnabled: true
      SecurityGroupIds: [sg-1]
  Search:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: search
      EncryptionAtRestOptions: { Enabled: true }
      NodeToNodeEncryptionOptions: { Enabled: true }
      DomainEndpointOptions: { EnforceHTTPS: true }
      AccessPolicies: { Statement: [{ Effect: Allow, Principal: '*', Action: 'es:*', Resource: '*' }] }
  Files:
    Type: AWS::EFS::FileSystem
    Properties: { Encrypted: true, KmsKeyId: alias/files, FileSystemPolicy: { Statement: [] } }
  Door:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: !Ref Files
      PosixUser: { Uid: '1000', Gid: '1000' }
      RootDirectory: { Path: /orders }
  Images:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: images
      ImageTagMutability: IMMUTABLE
      ImageScanningConfiguration: { ScanOnPush: true }
      RepositoryPolicyText: { Statement: [] }
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: clicks
      RetentionPeriodHours: 48
      StreamEncryption: { EncryptionType: KMS, KeyId: alias/aws/kinesis }
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { TrailName: trail, S3BucketName: audit, IsLogging: true, IsMultiRegionTrail: true }
`,
  },
];
