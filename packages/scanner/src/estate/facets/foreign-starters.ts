import { data, flag, list, mapping, number, section, text, values } from '../mapping.ts';
import { reference } from './reference.ts';

/** Brokers and services outside EventBridge that call functions by themselves. */
export const foreignStarterMappings = [
  mapping(
    'kafka-cluster',
    {
      types: ['AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster'],
      name: 'ClusterName',
      page: `${reference}aws-resource-msk-cluster.html`,
    },
    {
      name: text('ClusterName'),
      subnets: values('BrokerNodeGroupInfo.ClientSubnets'),
      securityGroups: values('BrokerNodeGroupInfo.SecurityGroups'),
      publicAccess: text('BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type', { default: 'DISABLED' }),
      iam: flag('ClientAuthentication.Sasl.Iam.Enabled', { default: false }),
      scram: flag('ClientAuthentication.Sasl.Scram.Enabled', { default: false }),
      tls: flag('ClientAuthentication.Tls.Enabled', { default: false }),
      unauthenticated: flag('ClientAuthentication.Unauthenticated.Enabled'),
      clientEncryption: text('EncryptionInfo.EncryptionInTransit.ClientBroker', { default: 'TLS' }),
      key: data('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'),
      networks: list('VpcConfigs', { subnets: values('SubnetIds'), securityGroups: values('SecurityGroups') }),
    },
  ),
  mapping(
    'message-broker',
    { types: ['AWS::AmazonMQ::Broker'], name: 'BrokerName', page: `${reference}aws-resource-amazonmq-broker.html` },
    {
      name: text('BrokerName'),
      engine: text('EngineType'),
      public: flag('PubliclyAccessible', { default: false }),
      authentication: text('AuthenticationStrategy', { default: 'SIMPLE' }),
      users: list('Users', { name: data('Username'), password: data('Password') }),
      subnets: values('SubnetIds'),
      securityGroups: values('SecurityGroups'),
      generalLog: flag('Logs.General', { default: false }),
      auditLog: flag('Logs.Audit', { default: false }),
      key: data('EncryptionOptions.KmsKeyId'),
    },
  ),
  mapping(
    'iot-rule',
    { types: ['AWS::IoT::TopicRule'], name: 'RuleName', page: `${reference}aws-resource-iot-topicrule.html` },
    {
      name: text('RuleName'),
      sql: text('TopicRulePayload.Sql'),
      disabled: flag('TopicRulePayload.RuleDisabled', { default: false }),
      actions: list('TopicRulePayload.Actions', {
        function: data('Lambda.FunctionArn'),
        queue: data('Sqs.QueueUrl'),
        topic: data('Sns.TargetArn'),
        stream: data('Kinesis.StreamName'),
        bucket: data('S3.BucketName'),
        table: data('DynamoDBv2.PutItem.TableName'),
        stateMachine: data('StepFunctions.StateMachineName'),
        role: data('Sns.RoleArn'),
      }),
      errorAction: section('TopicRulePayload.ErrorAction', { function: data('Lambda.FunctionArn') }),
    },
  ),
  mapping(
    'mail-receipt-rule',
    { types: ['AWS::SES::ReceiptRule'], page: `${reference}aws-resource-ses-receiptrule.html` },
    {
      name: text('Rule.Name'),
      ruleSet: data('RuleSetName'),
      enabled: flag('Rule.Enabled', { default: false, page: `${reference}aws-properties-ses-receiptrule-rule.html` }),
      recipients: values('Rule.Recipients'),
      scan: flag('Rule.ScanEnabled', { default: false }),
      tls: text('Rule.TlsPolicy', { default: 'Optional' }),
      actions: list('Rule.Actions', {
        function: data('LambdaAction.FunctionArn'),
        /** `RequestResponse` waits up to 30 seconds for the function's verdict. */
        invocation: text('LambdaAction.InvocationType', { default: 'Event' }),
        bucket: data('S3Action.BucketName'),
        topic: data('SNSAction.TopicArn'),
      }),
    },
  ),
  mapping(
    'mail-receipt-rule-set',
    {
      types: ['AWS::SES::ReceiptRuleSet'],
      name: 'RuleSetName',
      page: `${reference}aws-resource-ses-receiptruleset.html`,
    },
    { name: text('RuleSetName') },
  ),
  mapping(
    'subscription-filter',
    { types: ['AWS::Logs::SubscriptionFilter'], page: `${reference}aws-resource-logs-subscriptionfilter.html` },
    {
      group: data('LogGroupName'),
      destination: data('DestinationArn'),
      pattern: text('FilterPattern'),
      role: data('RoleArn'),
    },
  ),
  mapping(
    'metric-filter',
    { types: ['AWS::Logs::MetricFilter'], page: `${reference}aws-resource-logs-metricfilter.html` },
    {
      group: data('LogGroupName'),
      pattern: text('FilterPattern'),
      metrics: list('MetricTransformations', { name: text('MetricName'), namespace: text('MetricNamespace') }),
    },
  ),
  mapping(
    'config-rule',
    {
      types: ['AWS::Config::ConfigRule'],
      name: 'ConfigRuleName',
      page: `${reference}aws-resource-config-configrule.html`,
    },
    {
      name: text('ConfigRuleName'),
      owner: text('Source.Owner'),
      /** The function, when the owner is `CUSTOM_LAMBDA`. */
      source: data('Source.SourceIdentifier'),
      frequency: text('MaximumExecutionFrequency'),
    },
  ),
  mapping(
    'custom-resource',
    {
      types: ['AWS::CloudFormation::CustomResource'],
      page: `${reference}aws-resource-cloudformation-customresource.html`,
    },
    { token: data('ServiceToken'), /** Seconds. */ timeout: number('ServiceTimeout', { default: 3600 }) },
  ),
  mapping(
    'macro',
    { types: ['AWS::CloudFormation::Macro'], name: 'Name', page: `${reference}aws-resource-cloudformation-macro.html` },
    { name: text('Name'), function: data('FunctionName') },
  ),
  mapping(
    'object-transform',
    {
      types: ['AWS::S3ObjectLambda::AccessPoint'],
      name: 'Name',
      page: `${reference}aws-resource-s3objectlambda-accesspoint.html`,
    },
    {
      name: text('Name'),
      transformations: list('ObjectLambdaConfiguration.TransformationConfigurations', {
        function: data('ContentTransformation.AwsLambda.FunctionArn'),
      }),
    },
  ),
  mapping(
    'bot-alias',
    { types: ['AWS::Lex::BotAlias'], name: 'BotAliasName', page: `${reference}aws-resource-lex-botalias.html` },
    {
      name: text('BotAliasName'),
      locales: list('BotAliasLocaleSettings', {
        locale: text('LocaleId'),
        function: data('BotAliasLocaleSetting.CodeHookSpecification.LambdaCodeHook.LambdaArn'),
      }),
    },
  ),
  mapping(
    'contact-flow-integration',
    {
      types: ['AWS::Connect::IntegrationAssociation'],
      page: `${reference}aws-resource-connect-integrationassociation.html`,
    },
    { type: text('IntegrationType'), target: data('IntegrationArn') },
  ),
  mapping(
    'agent',
    { types: ['AWS::Bedrock::Agent'], name: 'AgentName', page: `${reference}aws-resource-bedrock-agent.html` },
    {
      name: text('AgentName'),
      role: data('AgentResourceRoleArn'),
      actionGroups: list('ActionGroups', {
        name: text('ActionGroupName'),
        function: data('ActionGroupExecutor.Lambda'),
      }),
    },
  ),
  mapping(
    'account-log-policy',
    {
      types: ['AWS::Logs::AccountPolicy'],
      name: 'PolicyName',
      page: `${reference}aws-resource-logs-accountpolicy.html`,
    },
    {
      name: text('PolicyName'),
      type: text('PolicyType'),
      /** JSON text; a subscription names its `DestinationArn` in it. */ document: data('PolicyDocument'),
    },
  ),
  mapping(
    'iot-authorizer',
    { types: ['AWS::IoT::Authorizer'], name: 'AuthorizerName', page: `${reference}aws-resource-iot-authorizer.html` },
    {
      name: text('AuthorizerName'),
      function: data('AuthorizerFunctionArn'),
      status: text('Status', { default: 'INACTIVE' }),
      signingDisabled: flag('SigningDisabled', { default: false }),
    },
  ),
  mapping(
    'transfer-server',
    { types: ['AWS::Transfer::Server'], page: `${reference}aws-resource-transfer-server.html` },
    {
      endpoint: text('EndpointType', { default: 'PUBLIC' }),
      identityProvider: text('IdentityProviderType', { default: 'SERVICE_MANAGED' }),
      function: data('IdentityProviderDetails.Function'),
    },
  ),
  mapping(
    'transfer-workflow',
    { types: ['AWS::Transfer::Workflow'], page: `${reference}aws-resource-transfer-workflow.html` },
    {
      steps: list('Steps', { target: data('CustomStepDetails.Target') }),
      exceptionSteps: list('OnExceptionSteps', { target: data('CustomStepDetails.Target') }),
    },
  ),
] as const;
