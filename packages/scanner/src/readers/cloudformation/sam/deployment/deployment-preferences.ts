import { asMap, asText, type Value } from '@leastwise/model';
import { managedPolicy } from '../policies/managed-policy.ts';
import { trustService } from '../policies/statements.ts';
import { flagOf, get, isSet, itemsOf } from '../read-value.ts';
import { tagList } from '../tags.ts';
import type { SamResource, Workbench } from '../workbench.ts';

const noteKey = 'deployment-preferences';
const application = 'ServerlessDeploymentApplication';
const serviceRole = 'CodeDeployServiceRole';

interface Preference {
  readonly owner: SamResource;
  readonly value: Value;
  readonly tags: Value | undefined;
}

/** `DeploymentPreference`: remembered until every function is read, since all share one CodeDeploy application. */
export function noteDeploymentPreference(owner: SamResource, bench: Workbench): void {
  const value = owner.properties.get('DeploymentPreference');
  if (!isSet(value)) return;
  const enabled = get(value, 'Enabled');
  if (enabled !== undefined && flagOf(enabled) === false) return;
  if (get(value, 'Type') === undefined && asMap(value) !== undefined) {
    bench.invalid(
      value.origin,
      `DeploymentPreference of ${owner.logicalId} has no Type.`,
      'Write a type such as AllAtOnce.',
    );
    return;
  }
  if (!isSet(owner.properties.get('AutoPublishAlias'))) {
    bench.invalid(
      value.origin,
      `DeploymentPreference of ${owner.logicalId} needs AutoPublishAlias.`,
      'Name an alias with AutoPublishAlias.',
    );
    return;
  }
  const passed = get(value, 'PassthroughCondition');
  if (passed?.kind === 'known' && typeof passed.value === 'object') {
    bench.invalid(
      passed.origin,
      `PassthroughCondition of ${owner.logicalId} is neither true nor false.`,
      'Write true or false.',
    );
  }
  const tags = flagOf(owner.properties.get('PropagateTags')) === true ? owner.properties.get('Tags') : undefined;
  const known = (bench.notes.get(noteKey) ?? []) as readonly Preference[];
  bench.notes.set(noteKey, [...known, { owner, value, tags: isSet(tags) ? tags : undefined }]);
}

/** The CodeDeploy application, its role, and one deployment group a function. */
export function draftDeployments(bench: Workbench): void {
  const preferences = (bench.notes.get(noteKey) ?? []) as readonly Preference[];
  const [first] = preferences;
  if (first === undefined) return;
  const make = bench.makeAt(first.value.origin);
  const tags = mergedTags(preferences, bench);
  bench.draft(
    first.owner,
    application,
    'AWS::CodeDeploy::Application',
    { ComputePlatform: 'Lambda', Tags: tags },
    { make },
  );
  if (preferences.some(({ value }) => !isSet(get(value, 'Role')))) {
    bench.draft(
      first.owner,
      serviceRole,
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: trustService(make, 'codedeploy.amazonaws.com'),
        ManagedPolicyArns: [managedPolicy(make, 'service-role/AWSCodeDeployRoleForLambda')],
        Tags: tags,
      },
      { make },
    );
  }
  for (const preference of preferences) draftGroup(preference, bench);
}

function draftGroup({ owner, value, tags }: Preference, bench: Workbench): void {
  const make = bench.makeAt(value.origin);
  const alarms = get(value, 'Alarms');
  const role = get(value, 'Role');
  const triggers = get(value, 'TriggerConfigurations');
  if (isSet(alarms) && alarms.kind === 'known' && !Array.isArray(alarms.value)) {
    bench.invalid(
      alarms.origin,
      `Alarms of the DeploymentPreference of ${owner.logicalId} is no list.`,
      'Write a list.',
    );
  }
  bench.draft(
    owner,
    `${owner.logicalId}DeploymentGroup`,
    'AWS::CodeDeploy::DeploymentGroup',
    {
      AlarmConfiguration: isSet(alarms)
        ? { Enabled: true, Alarms: itemsOf(alarms).map((alarm) => ({ Name: alarm })) }
        : alarms === undefined
          ? undefined
          : {},
      ApplicationName: make.ref(application),
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
      },
      DeploymentConfigName: configName(get(value, 'Type'), bench),
      DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
      ServiceRoleArn: isSet(role) ? role : make.ref(serviceRole, 'Arn'),
      TriggerConfigurations: isSet(triggers) ? triggers : undefined,
      Tags: tagList(make, tags),
    },
    { make },
  );
}

const predefined =
  /^(?:Canary10Percent(?:5|10|15|30)Minutes|Linear10PercentEvery(?:1Minute|(?:2|3|10)Minutes)|AllAtOnce)$/;

function configName(type: Value | undefined, bench: Workbench): Value | undefined {
  if (type === undefined || !predefined.test(asText(type) ?? '')) return type;
  return bench.makeAt(type.origin).sub('CodeDeployDefault.Lambda${type}', { type });
}

function mergedTags(preferences: readonly Preference[], bench: Workbench): Value | undefined {
  const merged = new Map<string, Value>();
  let origin: Value['origin'] | undefined;
  for (const { tags } of preferences) {
    for (const [key, value] of (tags === undefined ? undefined : asMap(tags)) ?? []) merged.set(key, value);
    origin ??= tags?.origin;
  }
  return origin === undefined ? undefined : tagList(bench.makeAt(origin), { kind: 'known', value: merged, origin });
}
