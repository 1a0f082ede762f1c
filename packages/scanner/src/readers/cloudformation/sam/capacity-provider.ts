import { asMap } from '@leastwise/model';
import { managedPolicy } from './policies/managed-policy.ts';
import { trustService } from './policies/statements.ts';
import { flagOf, get, isSet } from './read-value.ts';
import { tagList } from './tags.ts';
import type { SamResource, Workbench } from './workbench.ts';

const createdBy = { 'lambda:createdBy': 'SAM' };

/** `AWS::Serverless::CapacityProvider`: instances that functions run on, and the role that manages them. */
export function desugarCapacityProvider(owner: SamResource, bench: Workbench): void {
  const { properties, logicalId, make } = owner;
  checkCapacityProvider(owner, bench);
  const [network, scaling, needs] = ['VpcConfig', 'ScalingConfig', 'InstanceRequirements'].map((name) =>
    properties.get(name),
  );
  const given = properties.get('OperatorRole');
  const tags = properties.get('Tags');
  const spreads = flagOf(properties.get('PropagateTags')) === true;
  if (!isSet(given)) {
    bench.draft(owner, `${logicalId}OperatorRole`, 'AWS::IAM::Role', {
      AssumeRolePolicyDocument: trustService(make, 'lambda.amazonaws.com'),
      ManagedPolicyArns: [managedPolicy(make, 'AWSLambdaManagedEC2ResourceOperator')],
      Tags: tagList(make, spreads ? tags : undefined, createdBy),
    });
  }
  const utilization = get(scaling, 'AverageCPUUtilization');
  const at = scaling === undefined ? make : bench.makeAt(scaling.origin);
  bench.draft(owner, logicalId, 'AWS::Lambda::CapacityProvider', {
    CapacityProviderName: properties.get('CapacityProviderName'),
    VpcConfig: isSet(network)
      ? bench
          .makeAt(network.origin)
          .of({ SubnetIds: get(network, 'SubnetIds'), SecurityGroupIds: get(network, 'SecurityGroupIds') })
      : undefined,
    PermissionsConfig: {
      CapacityProviderOperatorRoleArn: isSet(given) ? given : make.ref(`${logicalId}OperatorRole`, 'Arn'),
    },
    Tags: tagList(make, tags, createdBy),
    InstanceRequirements: isSet(needs)
      ? bench.makeAt(needs.origin).of({
          Architectures: get(needs, 'Architectures'),
          AllowedInstanceTypes: get(needs, 'AllowedTypes'),
          ExcludedInstanceTypes: get(needs, 'ExcludedTypes'),
        })
      : undefined,
    CapacityProviderScalingConfig: isSet(scaling)
      ? at.of({
          MaxVCpuCount: get(scaling, 'MaxVCpuCount'),
          ScalingMode: utilization === undefined ? 'Auto' : 'Manual',
          ScalingPolicies:
            utilization === undefined
              ? undefined
              : [{ PredefinedMetricType: 'LambdaCapacityProviderAverageCPUUtilization', TargetValue: utilization }],
        })
      : undefined,
    KmsKeyArn: properties.get('KmsKeyArn'),
  });
}

function checkCapacityProvider({ properties, logicalId, resource }: SamResource, bench: Workbench): void {
  const network = properties.get('VpcConfig');
  if (network === undefined || (asMap(network) !== undefined && get(network, 'SubnetIds') === undefined)) {
    bench.invalid(
      network?.origin ?? resource.keyRange,
      `${logicalId} needs a VpcConfig with SubnetIds.`,
      'Name the subnets.',
    );
  }
  const needs = properties.get('InstanceRequirements');
  if (get(needs, 'AllowedTypes') !== undefined && get(needs, 'ExcludedTypes') !== undefined) {
    bench.invalid(
      needs?.origin ?? resource.keyRange,
      `${logicalId} both allows and excludes instance types.`,
      'Write one of them.',
    );
  }
}
