export type { CodeEntry } from './entry.ts';
export type { CodeValue } from './code-value.ts';
export type { EventSource, TrustClass } from './event-source.ts';
export { flowClasses, type FlowClass } from './flow-class.ts';
export type * from './function-facts.ts';
export type * from './sent.ts';
