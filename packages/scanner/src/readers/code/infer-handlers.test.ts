import { describe, expect, it } from 'vitest';
import { inferHandlers } from './infer-handlers.ts';

describe('a handler without a template', () => {
  it.each([
    ['a.js', 'exports.place = async (event) => {};', ['place']],
    ['a.js', 'module.exports.handler = middy(place).use(parse());', ['handler']],
    ['a.ts', 'export const place = async (event: APIGatewayProxyEvent): Promise<Result> => ok;', ['place']],
    ['a.mjs', 'export async function place(event, context) {}', ['place']],
    ['a.js', 'module.exports = { handler, other };', ['handler']],
    ['a.ts', 'export const price = (order: Order) => order.price;', []],
    ['a.js', 'const place = async (event) => {};', []],
    ['a.py', 'def place(event, context):\n    pass\n', ['place']],
    [
      'a.py',
      '@logger.inject_lambda_context\ndef lambda_handler(event: dict, context: LambdaContext) -> dict:\n    pass\n',
      ['lambda_handler'],
    ],
    ['a.py', 'handler = Mangum(app)\n', ['handler']],
    ['a.py', 'class Shop:\n    def place(self, event, context):\n        pass\n', []],
  ])('in %s: %s', (file, text, names) => {
    const found = inferHandlers(file, text);
    expect(found.map(({ name }) => name)).toEqual(names);
    for (const { name, start, end } of found) expect(text.slice(start, end)).toBe(name);
  });

  it('takes time that grows with the text alone', () => {
    expect(inferHandlers('a.js', 'exports.a = ('.repeat(20_000))).toEqual([]);
    expect(inferHandlers('a.py', 'def a(event, '.repeat(20_000)).length).toBeLessThan(2);
  });
});
