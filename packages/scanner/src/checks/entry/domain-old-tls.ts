import { settled, type Value } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';
import { replace, set } from '../fix-intents.ts';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
const oldListenerPolicy = /^ELBSecurityPolicy-(2015-\d\d|2016-08|TLS-1-[01]-|FS-2018-06$|FS-1-1-|TLS13-1-[01]-)/;

export default defineCheck({
  name: 'domain-old-tls',
  title: 'Domain or listener takes old versions of TLS',
  area: 'entry',
  subjects: ['domain-name', 'distribution', 'listener'],
  severity: 'medium',
  since: '0.1.0',
  rows: [46, 185],
  ...mappingsByKind(
    { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [326, 327] },
    {
      'domain-name': {
        fsbp: ['APIGateway.11'],
        checkov: ['CKV_AWS_206'],
        kics: ['cfn:8275fab0', 'tf:4e1cc5d3'],
        cfn_nag: ['W62'],
        trivy: ['AWS-0005', 'AWS-0112'],
      },
      distribution: {
        fsbp: ['CloudFront.15'],
        checkov: ['CKV_AWS_174'],
        kics: ['cfn:dc17ee4b', 'tf:00e5e55e', 'xp:255b0fcc'],
        cfn_nag: ['W70'],
        trivy: ['AWS-0013'],
        prowler: ['cloudfront_distributions_using_deprecated_ssl_protocols'],
        cdk_nag: ['CloudFrontDistributionHttpsViewerNoOutdatedSSL'],
      },
      listener: { fsbp: ['ELB.17'], checkov: ['CKV_AWS_103'], trivy: ['AWS-0047'] },
    },
  ),
  fix: 'safe',
  evaluate(subject, { estate }) {
    if (subject.kind === 'listener') {
      const { protocol, sslPolicy, balancer } = subject.facet;
      const written = settled(protocol)?.toUpperCase();
      if (written === undefined && protocol.kind !== 'absent')
        return open('Protocol of the listener', protocol, estate);
      if (written !== 'HTTPS' && written !== 'TLS') return notApplicable;
      const policy = settled(sslPolicy);
      if (policy === undefined) return open('SslPolicy of the listener', sslPolicy, estate);
      if (!oldListenerPolicy.test(policy)) return pass;
      const owner = estate.get(estate.resolve(balancer, 'load-balancer')?.id, 'load-balancer');
      const internal = owner !== undefined && settled(owner.facet.scheme) === 'internal';
      const unwritten = sslPolicy.kind === 'absent';
      return fail(
        unwritten ? subject.keyRange : sslPolicy.origin,
        `${owner?.name ?? subject.name} takes connections with TLS 1.0 or 1.1: that is what ${policy} allows${unwritten ? ', the policy where none is named' : ''}.`,
        {
          severity: internal ? 'info' : 'low',
          fix: {
            summary: 'set SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06',
            edit: [set(subject, 'sslPolicy', 'ELBSecurityPolicy-TLS13-1-2-2021-06')],
          },
        },
      );
    }
    if (subject.kind === 'distribution') {
      const { certificate, aliases } = subject.facet;
      // Without a certificate of its own a distribution has the address of CloudFront, whose policy nobody can change.
      // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
      if (certificate.present && certificate.open !== undefined)
        return open('ViewerCertificate', certificate.open, estate);
      if (
        !certificate.present ||
        settled(certificate.cloudfrontDefault) === true ||
        (aliases.items.length === 0 && certificate.acm.kind === 'absent')
      ) {
        return fail(
          certificate.present ? certificate.origin : subject.keyRange,
          `Distribution ${subject.name} has the certificate and address of CloudFront, which take connections with TLS 1.0.`,
          {
            severity: 'info',
            fix: {
              kind: 'review',
              summary: 'give it a domain and a certificate of its own, and MinimumProtocolVersion: TLSv1.2_2021',
            },
          },
        );
      }
      return judge(certificate.minimumProtocol, 'MinimumProtocolVersion', /^(SSLv3|TLSv1|TLSv1_2016|TLSv1\.1_2016)$/);
    }
    const { configurations, securityPolicy } = subject.facet;
    const [configuration] = configurations.items;
    if (configuration !== undefined) return judge(configuration.securityPolicy, 'SecurityPolicy', /^TLS_1_0$/);
    if (configurations.open !== undefined) return open('DomainNameConfigurations', configurations.open, estate);
    if (securityPolicy.kind === 'absent') {
      return fail(
        subject.keyRange,
        `Domain ${subject.name} names no security policy: new ones get TLS_1_2, those made before keep what they had.`,
        {
          // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html#apigateway-security-policies-default
          severity: 'info',
          fix: { summary: 'set SecurityPolicy: TLS_1_2', edit: [set(subject, 'securityPolicy', 'TLS_1_2')] },
        },
      );
    }
    return judge(securityPolicy, 'SecurityPolicy', /^TLS_1_0$/);

    function judge(value: Value<string>, what: string, old: RegExp) {
      const written = settled(value);
      if (written === undefined) return open(what, value, estate);
      if (!old.test(written)) return pass;
      return fail(value.origin, `${subject.name} takes connections with TLS 1.0.`, {
        fix: {
          summary:
            what === 'SecurityPolicy' ? 'set SecurityPolicy: TLS_1_2' : 'set MinimumProtocolVersion: TLSv1.2_2021',
          edit: [replace(subject, value.origin, what === 'SecurityPolicy' ? 'TLS_1_2' : 'TLSv1.2_2021')],
        },
      });
    }
  },
});
