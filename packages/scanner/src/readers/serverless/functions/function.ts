import { asMap, asText, type Value } from '@leastwise/model';
import type { Material } from '../../cloudformation/sam/made.ts';
import { entriesOf, flagOf, get, isMap, itemsOf } from '../../cloudformation/sam/read-value.ts';
import { textValue } from '../../cloudformation/text-value.ts';
import type { Bench, ServiceFunction } from '../bench.ts';
import { functionId, functionPart } from '../naming.ts';
import { codeOf } from './code.ts';
import { invokeConfig } from './invoke-config.ts';
import { roleOf } from './role-of.ts';
import { functionUrl } from './function-url.ts';

/**
 * A function with what the framework makes beside it: log group, alias, address, settings of its asynchronous calls.
 * https://www.serverless.com/framework/docs/providers/aws/guide/functions
 */
export function draftFunction(owner: ServiceFunction, bench: Bench): void {
  const { cause } = owner;
  const either = (name: string): Value | undefined => owner.get(name) ?? bench.provider(name);
  const image = owner.get('image');
  const key =
    owner.get('kmsKeyArn') ??
    bench.provider('kmsKeyArn') ??
    owner.get('awsKmsKeyArn') ??
    bench.top('service', 'awsKmsKeyArn');
  const fileSystem = owner.get('fileSystemConfig');
  bench.add(
    functionId(owner.key),
    'AWS::Lambda::Function',
    {
      FunctionName: owner.name,
      Description: owner.get('description'),
      Code: codeOf(owner, bench),
      ...(image === undefined
        ? { Handler: owner.get('handler'), Runtime: either('runtime') ?? defaultRuntime(bench) }
        : { PackageType: 'Image', ImageConfig: imageConfig(image) }),
      MemorySize: either('memorySize') ?? 1024,
      Timeout: either('timeout') ?? 6,
      Role: roleOf(owner, bench),
      Environment: environmentOf(owner, bench),
      VpcConfig: vpcOf(owner, bench),
      TracingConfig: tracingOf(owner.get('tracing') ?? bench.provider('tracing', 'lambda')),
      ReservedConcurrentExecutions: owner.get('reservedConcurrency'),
      DeadLetterConfig: owner.get('onError') === undefined ? undefined : { TargetArn: owner.get('onError') },
      KmsKeyArn: key,
      Layers: owner.get('layers') ?? bench.provider('layers'),
      EphemeralStorage:
        owner.get('ephemeralStorageSize') === undefined ? undefined : { Size: owner.get('ephemeralStorageSize') },
      Architectures: either('architecture') === undefined ? undefined : [either('architecture')],
      FileSystemConfigs:
        fileSystem === undefined
          ? undefined
          : [{ Arn: get(fileSystem, 'arn'), LocalMountPath: get(fileSystem, 'localMountPath') }],
      SnapStart: flagOf(owner.get('snapStart')) === true ? { ApplyOn: 'PublishedVersions' } : undefined,
      LoggingConfig: loggingOf(owner.get('logs') ?? bench.provider('logs', 'lambda')),
      Tags: tagsOf(owner, bench),
    },
    cause,
  );
  draftLogGroup(owner, bench);
  draftAlias(owner, bench);
  functionUrl(owner, bench);
  invokeConfig(owner, bench);
  allowOwnNeeds(owner, key, fileSystem, bench);
  if (image !== undefined && !isMap(image) && asText(image) === undefined && image.kind === 'known') {
    bench.invalid(image.origin, `The image of ${owner.key} is neither an address nor a map.`, 'Write uri or name.');
  }
}

function imageConfig(image: Value): Material {
  const command = get(image, 'command');
  const entry = get(image, 'entryPoint');
  if (command === undefined && entry === undefined) return undefined;
  return { Command: command, EntryPoint: entry, WorkingDirectory: get(image, 'workingDirectory') };
}

/** The framework fills in the runtime of its own release when a service names none. */
function defaultRuntime(bench: Bench): Value {
  const version = asText(bench.top('frameworkVersion') ?? bench.stage) ?? '';
  const origin = bench.providerCause.keyRange;
  const major = /^[^\d]*(\d)/.exec(version)?.[1];
  if (major === '3' || major === '2') {
    const value = major === '3' ? 'nodejs14.x' : 'nodejs12.x';
    return { kind: 'known', value, origin, assumed: 'frameworkVersion' };
  }
  const reason = 'The service names no runtime, so it is the one that the release of the framework fills in.';
  return { kind: 'unknown', cause: 'attribute', reason, origin, name: 'runtime' };
}

