import type * as t from '@babel/types';
import type { Register } from '../ir/index.ts';
import { lowerClosure } from './functions.ts';
import type { Lowering } from './lowering.ts';
import { literalText, lowerImport, requiredSpecifier } from './module-calls.ts';
import { withoutComma } from './unwrap.ts';

/**
 * What compilers write where people write `import`, `export` and `async`: seen through, so that compiled code reads like its
 * source. Only by name and shape; undefined for an ordinary call.
 */
export function lowerIdiom(l: Lowering, node: t.CallExpression): Register | undefined {
  const name = calledName(node);
  if (name === undefined) return undefined;
  if (interopCalls.has(name)) return lowerInterop(l, node);
  if (exportCalls.has(name)) return lowerExportGetters(l, node);
  if (exportAllCalls.has(name)) return lowerExportAll(l, node);
  if (name === 'defineProperty') return lowerDefinedGetter(l, node);
  if (name === 'forEach') return lowerKeysLoop(l, node);
  if (name === '__awaiter') return lowerAwaiter(l, node);
  if (name === '_asyncToGenerator' || name === '_async_to_generator') return lowerAsyncGenerator(l, node);
  return undefined;
}

/** TypeScript, Babel, SWC and esbuild: a module in, the same module with a `default` out. */
const interopCalls: ReadonlySet<string> = new Set([
  '__importDefault',
  '__importStar',
  '__toESM',
  '__toCommonJS',
  '_interopRequireDefault',
  '_interopRequireWildcard',
  '_interop_require_default',
  '_interop_require_wildcard',
  '_interopDefault',
  '_interopDefaultLegacy',
  '_interopNamespace',
  '_interopNamespaceDefault',
]);
/** esbuild and SWC: `__export(exports, { handler: () => handler })`. */
const exportCalls: ReadonlySet<string> = new Set(['__export', '_export']);
/** `__exportStar(require('./orders'), exports)`. */
const exportAllCalls: ReadonlySet<string> = new Set(['__exportStar', '_export_star', '__reExport']);

function calledName(node: t.CallExpression): string | undefined {
  const callee = withoutComma(node.callee as t.Expression).node;
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined;
  return callee.property.name;
}

function lowerInterop(l: Lowering, node: t.CallExpression): Register | undefined {
  const [module] = node.arguments;
  if (module === undefined || module.type === 'SpreadElement' || module.type === 'ArgumentPlaceholder')
    return undefined;
  const specifier = requiredSpecifier(l, module);
  return specifier === undefined ? l.expression(module) : lowerImport(l, specifier, '*', 'import', node);
}

function lowerExportGetters(l: Lowering, node: t.CallExpression): Register | undefined {
  const [target, getters] = node.arguments;
  if (target?.type !== 'Identifier' || getters?.type !== 'ObjectExpression') return undefined;
  for (const property of getters.properties) {
    const name = property.type === 'SpreadElement' || property.computed ? undefined : nameOf(property.key);
    const value = property.type === 'ObjectProperty' ? property.value : property;
    const result = resultOf(value);
    if (name === undefined || result === undefined) return undefined;
  }
  for (const property of getters.properties) {
    if (property.type === 'SpreadElement') continue;
    const value = resultOf(property.type === 'ObjectProperty' ? property.value : property);
    if (value !== undefined) setAtEnd(l, target, nameOf(property.key) ?? '', value);
  }
  return l.constant(undefined, node);
}

/** `Object.defineProperty(exports, 'place', { enumerable: true, get: function () { return orders_1.place; } })`. */
function lowerDefinedGetter(l: Lowering, node: t.CallExpression): Register | undefined {
  const [target, key, descriptor] = node.arguments;
  const name = literalText(key);
  if (target?.type !== 'Identifier' || name === undefined || descriptor?.type !== 'ObjectExpression') return undefined;
  const getter = descriptor.properties.find((one) => one.type !== 'SpreadElement' && nameOf(one.key) === 'get');
  if (getter === undefined || getter.type === 'SpreadElement') return undefined;
  const value = resultOf(getter.type === 'ObjectProperty' ? getter.value : getter);
  if (value === undefined) return undefined;
  setAtEnd(l, target, name, value);
  return l.constant(undefined, node);
}

/** An export that is read through a getter shows what is assigned last: it is set when the body is done. */
function setAtEnd(l: Lowering, target: t.Identifier, key: string, value: t.Expression): void {
  const { scope } = l;
  l.frame.atEnd.push(() => {
    const around = l.scope;
    l.scope = scope;
    const object = l.expression(target);
    const register = l.expression(value);
    l.emit({ op: 'set', object, key, access: 'member', value: register }, value);
    l.scope = around;
  });
}

/** TypeScript: `return __awaiter(this, void 0, void 0, function* () { … })` runs the body at once, with the same `this`. */
function lowerAwaiter(l: Lowering, node: t.CallExpression): Register | undefined {
  const body = node.arguments.at(-1);
  if (body?.type !== 'FunctionExpression' || !body.generator) return undefined;
  const callee = lowerClosure(l, body, { name: '', kind: 'arrow', yieldAwaits: true });
  return l.value((to) => ({ op: 'call', to, callee, arguments: [], style: 'call' }), node);
}

/** Babel and SWC: `_asyncToGenerator(function* (event) { … })` is an async function. */
function lowerAsyncGenerator(l: Lowering, node: t.CallExpression): Register | undefined {
  const [body] = node.arguments;
  if (body?.type !== 'FunctionExpression' || !body.generator) return undefined;
  return lowerClosure(l, body, { name: body.id?.name ?? '', kind: 'function', yieldAwaits: true });
}

function lowerExportAll(l: Lowering, node: t.CallExpression): Register | undefined {
  const module = node.arguments.find((one) => requiredSpecifier(l, one) !== undefined);
  const specifier = requiredSpecifier(l, module);
  if (specifier === undefined) return undefined;
  l.exports.push({ kind: 'all', specifier, ...spanOf(l, node) });
  return lowerImport(l, specifier, '*', 'require', node);
}

/** Babel: `Object.keys(_orders).forEach(function (key) { … exports[key] = _orders[key] … })`; undefined lets it be a call too. */
function lowerKeysLoop(l: Lowering, node: t.CallExpression): undefined {
  const list = node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
  if (list?.type !== 'CallExpression' || calledName(list) !== 'keys' || l.frame.kind !== 'module') return;
  const [module] = list.arguments;
  const specifier = module?.type === 'Identifier' ? l.scope.find(module.name)?.required : undefined;
  const body = l.text.slice(node.start ?? 0, node.end ?? 0);
  if (specifier === undefined || !/\bexports\b/.test(body)) return;
  l.exports.push({ kind: 'all', specifier, ...spanOf(l, node) });
}

function spanOf(l: Lowering, node: t.Node): { readonly start: number; readonly end: number } {
  const { start, end } = l.at(node);
  return { start, end };
}

function nameOf(key: t.Node): string | undefined {
  return key.type === 'Identifier' ? key.name : literalText(key);
}

/** What a function of one `return` returns. */
function resultOf(node: t.Node): t.Expression | undefined {
  if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') return node.body;
  const body = 'body' in node ? node.body : undefined;
  if (body === null || typeof body !== 'object' || !('type' in body) || body.type !== 'BlockStatement')
    return undefined;
  const [only, ...more] = body.body;
  return more.length === 0 && only?.type === 'ReturnStatement' ? (only.argument ?? undefined) : undefined;
}
