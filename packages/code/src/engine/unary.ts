import { opaque, constant, type Value } from './value.ts';
import { shallowLabels } from './join.ts';
import { testValue, truthOf } from './truth.ts';

/** `!x`, `-x`, `typeof x`, `not x`. What comes out is a number, a truth value or a name of a type, never the text itself. */
export function unaryValue(operator: string, value: Value): Value {
  switch (operator) {
    case '!':
    case 'not': {
      if (value.kind === 'test') return { kind: 'test', whenTrue: value.whenFalse, whenFalse: value.whenTrue };
      if (value.kind === 'union' && value.options.some((one) => one.kind === 'test')) {
        return negateUnion(value.options);
      }
      const truth = truthOf(value);
      return truth === undefined ? testValue([]) : constant(!truth);
    }
    case 'typeof':
      return opaque([], 'text', 'the name of a type');
    case 'void':
      return constant(undefined);
    case '-':
    case '+':
    case '~':
      if (value.kind === 'constant' && typeof value.value === 'number') return constant(numeric(operator, value.value));
      return opaque([], 'number', 'computed at run time');
    default:
      return opaque(shallowLabels(value));
  }
}

function negateUnion(values: readonly Value[]): Value {
  const negated = values.map((one) => unaryValue('!', one));
  return { kind: 'union', options: negated };
}

function numeric(operator: string, value: number): number {
  if (operator === '-') return -value;
  return operator === '~' ? ~value : value;
}
