import { isAbsent } from '@leastwise/model';
import { set } from '../fix-intents.ts';
import { definePropertyCheck, value } from '../property-check.ts';

/** The peers' literal question: what is recorded today is read by a quantum computer one day. */
export default definePropertyCheck({
  name: 'domain-without-post-quantum-tls',
  title: 'Domain agrees on keys that a quantum computer could find',
  area: 'entry',
  subjects: ['domain-name'],
  severity: 'info',
  since: '0.1.0',
  rows: [50],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [327],
    prowler: ['apigateway_domain_name_pqc_tls_enabled'],
  },
  fix: 'review',
  property: 'SecurityPolicy',
  // Domains of HTTP and WebSocket APIs take the old policies only.
  look: (domain) =>
    domain.type === 'AWS::ApiGatewayV2::DomainName'
      ? undefined
      : value(domain, domain.facet.securityPolicy, (policy) => /^SecurityPolicy_.*_PQ(_|$)/.test(policy)),
  message: (name) => `Connections to ${name} agree on keys without post-quantum cryptography.`,
  remedy: 'set SecurityPolicy to one with PQ in its name, and EndpointAccessMode, where data stays secret for years',
  edit: (domain) => [
    set(domain, 'securityPolicy', 'SecurityPolicy_TLS13_1_2_PQ_2025_09'),
    // Asked of domains with such a policy; BASIC is how they answered before.
    ...(isAbsent(domain.facet.accessMode) ? [set(domain, 'accessMode', 'BASIC')] : []),
  ],
});
