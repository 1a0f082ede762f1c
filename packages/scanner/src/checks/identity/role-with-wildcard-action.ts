import { statementKey } from '../../estate/policies/statement-key.ts';
import {
  allowsEveryAction,
  breadthOf,
  narrowedByCondition,
  servicesInFull,
} from '../../estate/policies/wide-grants.ts';
import { defineCheck, fail } from '../define-check.ts';
import { judgeStatements } from '../judge-statements.ts';

/** Services whose full access gives more rights than it names. */
const rightsGiving: ReadonlySet<string> = new Set([
  'iam',
  'sts',
  'organizations',
  'sso',
  'cloudformation',
  'lambda',
  'kms',
  'secretsmanager',
  'ssm',
]);
/** Full access here cannot read, change or cost what matters. That of the logs can: whoever deletes them hides what was done. */
const harmless: ReadonlySet<string> = new Set([
  'xray',
  'cloudwatch',
  'ec2messages',
  'ssmmessages',
  'application-signals',
  'execute-api',
]);

export default defineCheck({
  name: 'role-with-wildcard-action',
  title: 'Policy allows every action of a service',
  area: 'identity',
  subjects: ['role', 'user', 'group', 'permission-set', 'policy', 'managed-policy'],
  severity: 'medium',
  since: '0.1.0',
  rows: [65, 137, 139],
  mappings: {
    owasp: ['SAS-4'],
    csa: ['CSA-4'],
    cwe: [250, 732],
    fsbp: ['IAM.21'],
    attack: ['T1078.004'],
    checkov: ['CKV_AWS_49', 'CKV_AWS_63'],
    cfn_nag: ['F3', 'F4', 'F5'],
    trivy: ['AWS-0057', 'AWS-0114', 'AWS-0120', 'AWS-0345'],
    prowler: ['iam_inline_policy_no_full_access_to_kms', 'iam_inline_policy_no_full_access_to_cloudtrail'],
    cdk_nag: ['IAMNoWildcardPermissions', 'IAMPolicyNoStatementsWithFullAccess'],
  },
  fix: 'none',
  evaluate(subject) {
    return judgeStatements(subject, (statement, policy) => {
      const { breadth, open } = breadthOf(statement.resources);
      const wide = breadth === 'everything' || breadth === 'every-of-service';
      const every = allowsEveryAction(statement);
      // Everything on everything is the question of role-with-admin-access.
      if (every && (wide || open !== undefined)) return undefined;
      const services = servicesInFull(statement).filter(({ service }) => !(service === 'iam' && wide));
      if (!every && services.length === 0) return statement.actions.open;
      const names = every ? 'every action' : services.map(({ service }) => `${service}:*`).join(', ');
      const at = services[0]?.at.origin ?? statement.actions.values[0]?.origin ?? statement.origin;
      const where = wide
        ? 'every resource'
        : breadth === 'unknown'
          ? 'resources that are not known'
          : 'the resources that it names';
      return fail(
        at,
        `${policy.name} of ${subject.name} allows ${names} on ${where}, deleting and re-configuring included.`,
        {
          key: `${policy.name} ${statementKey(statement)}`,
          severity: severityOf(
            services.map(({ service }) => service),
            wide && !narrowedByCondition(statement),
          ),
          fix: { summary: 'list the actions that the code calls' },
        },
      );
    });
  },
});

function severityOf(services: readonly string[], wide: boolean): 'high' | 'medium' | 'low' | 'info' {
  if (services.length > 0 && services.every((service) => harmless.has(service))) return 'info';
  if (services.length > 0 && services.every((service) => service === 'logs' || harmless.has(service)))
    return wide ? 'low' : 'info';
  if (!wide) return 'low';
  return services.some((service) => rightsGiving.has(service)) ? 'high' : 'medium';
}
