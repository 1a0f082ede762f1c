import { expect, test } from 'vitest';
import { FunctionBuilder, printIr, type IrModule } from './index.ts';

const at = { start: 0, end: 0 };

test('a module is printed one operation a line, with blocks indented below it', () => {
  const body = new FunctionBuilder(0);
  const made = body.value((to) => ({ op: 'function', to, function: 1 }), at);
  body.emit({ op: 'store', variable: 0, value: made }, at);

  const handler = new FunctionBuilder(1);
  const event = handler.register();
  handler.parameters.push({ register: event, name: 'event', kind: 'positional', hasDefault: true, ...at });
  handler.emit({ op: 'store', variable: 1, value: event }, at);
  const id = handler.value((to) => ({ op: 'get', to, object: event, key: 'order-id', access: 'member' }), at);
  handler.branch(id, () => handler.emit({ op: 'return', value: id }, at), undefined, at);

  const about = { isAsync: false, isGenerator: false, ...at };
  const module: IrModule = {
    file: 'orders.js',
    language: 'javascript',
    functions: [
      body.finish({ name: '', kind: 'module', ...about }),
      handler.finish({ name: 'handler', parent: 0, kind: 'arrow', ...about, isAsync: true }),
    ],
    variables: [
      { id: 0, name: 'event', owner: 0, isConstant: true },
      { id: 1, name: 'event', owner: 1, isConstant: true },
    ],
    exports: [{ kind: 'local', name: 'handler', variable: 0, ...at }],
    imports: [],
    problems: [{ message: 'This is not code.', start: 3, end: 4 }],
  };

  expect(printIr(module)).toBe(`f0 module:
  r0 = function f1
  event~0 = r0
f1 async arrow handler(r0 event?):
  event~1 = r0
  r1 = get r0["order-id"]
  if r1
    return r1
export handler = event~0
problem 3-4: This is not code.
`);
});

test('what prepend writes stands before the rest of the body', () => {
  const body = new FunctionBuilder(0);
  body.emit({ op: 'return' }, at);
  body.prepend(() => body.constant(1, at));
  const done = body.finish({ name: '', kind: 'module', isAsync: false, isGenerator: false, ...at });
  expect(done.body.map((one) => one.op)).toEqual(['constant', 'return']);
});
