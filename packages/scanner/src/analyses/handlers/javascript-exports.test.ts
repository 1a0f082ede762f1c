import { describe, expect, it } from 'vitest';
import { findJavaScriptExport } from './javascript-exports.ts';
import { findPythonName } from './python-names.ts';

describe('an export of a JavaScript or TypeScript module', () => {
  it.each([
    'exports.handler = async () => {}',
    'module.exports.handler = fn',
    "exports['handler'] = fn",
    'module.exports = { handler, other }',
    'module.exports = { other, handler: main }',
    'module.exports = {\n  async handler(event) {}\n}',
    'export const handler = middy(main)',
    'export async function handler(event) {}',
    'export let handler: Handler = main',
    'export { main as handler }',
    'export { other, handler } from "./orders"',
    'export const { GET, handler } = app',
    '__export(index_exports, {\n  handler: () => handler\n});\nmodule.exports = __toCommonJS(index_exports);',
    "Object.defineProperty(exports, 'handler', { enumerable: true })",
    "const url = 'https://shop.example//*';\nexport const handler = 1; /* */",
  ])('is found in %j', (text) => {
    const found = findJavaScriptExport(text, 'handler');
    expect(found).toMatchObject({ start: expect.any(Number) });
    if (typeof found === 'object') expect(text.slice(found.start, found.end)).toBe('handler');
  });

  it.each([
    "export * from './orders'",
    "module.exports = require('./orders')",
    'const handler = 1; export = wrap(handler)',
    '',
  ])('is possible in %j', (text) => expect(findJavaScriptExport(text, 'handler')).toBe('possible'));

  it.each(['exports.main = 1', 'export const main = 1', 'export function main() {}\n// export const handlers'])(
    'is absent in %j',
    (text) => expect(findJavaScriptExport(text, 'handler')).toBe('absent'),
  );
});

describe('a name of a Python module', () => {
  it.each([
    'def handler(event, context):\n  pass',
    'async def handler(e, c): ...',
    'handler = Mangum(app)',
    'handler: Callable = main',
    'from .orders import create as handler',
    'from orders import (\n  create,\n  handler,\n)',
    'try:\n    def handler(e, c): ...\nexcept: ...',
  ])('is found in %j', (text) => {
    const found = findPythonName(text, 'handler');
    expect(found).toMatchObject({ start: expect.any(Number) });
    if (typeof found === 'object') expect(text.slice(found.start, found.end)).toBe('handler');
  });

  it('is possible behind a star import', () =>
    expect(findPythonName('from orders import *', 'handler')).toBe('possible'));
  it('is absent otherwise', () => expect(findPythonName('def main(): ...', 'handler')).toBe('absent'));
});
