import { type AccessAnswer, type NamedPolicy, type Policies } from '@leastwise/iam';
import type { AnyNode, Estate, NodeOf } from '../../estate/estate.ts';
import { resourcePolicy } from '../../estate/policies/resource-policy.ts';
import { answerTo } from './answer-to.ts';
import { arnIndex } from './arn-index.ts';
import type { FunctionNeed } from './need.ts';
import { permissionStatements } from './permission-statements.ts';
import {
  compiledLazily,
  documentOf,
  mapTexts,
  trustDocumentOf,
  withOpenTexts,
  type IdentityPolicies,
} from './policy-documents.ts';
import { accountToken, arnOf } from './spell-arn.ts';

/** Whether a role may do what is needed on one of the resources of the need. */
export interface JudgedResource {
  readonly resource: string;
  readonly answer: AccessAnswer['answer'];
  /** The role alone says no; the resource stands elsewhere and its own policy may say yes. */
  readonly elsewhere: boolean;
}

/** Answers for one role of an estate: its own policies, and those of the resources in the same account. */
export interface NeedJudge {
  judge(need: Pick<FunctionNeed, 'action' | 'block'>, resource: string): JudgedResource;
}

export function needJudge(estate: Estate, role: NodeOf<'role'>, policies: IdentityPolicies): NeedJudge {
  const withPolicyOf = new Map<string, Pick<IdentityPolicies, 'compiled'> | undefined>();
  const principal = inOneAccount(arnOf(estate, role as AnyNode) ?? '*');
  const joinedWith = (node: AnyNode): Pick<IdentityPolicies, 'compiled'> | undefined => {
    if (withPolicyOf.has(node.id)) return withPolicyOf.get(node.id);
    const documents = documentsOf(estate, node);
    const joined = documents.length === 0 ? undefined : joinedPolicies(policies, documents);
    withPolicyOf.set(node.id, joined);
    return joined;
  };
  return {
    judge({ action, block }, resource) {
      const context = contextOf(block);
      const asked = { action, resource, context, withoutResource: resource === '*', unknownKeys: ['*'] };
      const service = action.slice(0, action.indexOf(':'));
      const node = resource === '*' ? undefined : arnIndex(estate).nodeOf(resource);
      const joined = node === undefined ? undefined : joinedWith(node);
      if (joined !== undefined) {
        const placed = { ...asked, principal, resource: inOneAccount(resource) };
        return { resource, answer: answerTo(joined, placed).answer, elsewhere: false };
      }
      // A key or a role asks its own policy too. Of one that stands elsewhere it is taken to trust its account, as the default does.
      const needsBoth = node === undefined && (action.startsWith('kms:') || action === 'sts:AssumeRole');
      const asking = needsBoth ? joinedPolicies(policies, [trustingItsAccount]) : policies;
      const answer = answerTo(asking, needsBoth ? { ...asked, principal, resource: inOneAccount(resource) } : asked);
      const alone =
        resource === '*' && answer.answer === 'no'
          ? answerTo(policies, { ...asked, withoutResource: false }).answer
          : answer.answer;
      const elsewhere = alone === 'no' && node === undefined && servicesWithPolicies.has(service) && resource !== '*';
      return { resource, answer: elsewhere ? 'unknown' : alone, elsewhere };
    },
  };
}

/** A resource of these may carry a policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html */
const servicesWithPolicies: ReadonlySet<string> = new Set([
  's3',
  'sqs',
  'sns',
  'kms',
  'lambda',
  'secretsmanager',
  'dynamodb',
  'kinesis',
  'events',
  'ecr',
  'es',
  'sts',
  'elasticfilesystem',
  'execute-api',
  'glue',
  'iot',
  'ses',
  'mediastore',
  'backup',
  's3express',
  's3-object-lambda',
]);

function joinedPolicies(
  policies: IdentityPolicies,
  resource: readonly NamedPolicy[],
): Pick<IdentityPolicies, 'compiled'> {
  const exact = mapTexts({ ...policies.exact, resource }, inOneAccount) as Policies;
  const open = mapTexts(withOpenTexts({ ...policies.exact, resource }), inOneAccount) as Policies;
  return { compiled: compiledLazily(exact, open) };
}

/** The policies that stand on a node: written for it, or the one that AWS gives where none is. */
function documentsOf(estate: Estate, node: AnyNode): readonly NamedPolicy[] {
  if (node.kind === 'role') {
    const trust = trustDocumentOf(estate, node);
    return trust === undefined ? [] : [trust];
  }
  const written = resourcePolicy(estate, node.id).map(({ document, source }) => ({
    name: `policy of ${source.name}`,
    document: documentOf(estate, document.statements),
  }));
  if (node.kind === 'function') return [...written, ...permissionStatements(estate, node)];
  return node.kind === 'key' && written.length === 0 ? [trustingItsAccount] : written;
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
const trustingItsAccount: NamedPolicy = {
  name: 'default policy',
  document: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${accountToken}:root` }, Action: '*', Resource: '*' },
    ],
  },
};

/** Principals are compared by account, and an account is twelve digits: any will do, as long as all have it. */
function inOneAccount(text: string): string {
  return text.replaceAll(accountToken, '000000000000');
}

function contextOf(block: FunctionNeed['block']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(block ?? {}).flatMap((keys) => Object.entries(keys).map(([key, values]) => [key, values[0] ?? ''])),
  );
}