function environmentOf(owner: ServiceFunction, bench: Bench): Material {
  const below = bench.provider('environment');
  const above = owner.get('environment');
  for (const open of [below, above]) if (open !== undefined && !isMap(open)) return { Variables: open };
  const variables = [...entriesOf(below), ...entriesOf(above)];
  return variables.length === 0 ? undefined : { Variables: Object.fromEntries(variables) };
}

function vpcOf(owner: ServiceFunction, bench: Bench): Material {
  const own = owner.get('vpc');
  if (own?.kind === 'known' && !isMap(own)) return undefined;
  const vpc = own ?? bench.provider('vpc');
  if (vpc === undefined || (vpc.kind === 'known' && !isMap(vpc))) return undefined;
  if (!isMap(vpc)) return vpc;
  return {
    SecurityGroupIds: get(vpc, 'securityGroupIds') ?? get(bench.provider('vpc'), 'securityGroupIds'),
    SubnetIds: get(vpc, 'subnetIds') ?? get(bench.provider('vpc'), 'subnetIds'),
  };
}

function tracingOf(tracing: Value | undefined): Material {
  if (tracing === undefined) return undefined;
  const flag = flagOf(tracing);
  if (flag === false) return undefined;
  return { Mode: flag === true ? 'Active' : tracing };
}

function loggingOf(logs: Value | undefined): Material {
  if (logs === undefined || !isMap(logs)) return undefined;
  return {
    LogFormat: get(logs, 'logFormat'),
    ApplicationLogLevel: get(logs, 'applicationLogLevel'),
    SystemLogLevel: get(logs, 'systemLogLevel'),
    LogGroup: get(logs, 'logGroup'),
  };
}

function tagsOf(owner: ServiceFunction, bench: Bench): Material {
  const tags = new Map([...entriesOf(bench.provider('tags')), ...entriesOf(owner.get('tags'))]);
  return tags.size === 0 ? undefined : [...tags].map(([Key, Value]) => ({ Key, Value }));
}

function draftLogGroup(owner: ServiceFunction, bench: Bench): void {
  if (flagOf(owner.get('disableLogs')) === true) return;
  if ((owner.get('logs', 'logGroup') ?? bench.provider('logs', 'lambda', 'logGroup')) !== undefined) return;
  bench.add(
    `${functionPart(owner.key)}LogGroup`,
    'AWS::Logs::LogGroup',
    {
      LogGroupName: textValue(['/aws/lambda/', owner.name], owner.cause.keyRange),
      RetentionInDays: owner.get('logRetentionInDays') ?? bench.provider('logRetentionInDays'),
      DataProtectionPolicy: owner.get('logDataProtectionPolicy') ?? bench.provider('logDataProtectionPolicy'),
    },
    { ...owner.cause, by: 'function logs' },
  );
}

/** `provisionedConcurrency` publishes a version, and an alias that triggers then name. */
function draftAlias(owner: ServiceFunction, bench: Bench): void {
  const provisioned = owner.get('provisionedConcurrency');
  const part = functionPart(owner.key);
  const name = functionId(owner.key);
  if (provisioned === undefined || asMap(provisioned) !== undefined) return;
  const cause = { ...owner.cause, by: 'provisionedConcurrency' };
  const make = bench.makeAt(provisioned.origin);
  bench.add(`${part}LambdaVersion`, 'AWS::Lambda::Version', { FunctionName: make.ref(name) }, cause);
  bench.add(
    `${part}ProvConcLambdaAlias`,
    'AWS::Lambda::Alias',
    {
      FunctionName: make.ref(name),
      FunctionVersion: make.ref(`${part}LambdaVersion`, 'Version'),
      Name: 'provisioned',
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: provisioned },
    },
    cause,
  );
}

/** What the framework adds to the role because of the settings of a function. */
function allowOwnNeeds(
  owner: ServiceFunction,
  key: Value | undefined,
  fileSystem: Value | undefined,
  bench: Bench,
): void {
  const allow = (at: Value, action: readonly string[], resource: Material): void => {
    const make = bench.makeAt(at.origin);
    bench.allow(owner, make.of({ Effect: 'Allow', Action: action, Resource: resource }));
  };
  const onError = owner.get('onError');
  if (onError !== undefined) allow(onError, ['sns:Publish'], onError);
  const tracing = owner.get('tracing') ?? bench.provider('tracing', 'lambda');
  if (tracing !== undefined && flagOf(tracing) !== false) {
    allow(tracing, ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']);
  }
  if (key !== undefined) allow(key, ['kms:Decrypt'], itemsOf(key));
  if (fileSystem !== undefined) {
    allow(fileSystem, ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], [get(fileSystem, 'arn')]);
  }
}
