import type { SourceRange, Value } from '@leastwise/model';
import { unknown } from '../../cloudformation/values.ts';

/** What stands in the place of a value once a cap is reached. */
export const tooMuch = (origin: SourceRange): Value =>
  unknown('limit', 'Evaluating this takes more steps than a configuration of people does.', origin);
