export * from './diagnostic.ts';
export * from './estate.ts';
export * from './finding.ts';
export * from './memory-tree.ts';
export * from './source-range.ts';
export * from './source-tree.ts';
export * from './template.ts';
export * from './value.ts';
