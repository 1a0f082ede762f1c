import { privateStores } from '../../estate/network/private-stores.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'function-outside-vpc',
  title: 'The function is not in a private network',
  area: 'network',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [5],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [668],
    fsbp: ['Lambda.3'],
    checkov: ['CKV_AWS_117'],
    cfn_nag: ['W89'],
    prowler: ['awslambda_function_inside_vpc'],
    cdk_nag: ['LambdaInsideVPC'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const { vpc } = subject.facet;
    if (vpc.open !== undefined) return open('VPC configuration of the function', vpc.open, estate);
    if (vpc.present) return pass;
    const stores = new Set(privateStores(estate).map((store) => store.node.id));
    const named = estate.edgesFrom(subject.id, 'references', 'reads', 'writes').find((edge) => stores.has(edge.to));
    const store = named === undefined ? undefined : estate.nodes.get(named.to);
    if (named === undefined || store === undefined) {
      return fail(
        subject.keyRange,
        `${subject.name} is in no VPC. It names nothing that stands in one, so it needs none.`,
        {
          fix: { summary: 'leave it so, unless it has to reach a private resource' },
        },
      );
    }
    return fail(
      subject.keyRange,
      `${subject.name} names ${store.name}, which stands in a VPC, but is not in it: the call fails, or goes over a public address.`,
      {
        severity: 'low',
        confidence: 'medium',
        evidence: [{ at: named.at, message: named.note ?? `${subject.name} names ${store.name}` }],
        fix: { summary: 'add VpcConfig with private subnets and a security group of the function' },
      },
    );
  },
});
