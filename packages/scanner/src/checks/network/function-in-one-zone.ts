import { asText, describe } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'function-in-one-zone',
  title: 'The function stands in one availability zone only',
  area: 'network',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [6],
  mappings: { owasp: ['SAS-8'], csa: ['CSA-8'], fsbp: ['Lambda.5'], prowler: ['awslambda_function_vpc_multi_az'] },
  fix: 'none',
  evaluate(subject, { estate }) {
    const { vpc } = subject.facet;
    if (vpc.open !== undefined) return open('VPC configuration of the function', vpc.open, estate);
    if (!vpc.present || (vpc.subnets.items.length === 0 && vpc.subnets.open === undefined)) return notApplicable;
    if (vpc.subnets.open !== undefined) return open('subnets of the function', vpc.subnets.open, estate);
    const single = vpc.subnets.items.length === 1 ? vpc.subnets.items[0] : undefined;
    // A lone parameter may hold a list of subnets.
    if (single?.kind === 'unknown') return open('subnets of the function', single, estate);
    const subnets = vpc.subnets.items.map((value) => estate.get(estate.resolve(value, 'subnet')?.id, 'subnet'));
    const zones = new Set(
      subnets.map((subnet) =>
        subnet === undefined || subnet.facet.zone.kind === 'absent' ? undefined : describe(subnet.facet.zone),
      ),
    );
    if (single === undefined && (zones.size > 1 || zones.has(undefined))) return pass;
    const where = single === undefined ? `zone ${[...zones][0] ?? ''}` : `subnet ${asText(single) ?? describe(single)}`;
    return fail(vpc.subnets.origin, `${subject.name} runs in ${where} alone and stops with it.`, {
      fix: { summary: 'add a subnet of a second availability zone' },
    });
  },
});
