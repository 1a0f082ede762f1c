export { lowerJavaScript, type LowerOptions } from './lower.ts';
