import { isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import { draftPermission, missing, type EventTarget, type SamEvent } from './event.ts';

/** `AlexaSkill`: a permission for Alexa, for one skill when it is named. */
export function draftAlexaSkill(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const token = event.get('SkillId');
  draftPermission(event, target, 'alexa-appkit.amazon.com', token === undefined ? {} : { token }, bench);
}

/** `IoTRule`: a topic rule and its permission. */
export function draftIotRule(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const { make, logicalId } = event;
  if (event.get('Sql') === undefined) missing(event, 'Sql', bench);
  const pattern = 'arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}';
  const source = { arn: make.sub(pattern, { RuleName: make.ref(logicalId) }), account: make.pseudo('AWS::AccountId') };
  draftPermission(event, target, 'iot.amazonaws.com', source, bench);
  const version = event.get('AwsIotSqlVersion');
  bench.draft(
    target.owner,
    logicalId,
    'AWS::IoT::TopicRule',
    {
      TopicRulePayload: {
        Sql: event.get('Sql'),
        RuleDisabled: false,
        Actions: [{ Lambda: { FunctionArn: target.arn } }],
        AwsIotSqlVersion: isSet(version) ? version : undefined,
      },
    },
    { make },
  );
}

/** `CloudWatchLogs`: a subscription filter and its permission. */
export function draftLogEvent(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const { make, logicalId } = event;
  const group = event.get('LogGroupName');
  if (group === undefined) return missing(event, 'LogGroupName', bench);
  if (event.get('FilterPattern') === undefined) missing(event, 'FilterPattern', bench);
  const pattern = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${group}:*';
  const permission = draftPermission(event, target, 'logs.amazonaws.com', { arn: make.sub(pattern, { group }) }, bench);
  bench.draft(
    target.owner,
    logicalId,
    'AWS::Logs::SubscriptionFilter',
    { LogGroupName: group, FilterPattern: event.get('FilterPattern'), DestinationArn: target.arn },
    { make, dependsOn: [permission.logicalId] },
  );
}
