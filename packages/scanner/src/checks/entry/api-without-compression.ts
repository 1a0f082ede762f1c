import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

/** The peers' literal question: traffic, not security. */
export default defineCheck({
  name: 'api-without-compression',
  title: 'REST API sends answers uncompressed',
  area: 'entry',
  subjects: ['rest-api'],
  severity: 'info',
  since: '0.1.0',
  rows: [48],
  mappings: {
    owasp: ['SAS-8'],
    csa: ['CSA-8'],
    cwe: [400],
    kics: ['cfn:d6653eee', 'sam:a2f2800e', 'sls:d5d1fe08', 'tf:ed35928e'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { minimumCompression, body } = subject.facet;
    // It may stand in the document as x-amazon-apigateway-minimum-compression-size.
    if (minimumCompression.kind === 'absent' && body.kind === 'unknown')
      return open('what the OpenAPI document says of compression', body, estate);
    if (minimumCompression.kind === 'absent')
      return fail(subject.keyRange, `${subject.name} sends answers uncompressed.`, {
        fix: { summary: 'set MinimumCompressionSize: 1024', edit: [set(subject, 'minimumCompression', 1024)] },
      });
    const bytes = settled(minimumCompression);
    if (bytes === undefined) return open('MinimumCompressionSize', minimumCompression, estate);
    if (bytes >= 0 && bytes <= 10_485_760) return pass;
    return fail(
      minimumCompression.origin,
      `${subject.name} compresses answers from ${bytes} bytes, which the platform does not take.`,
      { fix: { summary: 'set MinimumCompressionSize: 1024', edit: [set(subject, 'minimumCompression', 1024)] } },
    );
  },
});
