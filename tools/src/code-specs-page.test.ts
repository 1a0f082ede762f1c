import { expect, it } from 'vitest';
import { codeSpecsPage, type CodeSpecs } from './code-specs-page.ts';

const specs: CodeSpecs = {
  flowClasses: { 'sql-injection': 89, 'log-injection': 117 },
  sinks: [
    {
      id: 'javascript/pg.query',
      language: 'javascript',
      class: 'sql-injection',
      callees: ['pg#Client().query', 'pg#Pool().query'],
    },
    { id: 'python/print', language: 'python', class: 'log-injection', callees: ['builtins#print'] },
  ],
  propagators: [{ id: 'javascript/JSON.parse', language: 'javascript', callees: ['global#JSON.parse'] }],
  sanitizers: [],
  callbacks: [],
  libraryCalls: [],
  clearing: { number: 'all', 'line-free': ['log-injection'], 'url-decoded': [] },
  eventSchemas: [
    { source: 'iot', sourcePaths: [{ path: '', trust: 'semi' }], clean: [], page: 'https://example.com/iot' },
  ],
  inputObjects: [{ id: 'python/flask.request', paths: [{ path: 'args' }] }],
  services: [{ name: 'Stripe', hosts: ['api.stripe.com'], holds: 'payments' }],
};

it('counts rows and calls for each class, and says what clears it', () => {
  const page = codeSpecsPage(specs);
  expect(page).toContain(
    '| sql-injection | [89](https://cwe.mitre.org/data/definitions/89.html) | 1 (2) |  | number |',
  );
  expect(page).toContain(
    '| log-injection | [117](https://cwe.mitre.org/data/definitions/117.html) |  | 1 (1) | number, line-free |',
  );
});

it('shows an event that is tainted as a whole', () => {
  expect(codeSpecsPage(specs)).toContain('| iot | `(all)` semi |');
});

it('lists sinks under their language', () => {
  const [, python = ''] = codeSpecsPage(specs).split('### Python');
  expect(python).toContain('| `print` | log-injection | `builtins#print` |');
  expect(python).not.toContain('pg.query');
});
