import { expect, test } from 'vitest';
import { recogniseBundle } from './bundle.ts';

const statement = 'const total = orders.reduce((sum, order) => sum + order.price, 0);';

test.each([
  ['webpack', `var __webpack_modules__ = {}; function __webpack_require__(id) {}`],
  ['webpack', `module.exports = (() => { var n = {}; function __nccwpck_require__(e) {} })()`],
  ['esbuild', `var __commonJS = (cb, mod) => function __require() {};\nvar handler;`],
  ['esbuild', `// ../node_modules/uuid/dist/index.js\nvar uuid = 1;`],
  ['rollup', `function getDefaultExportFromCjs (x) { return x; }`],
  ['parcel', `parcelRequire1234 = {};`],
  ['minified', statement.repeat(100)],
  ['minified', `${'// line\n'.repeat(5_000)}const data = "${'x'.repeat(60_000)}";`],
])('a text of %s is recognised', (kind, text) => {
  expect(recogniseBundle(text)?.kind).toBe(kind);
});

test.each([
  ['ordinary code', `${statement}\n`.repeat(500)],
  ['a short file of one line', statement.repeat(10)],
  ['code that was only compiled', `var __toCommonJS = (mod) => mod;\nmodule.exports = __toCommonJS(src_exports);`],
  ['nothing', ''],
])('%s is no bundle', (_, text) => {
  expect(recogniseBundle(text)).toBeUndefined();
});
