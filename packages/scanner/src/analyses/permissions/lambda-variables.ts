import type { AnyNode, Estate, NodeOf } from '../../estate/estate.ts';
import { spell, nameOf, regionToken } from './spell-arn.ts';

/**
 * A variable that Lambda sets for every function, in the spelling of policies.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export function givenByLambda(estate: Estate, subject: NodeOf<'function'>, name: string): string | undefined {
  switch (name) {
    case 'AWS_REGION':
    case 'AWS_DEFAULT_REGION':
      return regionToken;
    case 'AWS_LAMBDA_FUNCTION_NAME':
      return nameOf(estate, subject as AnyNode);
    case 'AWS_LAMBDA_LOG_GROUP_NAME':
      return logGroupOf(estate, subject);
    default:
      return undefined;
  }
}

/** The name of the group to which Lambda writes the log of a function. */
export function logGroupOf(estate: Estate, subject: NodeOf<'function'>): string {
  const { group } = subject.facet.logging;
  return group.kind === 'absent' ? `/aws/lambda/${nameOf(estate, subject as AnyNode)}` : spell(estate, group);
}
