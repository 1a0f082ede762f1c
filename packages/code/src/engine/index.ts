export { analyseCode, type AnalyseOptions } from './analyse-code.ts';
export { defaultSpecs } from './default-specs.ts';
export type { Limits } from './machine.ts';
export type { Specs } from './spec-index.ts';
