import type { Mappings } from '@leastwise/model';
import type { Estate } from '../../estate/estate.ts';
import { readPolicyDocument, type Statement } from '../../estate/policies/policy-document.ts';
import { policiesOfStrangers, resourcePolicy, type ResourcePolicy } from '../../estate/policies/resource-policy.ts';
import { spellPattern } from '../../estate/policies/spell-pattern.ts';
import { confinesCaller, namedAccounts, openAccount } from '../../estate/policies/trust-grants.ts';
import { defineCheck, fail, notApplicable, pass, type Outcome, type SubjectOf } from '../define-check.ts';
import { mappingsByKind } from '../mappings-by-kind.ts';
import { openStatement } from '../judge-statements.ts';

type Subject = SubjectOf<
  'bucket' | 'topic' | 'event-bus' | 'bucket-policy' | 'topic-policy' | 'event-bus-policy' | 'schema-registry-policy'
>;

const risks = { owasp: ['SAS-4'], csa: ['CSA-4'], cwe: [284], attack: ['T1199'] } satisfies Mappings;
const bucket = { prowler: ['s3_bucket_cross_account_access'] } satisfies Mappings;
const topic = { checkov: ['CKV_AWS_385'] } satisfies Mappings;
const bus = { prowler: ['eventbridge_bus_cross_account_access'] } satisfies Mappings;

/** Who outside the account gets in is worth a list, and no weakness by itself: somebody named them. */
export default defineCheck({
  name: 'policy-admits-other-account',
  title: 'Policy of a resource admits another account',
  area: 'storage',
  subjects: [
    'bucket',
    'topic',
    'event-bus',
    'bucket-policy',
    'topic-policy',
    'event-bus-policy',
    'schema-registry-policy',
  ],
  severity: 'info',
  since: '0.1.0',
  rows: [67, 68, 83, 118],
  ...mappingsByKind(risks, {
    bucket,
    'bucket-policy': bucket,
    topic,
    'topic-policy': topic,
    'event-bus': bus,
    'event-bus-policy': bus,
    'schema-registry-policy': { prowler: ['eventbridge_schema_registry_cross_account_access'] },
  }),
  fix: 'none',
  evaluate(subject, { estate }) {
    const policies = policiesOf(subject, estate);
    if (policies.length === 0) return notApplicable;
    const admitted = new Map<string, Outcome>();
    const outcomes: Outcome[] = [];
    for (const { document } of policies) {
      if (document.open !== undefined) outcomes.push(openStatement(document.open, `the policy of ${subject.name}`));
      for (const statement of document.statements) {
        if (statement.effect === 'Deny') continue;
        const unsure =
          openAccount(statement) ?? (namedAccounts(statement).length > 0 ? statement.effectOpen : undefined);
        if (unsure !== undefined) outcomes.push(openStatement(unsure, `whom the policy of ${subject.name} admits`));
        if (statement.effect !== 'Allow') continue;
        const own = accountsOfResources(statement);
        for (const { account, at } of namedAccounts(statement)) {
          if (own.has(account) || admitted.has(account)) continue;
          admitted.set(
            account,
            fail(at, `The policy of ${subject.name} admits account ${account}.`, {
              key: account,
              // They are content when a condition says who in the account it is.
              ...(confinesCaller(statement) ? { mappings: risks } : {}),
              fix: { summary: 'leave out accounts that need it no longer, and name their roles instead of the whole' },
            }),
          );
        }
      }
    }
    const found = [...admitted.values(), ...outcomes];
    return found.length === 0 ? [pass] : found;
  },
});

function policiesOf(subject: Subject, estate: Estate): readonly Pick<ResourcePolicy, 'document'>[] {
  if (subject.kind === 'schema-registry-policy') return [{ document: readPolicyDocument(subject.facet.document) }];
  return subject.kind.endsWith('-policy')
    ? policiesOfStrangers(estate, subject.id)
    : resourcePolicy(estate, subject.id);
}

/** The account of the resource itself, where its ARN spells it. */
function accountsOfResources(statement: Statement): ReadonlySet<string> {
  return new Set(
    statement.resources.values.flatMap(
      (value) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(spellPattern(value) ?? '')?.[1] ?? [],
    ),
  );
}
