import type { EquivalenceCase } from './case.fixture.ts';

const orderRole = {
  'aws_iam_role.orders': { name: 'orders', assume_role_policy: '{"Statement":[]}' },
};
const orderRoleTemplate = `
  Orders:
    Type: AWS::IAM::Role
    Properties:
      RoleName: orders
      AssumeRolePolicyDocument: { Statement: [] }
`;

const place = {
  'aws_lambda_function.place_order': { function_name: 'place-order', runtime: 'nodejs24.x', handler: 'index.handler' },
};
const placeTemplate = `
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: place-order, Runtime: nodejs24.x, Handler: index.handler }
`;

export const functionCases: readonly EquivalenceCase[] = [
  {
    title: 'a function with everything that a check asks',
    terraform: {
      ...orderRole,
      'aws_sqs_queue.failed_orders': { name: 'failed-orders' },
      'aws_lambda_function.place_order': {
        function_name: 'place-order',
        description: 'Takes orders',
        runtime: 'nodejs24.x',
        handler: 'index.handler',
        role: '${aws_iam_role.orders.arn}',
        timeout: 20,
        memory_size: 512,
        reserved_concurrent_executions: 5,
        architectures: ['arm64'],
        layers: ['arn:aws:lambda:eu-west-1:111122223333:layer:tools:3'],
        kms_key_arn: 'arn:aws:kms:eu-west-1:111122223333:key/k',
        code_signing_config_arn: 'arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1',
        s3_bucket: 'artefacts',
        s3_key: 'orders.zip',
        environment: [{ variables: { QUEUE: '${aws_sqs_queue.failed_orders.url}' } }],
        dead_letter_config: [{ target_arn: '${aws_sqs_queue.failed_orders.arn}' }],
        tracing_config: [{ mode: 'Active' }],
        vpc_config: [{ subnet_ids: ['subnet-1'], security_group_ids: ['sg-1'] }],
        logging_config: [{ log_format: 'JSON', application_log_level: 'INFO' }],
        file_system_config: [
          { arn: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/a', local_mount_path: '/mnt' },
        ],
        ephemeral_storage: [{ size: 1024 }],
        snap_start: [{ apply_on: 'PublishedVersions' }],
        tags: { team: 'shop' },
      },
    },
    template: `${orderRoleTemplate}
  FailedOrders:
    Type: AWS::SQS::Queue
    Properties: { QueueName: failed-orders }
  PlaceOrder:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: place-order
      Description: Takes orders
      Runtime: nodejs24.x
      Handler: index.handler
      Role: !GetAtt Orders.Arn
      Timeout: 20
      MemorySize: 512
      ReservedConcurrentExecutions: 5
      Architectures: [arm64]
      Layers: ['arn:aws:lambda:eu-west-1:111122223333:layer:tools:3']
      KmsKeyArn: arn:aws:kms:eu-west-1:111122223333:key/k
      CodeSigningConfigArn: arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1
      Code: { S3Bucket: artefacts, S3Key: orders.zip }
      Environment: { Variables: { QUEUE: !Ref FailedOrders } }
      DeadLetterConfig: { TargetArn: !GetAtt FailedOrders.Arn }
      TracingConfig: { Mode: Active }
      VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] }
      LoggingConfig: { LogFormat: JSON, ApplicationLogLevel: INFO }
      FileSystemConfigs:
        - { Arn: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/a', LocalMountPath: /mnt }
      EphemeralStorage: { Size: 1024 }
      SnapStart: { ApplyOn: PublishedVersions }
      Tags: [{ Key: team, Value: shop }]
`,
  },
  {
    title: 'a queue that feeds a function',
    terraform: {
      ...place,
      'aws_sqs_queue.new_orders': {
        name: 'new-orders',
        visibility_timeout_seconds: 180,
        message_retention_seconds: 86400,
        sqs_managed_sse_enabled: false,
        redrive_policy: '{"deadLetterTargetArn":"${aws_sqs_queue.failed_orders.arn}","maxReceiveCount":3}',
      },
      'aws_sqs_queue.failed_orders': { kms_master_key_id: 'alias/aws/sqs' },
      'aws_lambda_event_source_mapping.feed': {
        function_name: '${aws_lambda_function.place_order.arn}',
        event_source_arn: '${aws_sqs_queue.new_orders.arn}',
        batch_size: 5,
        function_response_types: ['ReportBatchItemFailures'],
        filter_criteria: [{ filter: [{ pattern: '{"body":{}}' }] }],
        scaling_config: [{ maximum_concurrency: 4 }],
      },
    },
    template: `${placeTemplate}
  NewOrders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: new-orders
      VisibilityTimeout: 180
      MessageRetentionPeriod: 86400
      SqsManagedSseEnabled: false
      RedrivePolicy: { deadLetterTargetArn: !GetAtt FailedOrders.Arn, maxReceiveCount: 3 }
  FailedOrders:
    Type: AWS::SQS::Queue
    Properties: { KmsMasterKeyId: alias/aws/sqs }
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !GetAtt PlaceOrder.Arn
      EventSourceArn: !GetAtt NewOrders.Arn
      BatchSize: 5
      FunctionResponseTypes: [ReportBatchItemFailures]
      FilterCriteria: { Filters: [{ Pattern: '{"body":{}}' }] }
      ScalingConfig: { MaximumConcurrency: 4 }
`,
  },
  {
    title: 'a topic with a subscription, a permission and a policy',
    terraform: {
      ...place,
      'aws_sns_topic.news': { name: 'news', kms_master_key_id: 'alias/news' },
      'aws_sns_topic_subscription.to_orders': {
        topic_arn: '${aws_sns_topic.news.arn}',
        protocol: 'lambda',
        endpoint: '${aws_lambda_function.place_order.arn}',
      },
      'aws_lambda_permission.from_news': {
        function_name: '${aws_lambda_function.place_order.function_name}',
        action: 'lambda:InvokeFunction',
        principal: 'sns.amazonaws.com',
        source_arn: '${aws_sns_topic.news.arn}',
      },
      'aws_sns_topic_policy.news_policy': {
        arn: '${aws_sns_topic.news.arn}',
        policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sns:Publish","Resource":"*"}]}',
      },
    },
    template: `${placeTemplate}
  News:
    Type: AWS::SNS::Topic
    Properties: { TopicName: news, KmsMasterKeyId: alias/news }
  ToOrders:
    Type: AWS::SNS::Subscription
    Properties: { TopicArn: !Ref News, Protocol: lambda, Endpoint: !GetAtt PlaceOrder.Arn }
  FromNews:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref PlaceOrder
      Action: lambda:InvokeFunction
      Principal: sns.amazonaws.com
      SourceArn: !Ref News
  NewsPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref News]
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: 'sns:Publish', Resource: '*' }] }
`,
  },
  {
    title: 'a rule whose target is a block of its own',
    terraform: {
      ...place,
      'aws_sqs_queue.missed': {},
      'aws_cloudwatch_event_rule.nightly': {
        name: 'nightly',
        schedule_expression: 'cron(0 2 * * ? *)',
        is_enabled: false,
      },
      'aws_cloudwatch_event_target.run': {
        rule: '${aws_cloudwatch_event_rule.nightly.name}',
        target_id: 'orders',
        arn: '${aws_lambda_function.place_order.arn}',
        dead_letter_config: [{ arn: '${aws_sqs_queue.missed.arn}' }],
        retry_policy: [{ maximum_retry_attempts: 4 }],
      },
    },
    template: `${placeTemplate}
  Missed:
    Type: AWS::SQS::Queue
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      Name: nightly
      ScheduleExpression: cron(0 2 * * ? *)
      State: DISABLED
      Targets:
        - Id: orders
          Arn: !GetAtt PlaceOrder.Arn
          DeadLetterConfig: { Arn: !GetAtt Missed.Arn }
          RetryPolicy: { MaximumRetryAttempts: 4 }
`,
  },
  {
    title: 'a schedule and a pipe',
    terraform: {
      ...place,
      ...orderRole,
      'aws_sqs_queue.inbox': {},
      'aws_scheduler_schedule.hourly': {
        name: 'hourly',
        schedule_expression: 'rate(1 hour)',
        state: 'DISABLED',
        flexible_time_window: [{ mode: 'OFF' }],
        target: [{ arn: '${aws_lambda_function.place_order.arn}', role_arn: '${aws_iam_role.orders.arn}' }],
      },
      'aws_pipes_pipe.forward': {
        name: 'forward',
        role_arn: '${aws_iam_role.orders.arn}',
        source: '${aws_sqs_queue.inbox.arn}',
        target: '${aws_lambda_function.place_order.arn}',
        source_parameters: [{ filter_criteria: [{ filter: [{ pattern: '{}' }] }] }],
        target_parameters: [{ lambda_function_parameters: [{ invocation_type: 'FIRE_AND_FORGET' }] }],
      },
    },
    template: `${placeTemplate}${orderRoleTemplate}
  Inbox:
    Type: AWS::SQS::Queue
  Hourly:
    Type: AWS::Scheduler::Schedule
    Properties:
      Name: hourly
      ScheduleExpression: rate(1 hour)
      State: DISABLED
      FlexibleTimeWindow: { Mode: 'OFF' }
      Target: { Arn: !GetAtt PlaceOrder.Arn, RoleArn: !GetAtt Orders.Arn }
  Forward:
    Type: AWS::Pipes::Pipe
    Properties:
      Name: forward
      RoleArn: !GetAtt Orders.Arn
      Source: !GetAtt Inbox.Arn
      Target: !GetAtt PlaceOrder.Arn
      SourceParameters: { FilterCriteria: { Filters: [{ Pattern: '{}' }] } }
      TargetParameters: { LambdaFunctionParameters: { InvocationType: FIRE_AND_FORGET } }
`,
  },
  {
    title: 'an alias, its concurrency, its URL and what becomes of failures',
    terraform: {
      ...place,
      'aws_sqs_queue.failed': {},
      'aws_lambda_alias.live': {
        name: 'live',
        function_name: '${aws_lambda_function.place_order.function_name}',
        function_version: '1',
      },
      'aws_lambda_provisioned_concurrency_config.warm': {
        function_name: '${aws_lambda_function.place_order.function_name}',
        qualifier: '${aws_lambda_alias.live.name}',
        provisioned_concurrent_executions: 2,
      },
      'aws_lambda_function_url.address': {
        function_name: '${aws_lambda_function.place_order.arn}',
        qualifier: '${aws_lambda_alias.live.name}',
        authorization_type: 'AWS_IAM',
        cors: [{ allow_origins: ['https://shop.example'], allow_methods: ['GET'] }],
      },
      'aws_lambda_permission.from_alexa': {
        function_name: '${aws_lambda_function.place_order.function_name}',
        qualifier: 'live',
        action: 'lambda:InvokeFunction',
        principal: 'alexa-appkit.amazon.com',
        event_source_token: 'amzn1.ask.skill.1',
      },
      'aws_lambda_function_event_invoke_config.failures': {
        function_name: '${aws_lambda_function.place_order.function_name}',
        maximum_retry_attempts: 1,
        destination_config: [{ on_failure: [{ destination: '${aws_sqs_queue.failed.arn}' }] }],
      },
    },
    template: `${placeTemplate}
  Failed:
    Type: AWS::SQS::Queue
  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref PlaceOrder
      FunctionVersion: '1'
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 }
  Address:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !GetAtt PlaceOrder.Arn
      Qualifier: !Ref Live
      AuthType: AWS_IAM
      Cors: { AllowOrigins: ['https://shop.example'], AllowMethods: [GET] }
  FromAlexa:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Live
      Action: lambda:InvokeFunction
      Principal: alexa-appkit.amazon.com
      EventSourceToken: amzn1.ask.skill.1
  Failures:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref PlaceOrder
      Qualifier: $LATEST
      MaximumRetryAttempts: 1
      DestinationConfig: { OnFailure: { Destination: !GetAtt Failed.Arn } }
`,
  },
];
