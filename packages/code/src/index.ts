export * from './facts/index.ts';
export * from './secrets/index.ts';
export * from './python/index.ts';
export * from './ir/index.ts';
export { analyseCode, type AnalyseOptions, type Limits as CodeLimits } from './engine/index.ts';
