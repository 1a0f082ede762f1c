export { readAssembly, type Assembly, type AssemblyStack } from './assembly.ts';
export { assetIn } from './assets.ts';
export { completeResource, relativeTo } from './complete-resource.ts';
