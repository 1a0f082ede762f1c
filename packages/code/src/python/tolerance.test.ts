import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printIr } from '../ir/index.ts';
import { lowerPython } from './lower.ts';

const before = 'def receive(event):\n    return event["id"]\n\n\n';
const after = '\n\ndef place(event):\n    return store(event["id"])\n';

/** What somebody types, or a merge leaves behind, in the middle of a file. */
const broken: readonly (readonly [what: string, text: string])[] = [
  ['an open bracket', 'def total(order):\n    return sum(order.items\n'],
  ['an open bracket in the head of a function', 'def total(order:\n    return 1\n'],
  ['an open list at the top', 'prices = [\n    1,\n    2,\n'],
  ['a bracket too many', 'total = (1 + 2))\n'],
  ['brackets of two kinds', 'total = (1 + 2]\n'],
  ['a text without its end', 'name = "orders\n'],
  ['three quotes without an end', "query = '''select\n"],
  ['an f-string without its end', 'name = f"order {id\n'],
  ['three quotes of an f-string without an end', 'name = f"""order {id}\n'],
  ['a missing colon', 'if total > 1\n    pay(total)\n'],
  ['a missing block', 'for order in orders:\ntotal = 1\n'],
  ['a block without a head', 'total = 1\n        pay(total)\n'],
  ['a line that is indented less than any', 'if total:\n        pay()\n    ship()\n'],
  ['an operator without its right side', 'total = price *\n'],
  ['the mark of a merge', '<<<<<<< HEAD\ntotal = 1\n=======\ntotal = 2\n>>>>>>> branch\n'],
  ['a class without a name', 'class (Base):\n    def total(self):\n        return 1\n'],
  ['a broken decorator', '@app.get(\n'],
  ['an argument that is being typed', 'pay(order, currency=)\n'],
  ['a member that is being typed', 'order.\n'],
  ['an `else` of nothing', 'else:\n    pay()\n'],
  ['a `try` alone', 'try:\n    pay()\n'],
  ['a `case` that is none', 'match order:\n    total = 1\n    case 1:\n        pay()\n'],
  ['signs that Python does not know', 'total = $price ? 1 : 2\n'],
  ['null bytes', 'total = \0\0 1\n'],
  ['another language', 'const total = orders.map((order) => { return order.total; });\n'],
];

describe('the functions around it are complete in spite of', () => {
  test.each(broken)('%s', (_, text) => {
    const whole = lowerPython('orders.py', before + text + after);
    expect(whole.problems).not.toEqual([]);
    const wanted = lowerPython('orders.py', before + after);
    for (const name of ['receive', 'place']) {
      const read = whole.functions.find((one) => one.name === name);
      const expected = wanted.functions.find((one) => one.name === name);
      expect(read?.body.map(({ op }) => op)).toEqual(expected?.body.map(({ op }) => op));
    }
  });
});

test('a broken line costs its function one operation', () => {
  const text = 'def place(event):\n    total = 1\n    pay(event event)\n    for item in event:\n        ship(item)\n';
  const [, place] = lowerPython('orders.py', text).functions;
  expect(place?.body.map(({ op }) => op)).toEqual(['store', 'constant', 'store', 'unreadable', 'load', 'iterate']);
});

test('a broken head keeps the block below it', () => {
  const text = 'if total > :\n    pay()\nelif other:\n    ship()\n';
  expect(printIr(lowerPython('orders.py', text))).toContain('global ship');
  expect(printIr(lowerPython('orders.py', text))).toContain('global pay');
});

test.each([
  ['tabs and spaces', 'if a:\n\tb()\n        c()\n'],
  ['carriage returns', 'if a:\r\n    b()\r\n    c()\r\n'],
  ['old line ends', 'if a:\r    b()\r    c()\r'],
  ['form feeds', '\fif a:\n    b()\n\f    c()\n'],
  ['a byte order mark', '\ufeffif a:\n    b()\n    c()\n'],
  ['lines that go on', 'if \\\n  a:\n    b(\\\n)\n    c()\n'],
  ['comments that are indented oddly', 'if a:\n  # one\n    b()\n# two\n        # three\n    c()\n'],
  ['no line end', 'if a:\n    b()\n    c()'],
])('%s change nothing', (_, text) => {
  expect(printIr(lowerPython('a.py', text))).toBe(printIr(lowerPython('a.py', 'if a:\n    b()\n    c()\n')));
});

