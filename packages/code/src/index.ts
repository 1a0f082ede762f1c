export * from './secrets/index.ts';
