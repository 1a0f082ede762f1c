import { statementKey } from '../../estate/policies/statement-key.ts';
import {
  allowsEveryAction,
  breadthOf,
  dataTouched,
  narrowedByCondition,
  servicesInFull,
} from '../../estate/policies/wide-grants.ts';
import { defineCheck, fail } from '../define-check.ts';
import { judgeStatements } from '../judge-statements.ts';

/** What is kept for long or opens other doors; sending to every queue or topic is milder. */
const grave: ReadonlySet<string> = new Set([
  'bucket',
  'table',
  'secret',
  'parameter',
  'key',
  'function',
  'search-domain',
]);

export default defineCheck({
  name: 'role-with-wildcard-resource',
  title: 'Policy opens the data of every resource of a kind',
  area: 'identity',
  subjects: ['role', 'user', 'group', 'permission-set', 'policy', 'managed-policy'],
  severity: 'medium',
  since: '0.1.0',
  rows: [138],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [732],
    attack: ['T1530'],
    checkov: ['CKV_AWS_355', 'CKV_AWS_356'],
    cfn_nag: ['W11', 'W12', 'W13'],
  },
  fix: 'none',
  evaluate(subject, { estate }) {
    return judgeStatements(subject, (statement, policy) => {
      if (statement.actions.not || allowsEveryAction(statement)) return undefined;
      // Whole services are the question of role-with-wildcard-action; here stands what is named beside them.
      const whole = new Set(servicesInFull(statement).map(({ service }) => service));
      const named = dataTouched(statement).filter(
        ({ reads, writes }) => ![...reads, ...writes].every((action) => whole.has(serviceOf(action))),
      );
      if (narrowedByCondition(statement)) return undefined;
      const weighed = named.map((each) => ({
        ...each,
        ...breadthOf(statement.resources, serviceOf([...each.reads, ...each.writes][0] ?? '')),
      }));
      const touched = weighed.filter(({ breadth }) => breadth === 'everything' || breadth === 'every-of-service');
      const [first] = touched;
      if (first === undefined)
        return (
          weighed.find(({ open }) => open !== undefined)?.open ??
          (breadthOf(statement.resources).breadth === 'some' ? undefined : statement.actions.open)
        );
      const kinds = touched.map(({ kind }) => plural(kind));
      const actions = touched.flatMap(({ reads, writes }) => [...reads, ...writes]);
      // A text message goes to a telephone number, which has no ARN: without a topic to name, the wildcard is right.
      const messages = actions.every((action) => action === 'sns:Publish') && estate.of('topic').length === 0;
      return fail(
        first.value?.origin ?? statement.resources.origin,
        `${policy.name} of ${subject.name} allows ${actions.slice(0, 3).join(', ')}${actions.length > 3 ? ', …' : ''} on all ${kinds.join(', ')}.`,
        {
          key: `${policy.name} ${statementKey(statement)}`,
          severity: messages ? 'info' : touched.some(({ kind }) => grave.has(kind)) ? 'medium' : 'low',
          fix: { summary: 'put the ARN of the resource in the place of the wildcard' },
        },
      );
    });
  },
});

function serviceOf(action: string): string {
  return action.split(':')[0] ?? '';
}

function plural(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return /[^aeiou]y$/.test(words) ? `${words.slice(0, -1)}ies` : /(s|x|ch)$/.test(words) ? `${words}es` : `${words}s`;
}
