import type { Block, IrModule, Operation } from '../ir/index.ts';

/** What a plain walk over the parser's tree sees, to compare the operations with. */
export interface SyntaxCount {
  /** Spans of everything that becomes a function of its own. */
  readonly functions: readonly string[];
  /** Spans of calls. */
  readonly calls: readonly string[];
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ObjectMethod',
  'ClassMethod',
  'ClassPrivateMethod',
  'StaticBlock',
]);
const callTypes = new Set(['CallExpression', 'OptionalCallExpression', 'NewExpression', 'JSXElement', 'JSXFragment']);
const fieldTypes = new Set(['ClassProperty', 'ClassPrivateProperty', 'ClassAccessorProperty']);

/** Written without a look at the lowering: every node, by its type alone. */
export function walkSyntax(program: object): SyntaxCount {
  const functions: string[] = [];
  const calls: string[] = [];
  const open: unknown[] = [program];
  while (open.length > 0) {
    const node = open.pop();
    if (Array.isArray(node)) open.push(...node);
    if (!isNode(node) || node['declare'] === true || (node['abstract'] === true && node.type !== 'ClassDeclaration'))
      continue;
    const { type } = node;
    if (type.startsWith('TSType') || type === 'TypeAnnotation') continue;
    const span = `${node.start}-${node.end}`;
    if (functionTypes.has(type)) functions.push(span);
    if (callTypes.has(type)) calls.push(span);
    const { value } = node;
    if (fieldTypes.has(type) && isNode(value)) functions.push(`${value.start}-${value.end}`);
    for (const key of Object.keys(node)) if (key !== 'loc' && key !== 'extra') open.push(node[key]);
  }
  return { functions: functions.toSorted(), calls: calls.toSorted() };
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function spansOfFunctions(module: IrModule): readonly string[] {
  return module.functions
    .slice(1)
    .map(({ start, end }) => `${start}-${end}`)
    .toSorted();
}

/** The spans of operations that a call may have become: a call, the import of a module, an export that is seen through. */
export function spansOfCalls(module: IrModule): ReadonlySet<string> {
  const spans = new Set<string>();
  for (const one of module.functions) {
    forEachOperation(one.body, ({ op, start, end }) => {
      if (op === 'call' || op === 'import') spans.add(`${start}-${end}`);
    });
  }
  return spans;
}

export function forEachOperation(block: Block, see: (operation: Operation) => void): void {
  for (const operation of block) {
    see(operation);
    for (const inner of innerBlocks(operation)) forEachOperation(inner, see);
  }
}

function innerBlocks(operation: Operation): readonly Block[] {
  switch (operation.op) {
    case 'branch':
      return [operation.then, operation.otherwise];
    case 'loop':
      return [operation.before, operation.body, operation.update];
    case 'iterate':
      return [operation.body];
    case 'try':
      return [operation.body, ...operation.handlers.map((handler) => handler.body), operation.final];
    default:
      return [];
  }
}
