import { describe, isAbsent } from '@leastwise/model';
import { waysThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, pass } from '../define-check.ts';
import { addResource, added, set } from '../fix-intents.ts';

/**
 * With a client certificate the gateway proves to an HTTP backend that the call is its own. Functions have no use for one:
 * there the finding is for the peers only.
 */
export default defineCheck({
  name: 'api-without-client-certificate',
  title: 'The gateway does not prove itself to the backend',
  area: 'entry',
  subjects: ['rest-stage'],
  severity: 'info',
  since: '0.1.0',
  rows: [47],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [295],
    fsbp: ['APIGateway.2'],
    checkov: ['CKV2_AWS_51'],
    kics: ['cfn:ed4c48b8', 'pulumi:f27791a5', 'tf:0b4869fc'],
    prowler: ['apigateway_restapi_client_certificate_enabled'],
    cdk_nag: ['APIGWSSLEnabled'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    if (!isAbsent(subject.facet.clientCertificate)) return pass;
    const api = estate.resolve(subject.facet.api, 'rest-api');
    const backends = (api === undefined ? [] : waysThrough(estate, api.id)).filter(
      (way) =>
        way.route.facet.integration.kind === 'http' && mayAskForCertificate(describe(way.route.facet.integration.uri)),
    );
    return fail(
      subject.keyRange,
      `Stage ${subject.name}${api === undefined ? '' : ` of ${api.name}`} presents no client certificate.`,
      {
        severity: backends.length > 0 ? 'low' : 'info',
        evidence: backends.slice(0, 5).map((way) => ({
          at: way.route.facet.integration.at,
          message: `${way.route.name} calls an HTTP backend over the internet`,
        })),
        fix: {
          summary: 'set ClientCertificateId, and have the backend ask for it',
          edit: [
            addResource(subject, 'Certificate', 'AWS::ApiGateway::ClientCertificate', {}),
            set(subject, 'clientCertificate', added('Certificate')),
          ],
        },
      },
    );
  },
});

/** No certificate is shown without TLS, and the endpoints of AWS ask for none. */
function mayAskForCertificate(uri: string): boolean {
  return !/^http:/i.test(uri) && !/\.(amazonaws\.com|on\.aws)(\.cn)?([/:]|$)|\.execute-api\./i.test(uri);
}
