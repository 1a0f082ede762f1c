export { lowerJavaScript, type LowerOptions } from './lower.ts';
export { recogniseBundle, type Bundle } from './bundle.ts';
export { readSourceMap, type MapFailure, type MapSource, type SourceMap } from './source-map.ts';
