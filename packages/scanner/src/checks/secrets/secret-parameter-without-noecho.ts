import type { Value } from '@leastwise/model';
import { defineCheck, fail, notApplicable, pass, type Outcome, type SubjectOf } from '../define-check.ts';

type Holder = SubjectOf<
  'database-instance' | 'database-cluster' | 'warehouse' | 'user' | 'cache' | 'secret' | 'function'
>;

export default defineCheck({
  name: 'secret-parameter-without-noecho',
  title: 'Parameter with a secret is shown in the console',
  area: 'secrets',
  subjects: ['database-instance', 'database-cluster', 'warehouse', 'user', 'cache', 'secret', 'function'],
  severity: 'low',
  since: '0.1.0',
  rows: [],
  mappings: {
    owasp: ['SAS-7'],
    csa: ['CSA-7'],
    cwe: [522],
    attack: ['T1552.001'],
  },
  fix: 'safe',
  evaluate(subject) {
    const outcomes: Outcome[] = [];
    let asked = false;
    for (const [name, value] of Object.entries(secretsOf(subject))) {
      const parameter = parameterOf(value);
      if (parameter === undefined) continue;
      asked = true;
      if ('sensitive' in value && value.sensitive === true) continue;
      outcomes.push(
        fail(
          value.via?.at(-1) ?? value.origin,
          `Parameter ${parameter} ends up in ${name} of ${subject.name} and is shown to everyone who may describe the stack.`,
          {
            key: `${parameter} ${name}`,
            evidence: [{ at: value.origin, message: 'it is used here' }],
            fix: {
              summary: `set NoEcho: true on ${parameter}`,
              edit: [{ kind: 'set-parameter', subject: subject.id, parameter, key: 'NoEcho', value: true }],
            },
          },
        ),
      );
    }
    return outcomes.length > 0 ? outcomes : asked ? pass : notApplicable;
  },
});

function parameterOf(value: Value): string | undefined {
  if (value.kind === 'known') return value.assumed;
  return value.kind === 'unknown' && value.cause === 'parameter' ? value.name : undefined;
}

function secretsOf(subject: Holder): Readonly<Record<string, Value>> {
  switch (subject.kind) {
    case 'database-instance':
    case 'database-cluster':
      return { MasterUserPassword: subject.facet.password };
    case 'warehouse':
      return { MasterUserPassword: subject.facet.password, AdminUserPassword: subject.facet.namespacePassword };
    case 'user':
      return { 'LoginProfile.Password': subject.facet.password };
    case 'cache':
      return { AuthToken: subject.facet.authToken };
    case 'secret':
      return { SecretString: subject.facet.value };
    case 'function':
      return Object.fromEntries(
        subject.facet.environment.items
          .filter(({ key }) =>
            /(^|[_a-z])(password|passwd|secret|api_?key|private_?key|access_?token|auth_?token)$/i.test(key),
          )
          .map(({ key, value }) => [key, value]),
      );
  }
}
