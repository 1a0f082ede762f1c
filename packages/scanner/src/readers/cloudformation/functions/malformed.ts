import type { SourceRange, Value } from '@leastwise/model';
import type { Scope } from '../scope.ts';
import { invalid } from '../values.ts';

/** A call that CloudFormation refuses: what it would yield is lost, and whoever wrote it is told. */
export function malformed(reason: string, scope: Scope, at: SourceRange): Value {
  scope.stack.report({
    code: 'intrinsic-invalid',
    message: reason,
    range: at,
    hint: 'Correct the call; CloudFormation refuses this template.',
    effect: 'incomplete',
  });
  return invalid(reason, at);
}
