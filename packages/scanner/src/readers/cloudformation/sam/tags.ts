import { asMap, type Value } from '@leastwise/model';
import type { Draft, SamResource } from './workbench.ts';
import { flagOf, isSet } from './read-value.ts';
import type { Maker } from './made.ts';

/** A SAM tag map as the list that CloudFormation takes, after the tags that SAM itself adds. */
export function tagList(
  make: Maker,
  tags: Value | undefined,
  added: Readonly<Record<string, string | Value>> = {},
): Value | undefined {
  const own = Object.entries(added).map(([key, value]) => make.of({ Key: key, Value: value }));
  if (tags === undefined) return own.length === 0 ? undefined : make.of(own);
  const map = asMap(tags);
  if (map === undefined) return own.length === 0 ? tags : make.of([...own, tags]);
  const at = make.at(tags.origin);
  const written = [...map].map(([key, value]) => at.of({ Key: key, Value: value.kind === 'absent' ? '' : value }));
  return at.of([...own, ...written]);
}

const asMapOfTags = new Set(['AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Stage', 'AWS::ApiGatewayV2::DomainName']);

/** The types whose tags are set; those of events and permissions take none. */
const asListOfTags = new Set([
  'AWS::Lambda::Function',
  'AWS::IAM::Role',
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::DynamoDB::Table',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Stage',
  'AWS::ApiGateway::DomainName',
  'AWS::ApiGateway::DomainNameV2',
  'AWS::ApiGateway::UsagePlan',
  'AWS::ApiGateway::ApiKey',
  'AWS::ApiGateway::DomainNameAccessAssociation',
  'AWS::StepFunctions::StateMachine',
  'AWS::IoT::TopicRule',
  'AWS::AppSync::GraphQLApi',
]);

/** The tags that a resource puts on everything it makes or changes, when it does. */
export function propagatedTags(owner: SamResource): Value | undefined {
  const tags = owner.properties.get('Tags');
  return isSet(tags) && flagOf(owner.properties.get('PropagateTags')) === true ? tagList(owner.make, tags) : undefined;
}

/** With `PropagateTags`, what a resource generates gets its tags in place of those of SAM. */
export function propagateTags(drafts: Iterable<Draft>, tags: Value | undefined, propagate: Value | undefined): void {
  if (!isSet(tags) || flagOf(propagate) !== true) return;
  for (const draft of drafts) {
    if (asMapOfTags.has(draft.type)) draft.properties.set('Tags', tags);
    else if (asListOfTags.has(draft.type)) {
      const list = tagList(draft.owner.make, tags);
      if (list !== undefined) draft.properties.set('Tags', list);
    }
  }
}
