import { data, flag, list, mapping, number, section, text, values } from '../mapping.ts';
import { reference } from './reference.ts';

const destination = 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html';

/** What feeds a function, catches its failures, and vouches for its code. */
export const functionWiringMappings = [
  mapping(
    'event-source-mapping',
    { types: ['AWS::Lambda::EventSourceMapping'], page: `${reference}aws-resource-lambda-eventsourcemapping.html` },
    {
      function: data('FunctionName'),
      source: data('EventSourceArn'),
      enabled: flag('Enabled', { default: true }),
      batchSize: number('BatchSize'),
      /** Seconds. */
      batchWindow: number('MaximumBatchingWindowInSeconds', { default: 0 }),
      filters: list('FilterCriteria.Filters', { pattern: data('Pattern') }),
      failureDestination: data('DestinationConfig.OnFailure.Destination'),
      bisect: flag('BisectBatchOnFunctionError', { default: false }),
      /** -1: until the record expires. */
      maximumRetries: number('MaximumRetryAttempts', { default: -1 }),
      /** Seconds; -1: until the record expires. */
      maximumRecordAge: number('MaximumRecordAgeInSeconds', { default: -1 }),
      maximumConcurrency: number('ScalingConfig.MaximumConcurrency'),
      parallelization: number('ParallelizationFactor', { default: 1 }),
      responseTypes: values('FunctionResponseTypes'),
      startingPosition: text('StartingPosition'),
      topics: values('Topics'),
      queues: values('Queues'),
      access: list('SourceAccessConfigurations', { kind: text('Type'), uri: data('URI') }),
      selfManaged: section('SelfManagedEventSource', { servers: values('Endpoints.KafkaBootstrapServers') }),
      documentDb: section('DocumentDBEventSourceConfig', {
        database: text('DatabaseName'),
        collection: text('CollectionName'),
      }),
      filterKey: data('KmsKeyArn'),
    },
  ),
  mapping(
    'event-invoke-config',
    { types: ['AWS::Lambda::EventInvokeConfig'], page: `${reference}aws-resource-lambda-eventinvokeconfig.html` },
    {
      function: data('FunctionName'),
      /** A version, an alias, or `$LATEST`. */
      qualifier: data('Qualifier'),
      /** Seconds. */
      maximumEventAge: number('MaximumEventAgeInSeconds', { default: 21_600, page: destination }),
      maximumRetries: number('MaximumRetryAttempts', { default: 2, page: destination }),
      onFailure: data('DestinationConfig.OnFailure.Destination'),
      onSuccess: data('DestinationConfig.OnSuccess.Destination'),
    },
  ),
  mapping(
    'layer-version',
    {
      types: ['AWS::Lambda::LayerVersion'],
      name: 'LayerName',
      page: `${reference}aws-resource-lambda-layerversion.html`,
    },
    {
      name: text('LayerName'),
      runtimes: values('CompatibleRuntimes'),
      content: data('Content'),
      bucket: data('Content.S3Bucket'),
      object: data('Content.S3Key'),
      license: text('LicenseInfo'),
    },
  ),
  mapping(
    'layer-permission',
    {
      types: ['AWS::Lambda::LayerVersionPermission'],
      page: `${reference}aws-resource-lambda-layerversionpermission.html`,
    },
    {
      layer: data('LayerVersionArn'),
      action: text('Action'),
      /** An account id, or `*`. */
      principal: data('Principal'),
      organization: data('OrganizationId'),
    },
  ),
  mapping(
    'code-signing-config',
    { types: ['AWS::Lambda::CodeSigningConfig'], page: `${reference}aws-resource-lambda-codesigningconfig.html` },
    {
      description: text('Description'),
      publishers: values('AllowedPublishers.SigningProfileVersionArns'),
      /** `Warn` lets unsigned code through and only counts it. */
      untrusted: text('CodeSigningPolicies.UntrustedArtifactOnDeployment', { default: 'Warn' }),
    },
  ),
  mapping(
    'capacity-provider',
    {
      types: ['AWS::Lambda::CapacityProvider'],
      name: 'CapacityProviderName',
      page: `${reference}aws-resource-lambda-capacityprovider.html`,
    },
    {
      name: text('CapacityProviderName'),
      operatorRole: data('PermissionsConfig.CapacityProviderOperatorRoleArn'),
      subnets: values('VpcConfig.SubnetIds'),
      securityGroups: values('VpcConfig.SecurityGroupIds'),
      maximumVcpus: number('CapacityProviderScalingConfig.MaxVCpuCount'),
      key: data('KmsKeyArn'),
    },
  ),
] as const;
