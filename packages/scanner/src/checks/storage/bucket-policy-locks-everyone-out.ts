import { asText, isAbsent, type Value } from '@leastwise/model';
import { actionPatterns, coversAction } from '../../estate/policies/action-pattern.ts';
import { readPolicyDocument, type Statement } from '../../estate/policies/policy-document.ts';
import { ownAccount, replace } from '../fix-intents.ts';
import { definePropertyCheck } from '../property-check.ts';

export default definePropertyCheck({
  name: 'bucket-policy-locks-everyone-out',
  title: 'Bucket policy locks out everyone but the root user',
  area: 'storage',
  subjects: ['bucket-policy'],
  severity: 'medium',
  since: '0.1.0',
  rows: [119],
  mappings: { owasp: ['SAS-6'], csa: ['CSA-6'], cwe: [863], checkov: ['CKV_AWS_93'] },
  fix: 'review',
  property: 'PolicyDocument',
  look: ({ facet }) => {
    if (isAbsent(facet.document)) return undefined;
    const document = readPolicyDocument(facet.document);
    const found = closing(facet.document);
    if (found !== undefined) return { sees: 'bad', at: found.origin };
    const unsure = document.open ?? document.statements.map(openPart).find((open) => open !== undefined);
    return unsure === undefined ? { sees: 'good' } : { sees: 'open', value: unsure };
  },
  message: (name) =>
    `${name} denies everyone to change it, without a condition: only the root user of the account can take it back.`,
  remedy: 'add a condition that leaves an administrator in, such as on aws:PrincipalArn',
  edit: (policy) => {
    const found = closing(policy.facet.document);
    return found === undefined
      ? []
      : [replace(policy, found.origin, ownAccount, ['Condition', 'StringNotEquals', 'aws:PrincipalAccount'])];
  },
});

/** The statement that denies everybody to write another policy. */
function closing(document: Value): Statement | undefined {
  return readPolicyDocument(document).statements.find(
    ({ effect, principals, actions, conditions, conditionsOpen }) =>
      effect === 'Deny' &&
      !principals.not &&
      principals.principals.some(({ type, value }) => type === '*' || (type === 'AWS' && asText(value) === '*')) &&
      !actions.not &&
      actionPatterns(actions).some((pattern) => coversAction(pattern, 's3:PutBucketPolicy')) &&
      conditions.length === 0 &&
      conditionsOpen === undefined,
  );
}

/** What of a statement that may close the bucket is not known. */
function openPart(statement: Statement): Value | undefined {
  const { effect, effectOpen, principals, actions, conditions } = statement;
  return effect === 'Allow' || conditions.length > 0 ? undefined : (effectOpen ?? principals.open ?? actions.open);
}
