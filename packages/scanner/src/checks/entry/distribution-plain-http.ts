import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { replace } from '../fix-intents.ts';

export default defineCheck({
  name: 'distribution-plain-http',
  title: 'Distribution answers over plain HTTP',
  area: 'entry',
  subjects: ['distribution'],
  severity: 'medium',
  since: '0.1.0',
  rows: [184],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [319],
    fsbp: ['CloudFront.3'],
    checkov: ['CKV_AWS_34'],
    kics: ['cfn:31733ee2', 'tf:55af1353'],
    trivy: ['AWS-0012'],
    prowler: ['cloudfront_distributions_https_enabled'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { defaultBehaviour, behaviours } = subject.facet;
    const all = [...(defaultBehaviour.present ? [defaultBehaviour] : []), ...behaviours.items];
    return all.map((behaviour) => {
      const policy = settled(behaviour.viewerProtocol);
      if (policy === undefined && behaviour.viewerProtocol.kind !== 'absent')
        return open('ViewerProtocolPolicy', behaviour.viewerProtocol, estate);
      if (policy !== 'allow-all') return pass;
      const pattern = settled(behaviour.pattern) ?? '*';
      return fail(
        behaviour.viewerProtocol.origin,
        `Distribution ${subject.name} answers ${pattern === '*' ? 'everything' : pattern} over plain HTTP.`,
        {
          key: pattern,
          fix: {
            summary: 'set ViewerProtocolPolicy: redirect-to-https',
            edit: [replace(subject, behaviour.viewerProtocol.origin, 'redirect-to-https')],
          },
        },
      );
    });
  },
});
