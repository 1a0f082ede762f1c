import { asText } from '@leastwise/model';
import { draftFunctionEvents } from '../events/function-events.ts';
import type { EventTarget } from '../events/event.ts';
import { managedPolicy } from '../policies/managed-policy.ts';
import { trustService } from '../policies/statements.ts';
import { isSet } from '../read-value.ts';
import { draftRole } from '../role.ts';
import { propagateTags, tagList } from '../tags.ts';
import type { Draft, SamResource, Workbench } from '../workbench.ts';
import { checkFunction } from './check-function.ts';
import { deadLetterPolicy } from './dead-letter.ts';
import { noteDeploymentPreference } from '../deployment/deployment-preferences.ts';
import { draftEventInvokeConfig } from './event-invoke-config.ts';
import { draftFunctionUrl } from './function-url.ts';
import { functionProperties } from './function-properties.ts';
import { draftAlias } from './alias.ts';

/** `AWS::Serverless::Function`: the function, its role, alias, address, destinations and what its events need. */
export function desugarFunction(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, make } = owner;
  checkFunction(owner, bench);
  const lambda = bench.draft(owner, logicalId, 'AWS::Lambda::Function', functionProperties(owner, bench));
  const alias = draftAlias(owner, bench);
  draftFunctionUrl(owner, alias, bench);
  noteDeploymentPreference(owner, bench);
  const destinationPolicies = draftEventInvokeConfig(owner, alias, bench);
  let role: Draft | undefined;
  if (properties.get('Role') === undefined) {
    role = draftRole(
      owner,
      {
        trust: properties.get('AssumeRolePolicyDocument') ?? trustService(make, 'lambda.amazonaws.com'),
        managed: managedPolicies(owner, bench),
        inline: [...deadLetterPolicy(owner, bench), ...destinationPolicies],
        tags: tagList(make, properties.get('Tags'), { 'lambda:createdBy': 'SAM' }),
      },
      bench,
    );
    lambda.properties.set('Role', make.ref(role.logicalId, 'Arn'));
  }
  const target: EventTarget = {
    owner,
    logicalId: alias?.logicalId ?? logicalId,
    name: make.ref(alias?.logicalId ?? logicalId),
    arn: alias === undefined ? make.ref(logicalId, 'Arn') : make.ref(alias.logicalId),
    role,
  };
  draftFunctionEvents(target, bench);
  const made = bench.draftsOf(owner);
  propagateTags(made, properties.get('Tags'), properties.get('PropagateTags'));
}

function managedPolicies(owner: SamResource, bench: Workbench): ReturnType<typeof managedPolicy>[] {
  const { properties, make } = owner;
  const durable = properties.get('DurableConfig');
  const basic = isSet(durable) ? 'AWSLambdaBasicDurableExecutionRolePolicy' : 'AWSLambdaBasicExecutionRole';
  const policies = [managedPolicy(isSet(durable) ? bench.makeAt(durable.origin) : make, `service-role/${basic}`)];
  const tracing = properties.get('Tracing');
  if (isSet(tracing) && asText(tracing) !== 'Disabled') {
    policies.push(managedPolicy(bench.makeAt(tracing.origin), 'AWSXrayWriteOnlyAccess'));
  }
  const network = properties.get('VpcConfig');
  if (isSet(network))
    policies.push(managedPolicy(bench.makeAt(network.origin), 'service-role/AWSLambdaVPCAccessExecutionRole'));
  return policies;
}
