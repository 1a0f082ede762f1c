import { asText, type Value } from '@leastwise/model';
import { storedLocation } from '../code-location.ts';
import type { Material } from '../made.ts';
import { get, isSet } from '../read-value.ts';
import { tagList } from '../tags.ts';
import type { SamResource, Workbench } from '../workbench.ts';

/** Properties that `AWS::Lambda::Function` has under the same name and with the same meaning. */
const shared = `FunctionName Handler Runtime Description MemorySize Timeout VpcConfig Role Environment KmsKeyArn
  ReservedConcurrentExecutions Layers FileSystemConfigs ImageConfig PackageType Architectures SnapStart EphemeralStorage
  CodeSigningConfigArn RuntimeManagementConfig LoggingConfig TenancyConfig RecursiveLoop DurableConfig FunctionScalingConfig
  PublishToLatestPublished`.split(/\s+/);

export function functionProperties(owner: SamResource, bench: Workbench): Record<string, Material> {
  const { properties, make } = owner;
  const own: Record<string, Material> = {};
  for (const name of shared) own[name] = properties.get(name);
  own['Code'] = codeOf(owner, bench);
  own['Tags'] = tagList(make, properties.get('Tags'), { 'lambda:createdBy': 'SAM' });
  const tracing = properties.get('Tracing');
  if (isSet(tracing) && asText(tracing) !== 'Disabled')
    own['TracingConfig'] = bench.makeAt(tracing.origin).of({ Mode: tracing });
  const letters = properties.get('DeadLetterQueue');
  const target = get(letters, 'TargetArn');
  if (letters !== undefined && target !== undefined) {
    own['DeadLetterConfig'] = bench.makeAt(letters.origin).of({ TargetArn: target });
  }
  const provider = properties.get('CapacityProviderConfig');
  if (isSet(provider)) {
    own['CapacityProviderConfig'] = bench.makeAt(provider.origin).of({
      LambdaManagedInstancesCapacityProviderConfig: {
        CapacityProviderArn: get(provider, 'Arn'),
        PerExecutionEnvironmentMaxConcurrency: get(provider, 'PerExecutionEnvironmentMaxConcurrency'),
        ExecutionEnvironmentMemoryGiBPerVCpu: get(provider, 'ExecutionEnvironmentMemoryGiBPerVCpu'),
      },
    });
  }
  const digest = properties.get('AutoPublishCodeSha256');
  if (digest !== undefined && isSet(properties.get('AutoPublishAlias'))) {
    const description = properties.get('Description');
    own['Description'] = isSet(description) ? make.sub('${text} ${digest}', { text: description, digest }) : digest;
  }
  return own;
}

/**
 * `Code` of the function. A path in the tree stays a text, as `aws cloudformation package` takes it, so that the code can
 * be found.
 */
function codeOf(owner: SamResource, bench: Workbench): Value | undefined {
  const { properties } = owner;
  const isImage = asText(properties.get('PackageType') ?? owner.make.of('Zip')) === 'Image';
  const image = properties.get('ImageUri');
  if (isImage) return image === undefined ? undefined : bench.makeAt(image.origin).of({ ImageUri: image });
  const inline = properties.get('InlineCode');
  const key = properties.get('SourceKMSKeyArn');
  if (inline !== undefined) return bench.makeAt(inline.origin).of({ ZipFile: inline, SourceKMSKeyArn: key });
  const location = properties.get('CodeUri');
  // Packaging takes the folder of the template when nothing is said.
  if (location === undefined) return owner.make.of('.');
  const make = bench.makeAt(location.origin);
  const stored = storedLocation(make, location, 'S3');
  return stored === undefined ? location : make.of({ ...stored, SourceKMSKeyArn: key });
}
