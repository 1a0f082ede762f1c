import type { Block, IrFunction, IrModule, Operation, Register } from '@leastwise/code';

/** What CPython's syntax tree says too, in the words of `bench/python/dump_ast.py`; each list sorted. */
export interface CodeFacts {
  readonly functions: readonly string[];
  readonly calls: readonly string[];
  readonly assignments: readonly string[];
}

export function factsOf(module: IrModule, text: string): CodeFacts {
  const functions: string[] = [];
  const calls: string[] = [];
  const assignments: string[] = [];
  for (const one of module.functions) {
    if (one.kind !== 'module') functions.push(functionFact(one));
    const operations = everyOperation(one.body);
    const producers = new Map<Register, Operation>();
    for (const operation of operations) {
      if ('to' in operation && operation.to !== undefined) producers.set(operation.to, operation);
    }
    const parameters = new Set(one.parameters.map((parameter) => parameter.start));
    for (const operation of operations) {
      const call = callFact(operation, producers, text);
      if (call !== undefined) calls.push(call);
      const assignment = assignmentFact(operation, module, text);
      if (assignment !== undefined && !(operation.op === 'store' && parameters.has(operation.start))) {
        assignments.push(assignment);
      }
    }
  }
  return { functions: functions.sort(), calls: calls.sort(), assignments: assignments.sort() };
}

function everyOperation(block: Block, into: Operation[] = []): Operation[] {
  for (const one of block) {
    into.push(one);
    if (one.op === 'branch') for (const arm of [one.then, one.otherwise]) everyOperation(arm, into);
    else if (one.op === 'loop') for (const part of [one.before, one.body, one.update]) everyOperation(part, into);
    else if (one.op === 'iterate') everyOperation(one.body, into);
    else if (one.op === 'try') {
      for (const part of [one.body, ...one.handlers.map(({ body }) => body), one.final]) everyOperation(part, into);
    }
  }
  return into;
}

function functionFact(one: IrFunction): string {
  const parameters = one.parameters.map(
    ({ kind, name, hasDefault, type }) =>
      `${kind} ${name ?? ''}${hasDefault ? '?' : ''}${type === undefined ? '' : ':'}`,
  );
  const name = one.kind === 'lambda' ? '' : one.name;
  return `${one.start}-${one.end} ${one.isAsync ? 'async ' : ''}${name}(${parameters.join(', ')})`;
}

function callFact(operation: Operation, producers: ReadonlyMap<Register, Operation>, text: string): string | undefined {
  if (operation.op !== 'call' || text[operation.start] === '@') return undefined;
  const callee = producers.get(operation.callee);
  // `slice` and `len`, which the lowering calls for syntax that is no call, stand where their callee stands.
  if (callee?.op === 'global' && callee.start === operation.start && callee.end === operation.end) return undefined;
  const given = operation.arguments.map(({ value, name, spread }) => {
    const at = producers.get(value);
    const mark = spread === 'items' ? '*' : spread === 'entries' ? '**' : name === undefined ? '' : `${name}=`;
    return `${mark}${at?.start ?? '?'}-${at?.end ?? '?'}`;
  });
  return `${operation.start}-${operation.end} (${given.sort().join(', ')})`;
}

function assignmentFact(operation: Operation, module: IrModule, text: string): string | undefined {
  const at = `${operation.start}-${operation.end}`;
  if (operation.op === 'set') return `${at} ${operation.access === 'item' ? '[]' : `.${String(operation.key)}`}`;
  if (operation.op !== 'store' && operation.op !== 'set-global') return undefined;
  const name = operation.op === 'store' ? (module.variables[operation.variable]?.name ?? '?') : operation.name;
  // Temporary variables, and the names of functions and classes, which are compared as such.
  if (name.startsWith('%') || definition.test(text.slice(Math.max(0, operation.start - 40), operation.start))) {
    return undefined;
  }
  return `${at} ${name}`;
}

const definition = /\b(?:def|class)(?:[ \t\f]|\\\r?\n)+$/;
