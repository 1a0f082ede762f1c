import { javascriptSinks } from './javascript/sinks/index.ts';
import { pythonSinks } from './python/sinks/index.ts';
import type { SinkSpec } from './spec.ts';

export type * from './spec.ts';
export { aliases, namedCalls } from './aliases.ts';
export { callbacks } from './callbacks.ts';
export { clearing, notWhole, undoing } from './clearing.ts';
export { eventSchemas } from './sources/events.ts';
export { inputObjects } from './sources/objects.ts';

export const sinks: readonly SinkSpec[] = [...javascriptSinks, ...pythonSinks];
