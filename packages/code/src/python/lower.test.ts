import { describe, expect, test } from 'vitest';
import { printIr, type IrModule } from '../ir/index.ts';
import { lowerPython } from './lower.ts';
import { loweringCases } from './lowering-cases.fixture.ts';

/** The operations, and what is to be read next. */
function printed(module: IrModule): string {
  const about = [
    ['imports', module.imports],
    ['wildcards', module.wildcards ?? []],
    ['submodules', module.submodules ?? []],
  ] as const;
  return (
    printIr(module) + about.map(([title, names]) => (names.length > 0 ? `${title} ${names.join(' ')}\n` : '')).join('')
  );
}

describe.each(Object.entries(loweringCases))('%s', (_, cases) => {
  test.each(cases)('$what', ({ python, ir }) => {
    expect(printed(lowerPython('shop.py', `${python}\n`))).toBe(ir);
  });
});

test('every operation says where its text stands', () => {
  const text = '\ufeffdef handler(event, context):\n    return run(event["Größe 😀"], name)\n';
  const [, handler] = lowerPython('handler.py', text).functions;
  const spans = handler?.body.map(({ op, start, end }) => `${op} ${text.slice(start, end)}`);
  expect(spans).toEqual([
    'store event',
    'store context',
    'global run',
    'load event',
    'get event["Größe 😀"]',
    'global name',
    'call run(event["Größe 😀"], name)',
    'return return run(event["Größe 😀"], name)',
  ]);
  expect(handler?.nameSpan).toEqual({ start: 5, end: 12 });
});

test('inline code has the places of the file that it stands in', () => {
  const text = 'def handler(event):\n  return event\n';
  const { functions } = lowerPython('template.yaml', text, { offsetOf: (index) => 100 + index * 2 });
  expect(functions[1]).toMatchObject({ start: 100, end: 100 + 33 * 2 + 1 });
});

test('a variable is constant when it is stored once, outside loops and other functions', () => {
  const text = `
client = connect()
total = 0
for order in orders:
    last = order
def handler(event):
    global total
    total = 1
    limit = 2
`;
  const { variables } = lowerPython('shop.py', text);
  const constant = variables.filter(({ isConstant }) => isConstant).map(({ name }) => name);
  expect(constant).toEqual(['client', 'handler', 'event', 'limit']);
});

test('what is no attribute of the module is said to be inner', () => {
  const { variables } = lowerPython('shop.py', 'open = [row for row in rows]\nclass Order:\n    state = 1\n');
  const names = variables.filter(({ isInner }) => isInner !== true).map(({ name }) => name);
  expect(names).toEqual(['open', 'Order']);
});