/** Each is text of some 10,000 parts: deep where it can be, long where not. */
const many = 10_000;
const hostile: readonly (readonly [what: string, text: string])[] = [
  ...['(', '[', '{', 'f(', 'a[', '{a:', '(a:=', 'lambda:', 'not ', '-', 'a**', 'a if b else ', 'yield ', 'await '].map(
    (part) => [`${part} again and again`, part.repeat(many)] as const,
  ),
  ...[
    "f'{",
    'f"{',
    "f'{a:{",
    '"""',
    "'''a\n",
    '"',
    '\\',
    '\\\n',
    '`',
    '@',
    '*',
    ';',
    ':',
    '!',
    '\0',
    '\f',
    '\r',
    'é',
  ].map((part) => [`${JSON.stringify(part)} again and again`, part.repeat(many)] as const),
  ...[
    'else:\n',
    'try:\n',
    'case ',
    'match ',
    'async ',
    'def f(',
    'class a(',
    '(\ndef f\n',
    'with (',
    'print "a"\n',
  ].map((part) => [`${JSON.stringify(part)} again and again`, part.repeat(many)] as const),
  ['a chain of members', `a${'.b'.repeat(many)}`],
  ['a chain of calls', `a${'()'.repeat(many)}`],
  ['a long sum', `a${' + a'.repeat(many)}`],
  ['a long text', `x = 'a'${' + a'.repeat(many)}`],
  ['a long condition', `if a${' and a'.repeat(many)}: pass`],
  ['a long comparison', `a${' < a'.repeat(many)}`],
  ['many arms', `if a: b()\n${'elif c: d()\n'.repeat(many)}`],
  ['many cases', `match x:\n${' case [a, b] if c: d()\n'.repeat(many)}`],
  ['many alternatives', `match x:\n case ${'a.b | '.repeat(many)}c.d: pass`],
  ['deep patterns', `match x:\n case ${'['.repeat(many)}${']'.repeat(many)}: pass`],
  ['long patterns', `match x:\n case [${'a.b, '.repeat(many)}]: pass`],
  ['many loops in a comprehension', `[x ${'for x in y '.repeat(many)}]`],
  ['many conditions in a comprehension', `[x for x in y ${'if z '.repeat(many)}]`],
  ['many decorators', `${'@a\n'.repeat(many)}def f(): pass`],
  ['many targets', `${'a = '.repeat(many)}b`],
  ['deep targets', `${'('.repeat(many)}a${',)'.repeat(many)} = b`],
  ['deep blocks', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join('')],
  ['deep functions', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}def f():\n`).join('')],
  ['a huge number', '1'.repeat(many * 10)],
  ['a huge name', 'a'.repeat(many * 10)],
  ['a huge line', `f(${'a, "b", '.repeat(many)})`],
];

test.each(hostile)('%s is read in time and without a crash', (_, text) => {
  const start = performance.now();
  const module = lowerPython('hostile.py', text);
  expect(printIr(module)).not.toBe('');
  // Hundreds of times what it takes: a growth with the square would need minutes.
  expect(performance.now() - start).toBeLessThan(10_000);
});

const ordinary = `${before}class Shop(Base):
    rate: int = 2
    @property
    def price(self): return f"{self.rate!r:>{width}} {{}}"
match event:
    case {"id": str(id), **rest} if id: pass
with (open(path) as file, lock): total = [row[1:] for row in file if row]
try: pay(*orders, **options)
except (KeyError, ValueError) as error: raise Failed("""no
pay""") from error
${after}`;

const pieces = [
  '(',
  ')',
  '[',
  '}',
  '"',
  "'",
  '"""',
  'f"{',
  ':',
  '\n',
  '\n\n',
  '\t',
  '    ',
  '\\',
  '\0',
  '\r',
  '\ufeff',
  '#',
  '`',
  '=',
  ':=',
  '😀',
  'def ',
  'match ',
  'lambda ',
  'else:',
  'yield ',
  '$',
];

test('cut, repeated and disturbed text never throws, and its places lie in the text', () => {
  const change = fc.record({
    at: fc.nat(ordinary.length),
    remove: fc.nat(30),
    insert: fc.oneof(fc.constantFrom(...pieces), fc.constant('')),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(ordinary.length * 2), (changes, cut) => {
      let text = ordinary;
      for (const { at, remove, insert } of changes) text = text.slice(0, at) + insert + text.slice(at + remove);
      text = text.slice(0, Math.max(cut, 1));
      const module = lowerPython('orders.py', text);
      for (const { start, end } of [...module.functions, ...module.problems]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      expect(printIr(lowerPython('orders.py', text))).toBe(printIr(module));
    }),
    { numRuns: 400 },
  );
});

test('any text at all is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(lowerPython('any.py', text).functions[0]?.kind).toBe('module');
    }),
    { numRuns: 400 },
  );
});
