import { asMap, asText, type Value } from '@leastwise/model';
import type { Material } from '../made.ts';
import { managedPolicy } from '../policies/managed-policy.ts';
import { trustService } from '../policies/statements.ts';
import { flagOf, get, isSet } from '../read-value.ts';
import { draftRole } from '../role.ts';
import { propagateTags, tagList } from '../tags.ts';
import type { Draft, SamResource, Workbench } from '../workbench.ts';
import { definitionOf } from './definition.ts';
import { draftStateMachineEvents } from './state-machine-events.ts';

/** `AWS::Serverless::StateMachine`: the state machine, its role, alias and events. */
export function desugarStateMachine(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, make } = owner;
  checkStateMachine(owner, bench);
  const tags = tagList(make, properties.get('Tags'), { 'stateMachine:createdBy': 'SAM' });
  const role = properties.get('Role');
  const substitutions = properties.get('DefinitionSubstitutions');
  const machine = bench.draft(owner, logicalId, 'AWS::StepFunctions::StateMachine', {
    ...definitionOf(owner, bench),
    DefinitionSubstitutions: isSet(substitutions) ? substitutions : undefined,
    RoleArn: isSet(role) ? role : make.ref(`${logicalId}Role`, 'Arn'),
    StateMachineName: properties.get('Name'),
    StateMachineType: properties.get('Type'),
    LoggingConfiguration: properties.get('Logging'),
    TracingConfiguration: properties.get('Tracing'),
    Tags: tags,
  });
  if (!isSet(role)) {
    const tracing = get(properties.get('Tracing'), 'Enabled');
    const traces = tracing !== undefined && flagOf(tracing) === true;
    const managed = traces ? [managedPolicy(bench.makeAt(tracing.origin), 'AWSXrayWriteOnlyAccess')] : [];
    draftRole(owner, { trust: trustService(make, 'states.amazonaws.com'), managed, inline: [], tags }, bench);
  }
  const alias = draftAlias(owner, bench);
  const target = flagOf(properties.get('UseAliasAsEventTarget')) === true ? (alias ?? machine) : machine;
  draftStateMachineEvents(
    {
      owner,
      logicalId: target.logicalId,
      name: make.ref(target.logicalId),
      arn: make.ref(target.logicalId),
      role: undefined,
    },
    bench,
  );
  const made = bench.draftsOf(owner);
  propagateTags(made, properties.get('Tags'), properties.get('PropagateTags'));
}

function draftAlias(owner: SamResource, bench: Workbench): Draft | undefined {
  const { properties, logicalId, make, resource } = owner;
  const name = properties.get('AutoPublishAlias');
  const preference = properties.get('DeploymentPreference');
  if (!isSet(name)) {
    for (const property of ['DeploymentPreference', 'UseAliasAsEventTarget']) {
      const value = properties.get(property);
      if (isSet(value))
        bench.invalid(
          value.origin,
          `${property} of ${logicalId} needs AutoPublishAlias.`,
          'Name an alias with AutoPublishAlias.',
        );
    }
    return undefined;
  }
  const at = bench.makeAt(name.origin);
  const version = bench.draft(
    owner,
    `${logicalId}Version`,
    'AWS::StepFunctions::StateMachineVersion',
    { StateMachineArn: at.ref(logicalId), StateMachineRevisionId: at.ref(logicalId, 'StateMachineRevisionId') },
    { make: at, deletionPolicy: resource.deletionPolicy ?? make.of('Retain') },
  );
  const written = preference === undefined ? undefined : asMap(preference);
  const deployment: Material = {
    ...(written === undefined || written.size === 0 ? { Type: 'ALL_AT_ONCE' } : Object.fromEntries(written)),
    StateMachineVersionArn: at.ref(version.logicalId),
  };
  const described = { Name: name, DeploymentPreference: deployment };
  return bench.draft(
    owner,
    `${logicalId}Alias${asText(name) ?? ''}`,
    'AWS::StepFunctions::StateMachineAlias',
    described,
    { make: at },
  );
}

function checkStateMachine({ properties, logicalId, resource }: SamResource, bench: Workbench): void {
  const [definition, location] = [properties.get('Definition'), properties.get('DefinitionUri')];
  const wrong = (value: Value | undefined, message: string, hint: string): void =>
    bench.invalid(value?.origin ?? resource.keyRange, message, hint);
  if (isSet(definition) === isSet(location))
    wrong(location, `${logicalId} needs either Definition or DefinitionUri.`, 'Write one of them.');
  const role = properties.get('Role');
  if (isSet(role) && isSet(properties.get('Policies')))
    wrong(role, `${logicalId} has a Role, so its Policies are not used.`, 'Write one of them.');
}
