import { unsafeCodeCheck } from '../unsafe-code-check.ts';

export default unsafeCodeCheck({
  name: 'tls-verification-off',
  title: 'The code does not verify whom it talks to',
  kind: 'tls-verification-off',
  severity: 'high',
  severityInside: 'medium',
  rows: [],
  mappings: { owasp: ['SAS-3'], cwe: [295] },
  fix: 'leave certificate verification on; trust a private authority by its certificate',
  // https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue
  variables: [
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
    ['PYTHONHTTPSVERIFY', '0'],
    ['GIT_SSL_NO_VERIFY', 'true'],
  ],
});
