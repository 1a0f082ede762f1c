import { settled } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { AuthVerdict } from './auth-verdict.ts';

/**
 * Steps that anyone can start who knows the client id, user or not: signing in, resetting a password, answering a
 * challenge. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
const beforeAnyProof: ReadonlySet<string> = new Set([
  'PreAuthentication',
  'UserMigration',
  'CustomMessage',
  'CustomEmailSender',
  'CustomSMSSender',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
]);

/** Steps that come once somebody is a user; the others belong to signing up. */
const afterSignIn: ReadonlySet<string> = new Set([
  'PostAuthentication',
  'PreTokenGeneration',
  'PreTokenGenerationV2',
  'PostConfirmation',
]);

/** A user pool is on the internet: what its trigger asks follows from the step it belongs to. */
export function userPoolVerdict(trigger: NodeOf<'trigger'>, estate: Estate): AuthVerdict {
  const { facet } = trigger;
  const step = facet.label.split(' ')[0] ?? '';
  if (beforeAnyProof.has(step))
    return {
      exposure: 'public',
      message: `anyone on the internet → ${facet.label} (it runs before a user has proved anything)`,
    };
  const pool = estate.get(facet.source, 'user-pool');
  const closed = pool === undefined ? undefined : settled(pool.facet.adminCreatesUsers);
  if (closed === undefined) {
    const open = pool === undefined ? undefined : estate.openReason(pool.facet.adminCreatesUsers);
    return {
      exposure: 'unknown',
      message: facet.label,
      reason: `Whether anyone can sign up in the user pool is not settled: ${open?.reason ?? 'it is known only to a deployment.'}`,
      ...(open?.settleWith === undefined ? {} : { settleWith: open.settleWith }),
    };
  }
  if (afterSignIn.has(step)) {
    return closed
      ? { exposure: 'authenticated', message: `users → ${facet.label} (administrators make the users)` }
      : { exposure: 'public-sign-up', message: `anyone who signs up → ${facet.label} (sign-up is open to all)` };
  }
  return closed
    ? { exposure: 'internal', message: `administrators → ${facet.label} (only they make users)` }
    : { exposure: 'public', message: `anyone on the internet → ${facet.label} (anyone can sign up)` };
}
