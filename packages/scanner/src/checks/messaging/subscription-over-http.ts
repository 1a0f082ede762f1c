import { describe, settled, type FixIntent, type NodeId, type SourceRange, type Value, asText } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { replace } from '../fix-intents.ts';

export default defineCheck({
  name: 'subscription-over-http',
  title: 'The topic sends its messages over plain HTTP',
  area: 'messaging',
  subjects: ['subscription', 'topic'],
  severity: 'medium',
  since: '0.1.0',
  rows: [86],
  mappings: { owasp: ['SAS-7'], csa: ['CSA-7'], cwe: [319], prowler: ['sns_subscription_not_using_http_endpoints'] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const lines = subject.kind === 'topic' ? subject.facet.subscriptions.items : [subject.facet];
    const outcomes = lines.map(({ protocol, endpoint }) => {
      const written = settled(protocol);
      if (written === undefined)
        return protocol.kind === 'absent' ? pass : open('protocol of the subscription', protocol, estate);
      if (written !== 'http') return pass;
      return fail(
        protocol.origin,
        `Messages go to ${describe(endpoint)} unencrypted: everyone on the way can read and change them.`,
        {
          key: describe(endpoint),
          fix: {
            summary: 'set Protocol: https with an https endpoint',
            edit: [...overTls(subject, protocol.origin, endpoint)],
          },
        },
      );
    });
    return outcomes.length === 0 ? pass : outcomes;
  },
});

/** Of a written address; one that only a deployment knows is the reader's to change. */
function overTls(subject: { readonly id: NodeId }, at: SourceRange, endpoint: Value): readonly FixIntent[] {
  const address = asText(endpoint);
  if (address === undefined || !address.startsWith('http:')) return [];
  return [replace(subject, at, 'https'), replace(subject, endpoint.origin, `https:${address.slice('http:'.length)}`)];
}
