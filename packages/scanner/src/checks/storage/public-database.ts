import { isAbsent, settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'public-database',
  title: 'Database has an address on the internet',
  area: 'storage',
  subjects: ['database-instance', 'database-cluster', 'warehouse'],
  severity: 'high',
  since: '0.1.0',
  rows: [],
  ...mappingsByKind(
    { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [284], attack: ['T1190'] },
    {
      'database-instance': { fsbp: ['RDS.2'], checkov: ['CKV_AWS_17'] },
      'database-cluster': { fsbp: ['RDS.2'] },
      warehouse: { fsbp: ['Redshift.1'], checkov: ['CKV_AWS_87'] },
    },
  ),
  fix: 'review',
  evaluate(subject, { estate }) {
    const { publiclyAccessible } = subject.facet;
    const on = settled(publiclyAccessible);
    if (on === true) {
      return fail(
        publiclyAccessible.origin,
        `${subject.name} has a public address: everyone may try passwords and flaws of the server, as far as its security groups let them.`,
        {
          fix: {
            summary: 'set PubliclyAccessible: false and reach it from inside of the VPC',
            edit: [set(subject, 'publiclyAccessible', false)],
          },
        },
      );
    }
    if (on === false) return pass;
    if (!isAbsent(publiclyAccessible)) return open(`PubliclyAccessible of ${subject.name}`, publiclyAccessible, estate);
    // Without the property it hangs on the subnets: private unless they are those of the default VPC.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
    const placed =
      subject.kind !== 'database-instance' || !isAbsent(subject.facet.subnetGroup) || !isAbsent(subject.facet.cluster);
    if (placed) return pass;
    return {
      result: 'unknown',
      at: subject.keyRange,
      what: `whether ${subject.name} has a public address`,
      why: 'Without PubliclyAccessible and DBSubnetGroupName it is public where the default VPC has an internet gateway.',
      settleWith: 'PubliclyAccessible: false',
    };
  },
});
