import { asMap, type Value } from '@leastwise/model';
import { get, isSet } from './read-value.ts';
import { tagList } from './tags.ts';
import type { SamResource, Workbench } from './workbench.ts';

/**
 * `AWS::Serverless::Application`: a nested stack. A local template is named in `TemplateURL`, as
 * `aws cloudformation package` takes it; one of the Serverless Application Repository has no template here.
 */
export function desugarApplication(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, make, resource } = owner;
  const location = properties.get('Location');
  if (location === undefined)
    bench.invalid(resource.keyRange, `${logicalId} has no Location.`, 'Name a template or an application.');
  const isListed = location !== undefined && asMap(location) !== undefined;
  const [id, version] = [get(location, 'ApplicationId'), get(location, 'SemanticVersion')];
  if (isListed && (!isSet(id) || !isSet(version))) {
    bench.invalid(location.origin, `Location of ${logicalId} needs ApplicationId and SemanticVersion.`, 'Write both.');
  }
  if (id?.kind === 'unknown' && id.cause === 'dynamic-reference') {
    bench.note(
      id.origin,
      `ApplicationId of ${logicalId} is a dynamic reference, which SAM refuses.`,
      'Write the ARN, or pass it as a parameter.',
    );
  }
  const added: Record<string, string | Value> = { 'lambda:createdBy': 'SAM' };
  if (isListed && id !== undefined) added['serverlessrepo:applicationId'] = id;
  if (isListed && version !== undefined) added['serverlessrepo:semanticVersion'] = version;
  bench.draft(owner, logicalId, 'AWS::CloudFormation::Stack', {
    TemplateURL: isListed ? properties.get('TemplateUrl') : (properties.get('TemplateUrl') ?? location),
    Parameters: properties.get('Parameters'),
    NotificationARNs: properties.get('NotificationARNs'),
    TimeoutInMinutes: properties.get('TimeoutInMinutes'),
    Tags: tagList(make, properties.get('Tags'), added),
  });
}
