export { looksLikeTemplate } from './recognise.ts';
export { readStacks, type ReaderInputs, type StackReading } from './read-applications.ts';
export { applicationOfText, readTemplateText, type TextOptions } from './read-template-text.ts';
export type { ParameterSet } from './given-parameters.ts';
