import { data, entries, flag, list, mapping, number, section, text, values } from '../mapping.ts';
import { functionWiringMappings } from './function-wiring.ts';
import { reference } from './reference.ts';

/** Lambda functions and what hangs on them. */
export const functionMappings = [
  mapping(
    'function',
    { types: ['AWS::Lambda::Function'], name: 'FunctionName', page: `${reference}aws-resource-lambda-function.html` },
    {
      name: text('FunctionName'),
      description: text('Description'),
      runtime: text('Runtime'),
      handler: text('Handler'),
      packageType: text('PackageType', { default: 'Zip' }),
      architectures: values('Architectures'),
      /** Seconds. */
      timeout: number('Timeout', { default: 3 }),
      /** Seconds that a durable execution may take, all its invocations and waits together. */
      executionTimeout: number('DurableConfig.ExecutionTimeout'),
      /** MB. */
      memory: number('MemorySize', { default: 128 }),
      reservedConcurrency: number('ReservedConcurrentExecutions'),
      /** MB. */
      ephemeralStorage: number('EphemeralStorage.Size', { default: 512 }),
      role: data('Role'),
      layers: values('Layers'),
      environment: entries('Environment.Variables'),
      key: data('KmsKeyArn'),
      tracing: text('TracingConfig.Mode', { default: 'PassThrough' }),
      deadLetterTarget: data('DeadLetterConfig.TargetArn'),
      codeSigningConfig: data('CodeSigningConfigArn'),
      vpc: section('VpcConfig', { subnets: values('SubnetIds'), securityGroups: values('SecurityGroupIds') }),
      fileSystems: list('FileSystemConfigs', { accessPoint: data('Arn'), path: text('LocalMountPath') }),
      logging: section('LoggingConfig', {
        format: text('LogFormat', { default: 'Text' }),
        level: text('ApplicationLogLevel'),
        systemLevel: text('SystemLogLevel'),
        group: data('LogGroup'),
      }),
      snapStart: text('SnapStart.ApplyOn', { default: 'None' }),
      code: section('Code', {
        inline: data('ZipFile'),
        bucket: data('S3Bucket'),
        object: data('S3Key'),
        image: data('ImageUri'),
        sourceKey: data('SourceKMSKeyArn'),
      }),
      imageCommand: values('ImageConfig.Command'),
      tags: list('Tags', { key: text('Key'), value: text('Value') }),
      runtimeUpdates: text('RuntimeManagementConfig.UpdateRuntimeOn', { default: 'Auto' }),
      recursiveLoop: text('RecursiveLoop', { default: 'Terminate' }),
      capacityProvider: data('CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn'),
    },
  ),
  mapping(
    'function-alias',
    { types: ['AWS::Lambda::Alias'], page: `${reference}aws-resource-lambda-alias.html` },
    {
      name: text('Name'),
      function: data('FunctionName'),
      version: data('FunctionVersion'),
      provisionedConcurrency: number('ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions'),
    },
  ),
  mapping(
    'function-version',
    { types: ['AWS::Lambda::Version'], page: `${reference}aws-resource-lambda-version.html` },
    {
      function: data('FunctionName'),
      provisionedConcurrency: number('ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions'),
    },
  ),
  mapping(
    'function-permission',
    { types: ['AWS::Lambda::Permission'], page: `${reference}aws-resource-lambda-permission.html` },
    {
      function: data('FunctionName'),
      action: text('Action'),
      principal: data('Principal'),
      sourceArn: data('SourceArn'),
      sourceAccount: data('SourceAccount'),
      organization: data('PrincipalOrgID'),
      urlAuthType: text('FunctionUrlAuthType'),
      /** Calls through the function URL only. */
      viaUrl: flag('InvokedViaFunctionUrl', { default: false }),
      eventSourceToken: text('EventSourceToken'),
    },
  ),
  mapping(
    'function-url',
    { types: ['AWS::Lambda::Url'], page: `${reference}aws-resource-lambda-url.html` },
    {
      function: data('TargetFunctionArn'),
      qualifier: data('Qualifier'),
      auth: text('AuthType'),
      invokeMode: text('InvokeMode', { default: 'BUFFERED' }),
      cors: section('Cors', {
        origins: values('AllowOrigins'),
        methods: values('AllowMethods'),
        headers: values('AllowHeaders'),
        credentials: flag('AllowCredentials', { default: false }),
      }),
    },
  ),
  ...functionWiringMappings,
] as const;
