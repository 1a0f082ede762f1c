import { settled } from '@leastwise/model';
import { isReachedFromOutside } from '../../analyses/exposure/exposure.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'table-without-recovery',
  title: 'Table cannot be restored to a point in time',
  area: 'storage',
  subjects: ['table'],
  severity: 'low',
  since: '0.1.0',
  rows: [96],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [1188],
    fsbp: ['DynamoDB.2'],
    attack: ['T1485', 'T1490'],
    checkov: ['CKV_AWS_28', 'CKV_AWS_165'],
    kics: ['cfn:0f04217d', 'pulumi:327b0729', 'tf:741f1291'],
    cfn_nag: ['W78'],
    trivy: ['AWS-0024'],
    prowler: ['dynamodb_tables_pitr_enabled'],
    cdk_nag: ['DynamoDBPITREnabled'],
  },
  fix: 'safe',
  evaluate(subject, { estate, facts }) {
    const { replicas, timeToLive } = subject.facet;
    const switches =
      subject.type === 'AWS::DynamoDB::GlobalTable'
        ? replicas.items.map((replica) => replica.recovery)
        : [subject.facet.recovery];
    if (subject.type === 'AWS::DynamoDB::GlobalTable' && replicas.open !== undefined)
      return open(`the replicas of ${subject.name}`, replicas.open, estate);
    if (switches.some((value) => settled(value) === true)) return pass;
    const unknown = switches.find((value) => settled(value) === undefined);
    if (unknown !== undefined) return open(`PointInTimeRecoveryEnabled of ${subject.name}`, unknown, estate);
    const first = switches[0];
    // Items that expire by themselves are sessions, caches and locks, and so is a register of open connections; and where nobody from outside gets to a writer, nobody can be made to wipe it.
    const passing =
      settled(timeToLive) === true ||
      subject.facet.keys.items.some((key) => /^connection_?id$/i.test(settled(key.attribute) ?? ''));
    const lasting = !passing && isReachedFromOutside(facts.exposure.of(subject.id));
    return fail(
      first === undefined || first.kind === 'absent' ? subject.keyRange : first.origin,
      `What is deleted or overwritten in ${subject.name} is gone.`,
      {
        ...(lasting ? {} : { severity: 'info' as const }),
        fix: {
          summary: 'set PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }',
          edit:
            subject.type === 'AWS::DynamoDB::GlobalTable'
              ? replicas.items.map((_, index) => set(subject, `replicas.${index}.recovery`, true))
              : [set(subject, 'recovery', true)],
        },
      },
    );
  },
});
