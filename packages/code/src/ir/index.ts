export type { Span } from './span.ts';
export type * from './operation.ts';
export type * from './module.ts';
export { FunctionBuilder, type OperationDraft } from './function-builder.ts';
export { printIr } from './print-ir.ts';
