export * from './diagnostic.ts';
export * from './memory-tree.ts';
export * from './source-range.ts';
export * from './source-tree.ts';
