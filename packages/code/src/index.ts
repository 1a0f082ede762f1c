export * from './facts/index.ts';
export * from './secrets/index.ts';
