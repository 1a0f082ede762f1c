import type * as t from '@babel/types';
import type { FunctionId, IrFunction, Register } from '../ir/index.ts';
import { boundNames, varNames } from './declared-names.ts';
import { lowerBody } from './hoisting.ts';
import type { Lowering } from './lowering.ts';
import { assignPattern } from './patterns.ts';

export type FunctionNode =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

interface FunctionAbout {
  readonly name: string;
  readonly kind: IrFunction['kind'];
  readonly nameNode?: t.Node | null | undefined;
  /** It is compiled `async` code: each `yield` awaits. */
  readonly yieldAwaits?: boolean;
}

/** The register of a closure over what is around. */
export function lowerClosure(l: Lowering, node: FunctionNode, about: FunctionAbout): Register {
  const id = lowerFunction(l, node, about);
  return l.value((to) => ({ op: 'function', to, function: id }), node);
}

export function lowerFunction(l: Lowering, node: FunctionNode, about: FunctionAbout): FunctionId {
  const { start, end } = l.at(node);
  const yieldAwaits = about.yieldAwaits ?? false;
  const head = {
    name: about.name,
    kind: about.kind,
    isAsync: node.async === true || yieldAwaits,
    isGenerator: node.generator === true && !yieldAwaits,
    yieldAwaits,
    start,
    end,
    ...(about.nameNode ? { nameSpan: spanOf(l, about.nameNode) } : {}),
  };
  return l.inFunction(head, () => {
    for (const parameter of node.params) boundNames(parameter, (name) => l.declare(name));
    if (node.body.type === 'BlockStatement') varNames(node.body.body, (name) => l.declare(name));
    // `this` that TypeScript writes as a parameter is none.
    const written = node.params.filter((one) => one.type !== 'Identifier' || one.name !== 'this');
    const registers = written.map((parameter) => addParameter(l, parameter));
    for (const [index, parameter] of written.entries()) {
      const register = registers[index];
      if (register !== undefined) assignPattern(l, parameter, register, 'declare');
    }
    for (const parameter of written) if (parameter.type === 'TSParameterProperty') lowerProperty(l, parameter);
    if (node.body.type === 'BlockStatement') lowerBody(l, node.body.body);
    else {
      const value = l.expression(node.body);
      l.emit({ op: 'return', value }, node.body);
    }
  });
}

type Parameter = FunctionNode['params'][number] | t.TSParameterProperty;

function addParameter(l: Lowering, parameter: Parameter): Register {
  const { builder } = l.frame;
  const register = builder.register();
  const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const target =
    inner.type === 'AssignmentPattern' ? inner.left : inner.type === 'RestElement' ? inner.argument : inner;
  const type = typeText(l, target) ?? typeText(l, inner);
  builder.parameters.push({
    register,
    ...(target.type === 'Identifier' ? { name: target.name } : {}),
    kind: inner.type === 'RestElement' ? 'rest' : 'positional',
    hasDefault: inner.type === 'AssignmentPattern',
    ...(type === undefined ? {} : { type }),
    ...spanOf(l, parameter),
  });
  return register;
}

/** The annotation without its colon, in one line. */
function typeText(l: Lowering, node: t.Node): string | undefined {
  const annotation = 'typeAnnotation' in node ? node.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeAnnotation' && annotation?.type !== 'TypeAnnotation') return undefined;
  const { start, end } = annotation.typeAnnotation;
  const longest = 300;
  return l.text.slice(start ?? 0, Math.min(end ?? 0, (start ?? 0) + longest)).replace(/\s+/g, ' ');
}

/** TypeScript `constructor(private readonly table: string)` stores the parameter in the instance. */
function lowerProperty(l: Lowering, parameter: t.TSParameterProperty): void {
  boundNames(parameter, (name) => {
    const variable = l.scope.find(name);
    if (variable === undefined) return;
    const object = l.value((to) => ({ op: 'this', to }), parameter);
    const value = l.load(variable, parameter);
    l.emit({ op: 'set', object, key: name, access: 'member', value }, parameter);
  });
}

function spanOf(l: Lowering, node: t.Node): { readonly start: number; readonly end: number } {
  const { start, end } = l.at(node);
  return { start, end };
}

/** `function again() { … again() … }` as an expression: its name is seen inside it. */
export function lowerFunctionExpression(l: Lowering, node: t.FunctionExpression, name: string): Register {
  const { id } = node;
  if (!id) return lowerClosure(l, node, { name, kind: 'function' });
  let register = 0;
  l.inScope(() => {
    const self = l.declare(id.name);
    register = lowerClosure(l, node, { name: id.name, kind: 'function', nameNode: id });
    l.initialise(self, register, id);
  });
  return register;
}

/** `arguments`: the parameters that are written, and whatever else was passed. */
export function lowerArgumentsList(l: Lowering, node: t.Node): Register | undefined {
  let owner = l.frame;
  while (owner.kind === 'arrow' && owner.outer !== undefined) owner = owner.outer;
  if (owner.kind === 'module' || owner.kind === 'class-body') return undefined;
  owner.argumentsList ??= l.argumentsOf(owner, node);
  return l.load(owner.argumentsList, node);
}
