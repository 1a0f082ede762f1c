import { settled } from '@leastwise/model';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'listener-plain-http',
  title: 'Load balancer answers over plain HTTP',
  area: 'entry',
  subjects: ['listener'],
  severity: 'medium',
  since: '0.1.0',
  rows: [],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [319],
    fsbp: ['ELB.1'],
    // A listener without TLS fails the question for TLS 1.2 too.
    checkov: ['CKV_AWS_2', 'CKV_AWS_103'],
    trivy: ['AWS-0054'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const { protocol, actions, balancer } = subject.facet;
    const written = settled(protocol)?.toUpperCase();
    if (written === undefined)
      return protocol.kind === 'absent' ? notApplicable : open('Protocol of the listener', protocol, estate);
    if (written !== 'HTTP') return written === 'HTTPS' ? pass : notApplicable;
    if (actions.open !== undefined) return open('DefaultActions', actions.open, estate);
    const unsettled = actions.items.find(
      (action) => settled(action.type) === undefined && action.type.kind !== 'absent',
    );
    if (unsettled !== undefined) return open('Type of the action', unsettled.type, estate);
    const handsOn = actions.items.some(
      (action) =>
        ['forward', 'authenticate-cognito', 'authenticate-oidc'].includes(settled(action.type) ?? 'forward') ||
        // A redirect that keeps the protocol, which is what none written means, leads back to plain HTTP.
        (settled(action.type) === 'redirect' &&
          /^(HTTP|#\{protocol\})$/i.test(settled(action.redirect.protocol) ?? '')),
    );
    if (!handsOn) return pass;
    const owner = estate.get(estate.resolve(balancer, 'load-balancer')?.id, 'load-balancer');
    const internal = owner !== undefined && settled(owner.facet.scheme) === 'internal';
    return fail(protocol.origin, `${owner?.name ?? subject.name} hands on requests that come over plain HTTP.`, {
      // Behind a distribution or inside a network fewer people stand on the way.
      severity: internal ? 'info' : 'medium',
      evidence:
        owner === undefined
          ? []
          : [
              {
                at: owner.facet.scheme.origin,
                message: internal ? `${owner.name} is internal` : `${owner.name} faces the internet`,
              },
            ],
      fix: { summary: 'add a listener with Protocol: HTTPS, and redirect to it here' },
    });
  },
});
