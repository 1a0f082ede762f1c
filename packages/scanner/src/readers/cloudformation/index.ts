export { looksLikeTemplate } from './recognise.ts';
export { readStacks } from './read-applications.ts';
