import { argumentsOf } from '../intrinsic.ts';
import { rangeOf } from '../scope.ts';
import { malformed } from './malformed.ts';
import { known, movedTo, scalarText } from '../values.ts';
import { included } from '../expand-entries.ts';
import type { IntrinsicFunction } from './intrinsic-function.ts';

/** `Fn::If`: the branch that the assignment takes, at its own place in the text. */
export const choose: IntrinsicFunction = (argument, scope, origin) => {
  const [condition, whenTrue, whenFalse] = argumentsOf(argument);
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined) {
    return malformed('Fn::If takes a condition and two values.', scope, origin);
  }
  const name =
    condition.kind === 'scalar' ? scalarText(scope.stack.evaluate({ ...condition, tag: undefined }, scope)) : undefined;
  const truth =
    name === undefined ? scope.stack.holds(condition, scope) : scope.stack.condition(name, rangeOf(condition, scope));
  return movedTo(
    scope.stack.evaluate(truth ? whenTrue : whenFalse, scope),
    rangeOf(truth ? whenTrue : whenFalse, scope),
    rangeOf(condition, scope),
  );
};

/** A condition function outside of Conditions and Fn::If. */
export const truth =
  (name: string): IntrinsicFunction =>
  (argument, scope, origin) =>
    known(
      scope.stack.holds(
        {
          kind: 'map',
          start: origin.start,
          end: origin.end,
          entries: [{ key: name, keyStart: origin.start, keyEnd: origin.start, value: argument }],
        },
        scope,
      ),
      origin,
    );

/** `Fn::Transform` where nothing stands beside it. */
export const transform: IntrinsicFunction = (argument, scope, origin) => {
  const found = included(argument, scope);
  if (!('node' in found)) return movedTo(found, origin);
  return scope.stack.evaluate(found.node, { ...scope, file: found.file });
};

export const importValue: IntrinsicFunction = (argument, scope, origin) =>
  scope.stack.importValue(scope.stack.evaluate(argument, scope), origin);
