import { asText, settled, type FixIntent, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { definePropertyCheck, somebody } from '../property-check.ts';
import { added, addResource, reference, set } from '../fix-intents.ts';

export default definePropertyCheck({
  name: 'table-without-scaling',
  title: 'Capacity of the table does not follow demand',
  area: 'storage',
  subjects: ['table'],
  severity: 'info',
  since: '0.1.0',
  rows: [97],
  mappings: {
    owasp: ['SAS-8'],
    csa: ['CSA-8'],
    cwe: [400],
    fsbp: ['DynamoDB.1'],
    checkov: ['CKV2_AWS_16'],
    kics: ['cfn:c333e906'],
    cfn_nag: ['W73'],
    prowler: ['dynamodb_table_autoscaling_enabled'],
    cdk_nag: ['DynamoDBAutoScalingEnabled'],
  },
  fix: 'review',
  property: 'BillingMode',
  look: (table, estate) => {
    // A global table writes its scaling itself, and CloudFormation insists on it.
    if (table.type === 'AWS::DynamoDB::GlobalTable') return undefined;
    const mode = settled(table.facet.billing);
    if (mode === undefined) return { sees: 'open', value: table.facet.billing };
    return mode === 'PAY_PER_REQUEST' ? { sees: 'good' } : somebody(table, isScaled(table, estate));
  },
  message: (name) => `${name} has a fixed capacity: more demand is refused, less is paid for all the same.`,
  remedy: 'set BillingMode: PAY_PER_REQUEST, or add scalable targets for reading and writing',
  edit: (table) => {
    const { provisioned } = table.facet;
    if (!provisioned.present) return [set(table, 'billing', 'PAY_PER_REQUEST')];
    // Capacity that is written is bounded below by itself, and grows tenfold at most.
    return [
      ...scaling(table, 'Read', settled(provisioned.read) ?? 1),
      ...scaling(table, 'Write', settled(provisioned.write) ?? 1),
    ];
  },
});

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.CLI.html */
function scaling(table: NodeOf<'table'>, what: 'Read' | 'Write', units: number): readonly FixIntent[] {
  return [
    addResource(table, `${what}Capacity`, 'AWS::ApplicationAutoScaling::ScalableTarget', {
      ResourceId: { $text: ['table/', reference(table)] },
      ScalableDimension: `dynamodb:table:${what}CapacityUnits`,
      ServiceNamespace: 'dynamodb',
      MinCapacity: units,
      MaxCapacity: units * 10,
    }),
    addResource(table, `${what}Scaling`, 'AWS::ApplicationAutoScaling::ScalingPolicy', {
      PolicyName: `${what.toLowerCase()}-scaling`,
      PolicyType: 'TargetTrackingScaling',
      ScalingTargetId: added(`${what}Capacity`),
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 70,
        PredefinedMetricSpecification: { PredefinedMetricType: `DynamoDB${what}CapacityUtilization` },
      },
    }),
  ];
}

function isScaled(table: NodeOf<'table'>, estate: Estate): boolean {
  return estate
    .of('scaling-target')
    .some(({ facet }) => estate.resolve(facet.resource)?.id === table.id || isNamed(facet.resource, table));
}

/** `table/orders`. */
function isNamed(resource: Value, table: NodeOf<'table'>): boolean {
  const name = settled(table.facet.name);
  return name !== undefined && asText(resource) === `table/${name}`;
}
