import { allows, type CompiledPolicies } from '@leastwise/iam';
import { actionClasses } from '../permissions/action-class.ts';
import type { Identity } from './account.ts';
import { ask, type Say } from './ask.ts';

/** What only administrators may do everywhere; whoever may do all of it may do anything. */
const probes = [
  'iam:PutRolePolicy',
  'iam:AttachUserPolicy',
  'iam:PassRole',
  's3:GetObject',
  'dynamodb:PutItem',
  'kms:Decrypt',
  'lambda:UpdateFunctionCode',
];

export function isAdministrator(policies: CompiledPolicies): boolean {
  return probes.every((action) => allows(policies, { action, resource: '*', unknownKeys: ['*'] }).answer === 'yes');
}

/** Comparisons of two identities before the answer is taken to be yes: made-up policies may have thousands of statements. */
const COMPARISONS = 400;

/** Whether a target may do something of weight that the source may not: what makes taking it over worth while. */
export function outranks(target: Identity, source: Identity): Say {
  let left = COMPARISONS;
  for (const group of target.compiled.groups) {
    if (group.type !== 'identity') continue;
    for (const { statement } of group.statements) {
      if (statement.Effect !== 'Allow') continue;
      const resources = statement.Resource ?? ['*'];
      for (const action of statement.Action ?? ['*']) {
        if (!actionClasses(action).some((each) => each === 'writes' || each === 'reads')) continue;
        for (const resource of resources) {
          if (left-- <= 0) return 'yes';
          const held = ask(source, action, resource);
          // Of a pattern only a part may be held, which is no answer to the whole.
          const lacks = /[*?]/.test(action) ? held !== 'yes' : held === 'no';
          if (lacks && ask(target, action, resource) !== 'no') return 'yes';
        }
      }
    }
  }
  // What is not known of the target may be more.
  return target.policies.unknown?.includes('identity') === true ? 'maybe' : 'no';
}
