import { asMap, asText, describe, member, type SourceTree, type TemplateResource, type Value } from '@leastwise/model';
import { assetIn } from './assets.ts';
import type { AssemblyStack } from './assembly.ts';
import { constructOrigin } from './construct-origin.ts';

/** Where a resource names an uploaded file by its content hash. */
const ASSET_PROPERTIES: readonly (readonly [type: string, property: string, path: readonly string[]])[] = [
  ['AWS::Lambda::Function', 'Code', ['Code', 'S3Key']],
  ['AWS::Lambda::Function', 'Code.ImageUri', ['Code', 'ImageUri']],
  ['AWS::Lambda::LayerVersion', 'Content', ['Content', 'S3Key']],
  ['AWS::StepFunctions::StateMachine', 'DefinitionS3Location', ['DefinitionS3Location', 'Key']],
  ['AWS::ApiGateway::RestApi', 'BodyS3Location', ['BodyS3Location', 'Key']],
];

/** Adds to a resource what only the assembly knows: its construct, the place in the program, the local copy of its code. */
export function completeResource(
  resource: TemplateResource,
  stack: AssemblyStack,
  isRoot: boolean,
  application: string,
  tree: SourceTree,
): TemplateResource {
  const metadata = resource.metadata;
  const written = metadata === undefined ? undefined : asText(member(metadata, 'aws:cdk:path'));
  const construct = isRoot ? stack.constructs.get(resource.logicalId) : stack.constructsByPath.get(written ?? '');
  const constructPath = written ?? construct?.path;
  const origin = construct === undefined ? undefined : constructOrigin(construct.trace, application, tree);
  const asset = assetMetadata(resource, stack);
  return {
    ...resource,
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(origin === undefined ? {} : { constructOrigin: origin }),
    ...(asset === undefined ? {} : { metadata: asset }),
  };
}

/** The metadata that `cdk` writes beside assets when it is not told otherwise. */
function assetMetadata(resource: TemplateResource, stack: AssemblyStack): Value | undefined {
  const present = resource.metadata === undefined ? undefined : asMap(resource.metadata);
  if (present?.has('aws:asset:path') === true || stack.assets.size === 0) return undefined;
  for (const [type, property, path] of ASSET_PROPERTIES) {
    if (type !== resource.type) continue;
    const key = member(resource.properties, ...path);
    const asset = key.kind === 'known' || key.kind === 'text' ? assetIn(describe(key), stack.assets) : undefined;
    if (asset === undefined) continue;
    const text = (value: string): Value => ({ kind: 'known', value, origin: key.origin });
    const value = new Map([
      ...(present ?? []),
      ['aws:asset:path', text(relativeTo(stack.template, asset.path))],
      ['aws:asset:property', text(property)],
    ]);
    return { kind: 'known', value, origin: resource.metadata?.origin ?? key.origin };
  }
  return undefined;
}

/** A path from the root as one written in `file`. */
export function relativeTo(file: string, path: string): string {
  const from = file.split('/').slice(0, -1);
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
