import { restSettings } from '../../estate/apis/rest-settings.ts';
import { defineCheck, fail, pass } from '../define-check.ts';

/** The peers' literal question. Most APIs are there to be reached; who gets through is asked of each route. */
export default defineCheck({
  name: 'api-endpoint-public',
  title: 'REST API can be reached from the internet',
  area: 'entry',
  subjects: ['rest-api'],
  severity: 'info',
  since: '0.1.0',
  rows: [32],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [668],
    kics: ['cfn:4a8daf95', 'sam:6b5b0313', 'sls:4d424558', 'tf:6b2739db'],
    prowler: ['apigateway_restapi_public'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    const { isPrivate, endpoint } = restSettings(estate, subject);
    if (isPrivate === true) return pass;
    if (isPrivate !== false) {
      return {
        result: 'unknown',
        at: isPrivate.origin,
        what: 'endpoint type of the API',
        why: isPrivate.reason,
        ...(isPrivate.settleWith === undefined ? {} : { settleWith: isPrivate.settleWith }),
      };
    }
    return fail(
      endpoint.kind === 'absent' ? subject.keyRange : endpoint.origin,
      `${subject.name} can be reached from the internet.`,
      { fix: { summary: 'for callers in your own network only: Types: [PRIVATE]' } },
    );
  },
});
