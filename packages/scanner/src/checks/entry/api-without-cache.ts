import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';

/** The peers' literal question. A cache costs money by the hour and may hand one user's answer to another: off is a fine default. */
export default defineCheck({
  name: 'api-without-cache',
  title: 'Stage keeps no answers',
  area: 'entry',
  subjects: ['rest-stage'],
  severity: 'info',
  since: '0.1.0',
  rows: [40],
  mappings: {
    owasp: ['SAS-8'],
    csa: ['CSA-8'],
    cwe: [400],
    checkov: ['CKV_AWS_120', 'CKV_AWS_225'],
    kics: ['cfn:52790cad', 'sam:60a05ede'],
    trivy: ['AWS-0002', 'AWS-0190', 'AWS-0110'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const { cacheCluster } = subject.facet;
    const on = settled(cacheCluster);
    const refused = subject.facet.methodSettings.items.find(
      (item) => settled(item.cached) === false && item.cached.kind !== 'absent',
    );
    if (on === undefined && refused !== undefined)
      return fail(refused.cached.origin, `Methods of stage ${subject.name} keep no answers.`, {
        fix: { summary: 'set CachingEnabled: true where answers are the same for everyone' },
      });
    if (on === undefined) return open('CacheClusterEnabled', cacheCluster, estate);
    if (on) return pass;
    return fail(
      cacheCluster.kind === 'absent' ? subject.keyRange : cacheCluster.origin,
      `Stage ${subject.name} keeps no answers.`,
      { fix: { summary: 'set CacheClusterEnabled: true where answers are the same for everyone' } },
    );
  },
});
