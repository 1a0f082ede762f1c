import { javascriptPropagators } from './javascript/propagators.ts';
import { javascriptSanitizers } from './javascript/sanitizers.ts';
import { javascriptSinks } from './javascript/sinks/index.ts';
import { pythonPropagators } from './python/propagators.ts';
import { pythonSanitizers } from './python/sanitizers.ts';
import { pythonSinks } from './python/sinks/index.ts';
import type { PropagatorSpec, SanitizerSpec, SinkSpec } from './spec.ts';

export type * from './spec.ts';
export { aliases, namedCalls } from './aliases.ts';
export { callbacks } from './callbacks.ts';
export { clearing, notWhole, undoing } from './clearing.ts';
export { eventSchemas } from './sources/events.ts';
export { inputObjects } from './sources/objects.ts';

export const sinks: readonly SinkSpec[] = [...javascriptSinks, ...pythonSinks];
export const propagators: readonly PropagatorSpec[] = [...javascriptPropagators, ...pythonPropagators];
export const sanitizers: readonly SanitizerSpec[] = [...javascriptSanitizers, ...pythonSanitizers];
