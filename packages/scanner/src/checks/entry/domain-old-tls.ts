import { settled, type Value } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'domain-old-tls',
  title: 'Custom domain takes old versions of TLS',
  area: 'entry',
  subjects: ['domain-name', 'distribution'],
  severity: 'medium',
  since: '0.1.0',
  rows: [46],
  mappings: {
    owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [326, 327], fsbp: ['APIGateway.11', 'CloudFront.15'],
    checkov: ['CKV_AWS_206'],
    kics: ['cfn:8275fab0', 'tf:4e1cc5d3'],
    cfn_nag: ['W62'],
    trivy: ['AWS-0005', 'AWS-0112'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    if (subject.kind === 'distribution') {
      const { certificate, aliases } = subject.facet;
      // Without a certificate of its own a distribution has the address of CloudFront, whose policy nobody can change.
      if (!certificate.present || settled(certificate.cloudfrontDefault) === true || (aliases.items.length === 0 && certificate.acm.kind === 'absent')) return pass;
      return judge(certificate.minimumProtocol, 'MinimumProtocolVersion', /^(SSLv3|TLSv1|TLSv1_2016|TLSv1\.1_2016)$/);
    }
    const { configurations, securityPolicy } = subject.facet;
    const [configuration] = configurations.items;
    if (configuration !== undefined) return judge(configuration.securityPolicy, 'SecurityPolicy', /^TLS_1_0$/);
    if (configurations.open !== undefined) return open('DomainNameConfigurations', configurations.open, estate);
    if (securityPolicy.kind === 'absent') {
      return fail(subject.keyRange, `Domain ${subject.name} names no security policy, so no minimum version of TLS is held.`, { severity: 'low', fix: { summary: 'set SecurityPolicy: TLS_1_2' } });
    }
    return judge(securityPolicy, 'SecurityPolicy', /^TLS_1_0$/);

    function judge(value: Value<string>, what: string, old: RegExp) {
      const written = settled(value);
      if (written === undefined) return open(what, value, estate);
      if (!old.test(written)) return pass;
      return fail(value.origin, `${subject.name} takes connections with TLS 1.0.`, { fix: { summary: what === 'SecurityPolicy' ? 'set SecurityPolicy: TLS_1_2' : 'set MinimumProtocolVersion: TLSv1.2_2021' } });
    }
  },
});
