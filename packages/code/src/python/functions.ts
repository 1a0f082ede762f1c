import type { FunctionId, IrParameter, Register } from '../ir/index.ts';
import type { Lowering } from './lowering.ts';
import type { Scope } from './scope.ts';
import type { Decorator, FunctionDefinition, Lambda, Parameter } from './syntax.ts';

export function lowerLambda(l: Lowering, node: Lambda, name: string): Register {
  const id = l.inFunction({ name, kind: 'lambda', isAsync: false, ...spanOf(node) }, node.names, (outer) => {
    lowerParameters(l, node.parameters, outer);
    const value = l.expression(node.body);
    l.emit({ op: 'return', value }, node.body);
  });
  return l.value((to) => ({ op: 'function', to, function: id }), node);
}

export function lowerFunction(l: Lowering, node: FunctionDefinition, kind: 'function' | 'method'): FunctionId {
  const head = { name: node.name.name, kind, isAsync: node.isAsync, nameSpan: spanOf(node.name), ...spanOf(node) };
  return l.inFunction(head, node.names, (outer) => {
    lowerParameters(l, node.parameters, outer);
    l.statements(node.body);
  });
}

/** Decorators are computed in the order of the text and called from the function outwards. */
export function decorate(l: Lowering, decorators: readonly Decorator[], value: () => Register): Register {
  const callees = decorators.map((one) => ({ callee: l.expression(one.value), at: one }));
  let result = value();
  for (const { callee, at } of callees.toReversed()) {
    const inner = result;
    result = l.value((to) => ({ op: 'call', to, callee, arguments: [{ value: inner }], style: 'call' }), at);
  }
  return result;
}

/**
 * Defaults are computed once, where the function is defined; here they are computed where it is called, with the names of
 * that place.
 */
function lowerParameters(l: Lowering, parameters: readonly Parameter[], outer: Scope): void {
  const registers = parameters.map(() => l.frame.builder.register());
  for (const [index, one] of parameters.entries()) {
    const register = registers[index] ?? 0;
    l.frame.builder.parameters.push(parameterOf(l, one, register));
    const variable = l.scope.own.get(one.name);
    const value = one.default;
    if (variable === undefined) continue;
    if (value === undefined) {
      l.store(variable, register, one);
      continue;
    }
    const missing = l.constant(undefined, one);
    const isMissing = l.value((to) => ({ op: 'binary', to, operator: '===', left: register, right: missing }), one);
    l.branch(
      isMissing,
      () =>
        l.store(
          variable,
          l.inScope(outer, () => l.expression(value)),
          one,
        ),
      () => l.store(variable, register, one),
      one,
    );
    variable.stores--;
  }
}

function parameterOf(l: Lowering, one: Parameter, register: Register): IrParameter {
  const { annotation } = one;
  return {
    register,
    name: one.name,
    kind: one.kind,
    hasDefault: one.default !== undefined,
    ...(annotation === undefined ? {} : { type: l.text.slice(annotation.start, annotation.end) }),
    ...l.at({ start: one.start, end: one.end }),
  };
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}
