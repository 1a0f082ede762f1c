import type * as t from '@babel/types';
import type { FunctionId, IrFunction, Key, Member, Register } from '../ir/index.ts';
import { lowerFunction } from './functions.ts';
import { lowerBody } from './hoisting.ts';
import { varNames } from './declared-names.ts';
import type { Lowering } from './lowering.ts';
import { declaredKey } from './members.ts';

type ClassNode = t.ClassDeclaration | t.ClassExpression;
type MemberNode = t.ClassBody['body'][number];

export function lowerClass(l: Lowering, node: ClassNode, name: string): Register {
  const decorators = lowerDecorators(l, node.decorators);
  let register = 0;
  l.inScope(() => {
    const self = node.type === 'ClassExpression' && node.id ? l.declare(node.id.name) : undefined;
    const base = node.superClass ? l.expression(node.superClass) : undefined;
    if (base !== undefined && node.superClass) l.initialise(l.declare('%parent'), base, node.superClass);
    const members = node.body.body.flatMap((member) => lowerMember(l, member));
    register = l.value(
      (to) => ({ op: 'class', to, name: node.id?.name ?? name, bases: base === undefined ? [] : [base], members }),
      node,
    );
    if (self !== undefined && node.id) l.initialise(self, register, node.id);
  });
  // The innermost runs first; what it returns, if anything, takes the place of the class.
  for (const decorator of decorators.toReversed()) {
    const given = [{ value: register }];
    const result = l.value((to) => ({ op: 'call', to, callee: decorator, arguments: given, style: 'call' }), node);
    const values = [register, result];
    register = l.value((to) => ({ op: 'choose', to, values }), node);
  }
  return register;
}

function lowerDecorators(l: Lowering, decorators: readonly t.Decorator[] | null | undefined): readonly Register[] {
  return (decorators ?? []).map((decorator) => l.expression(decorator.expression));
}

function lowerMember(l: Lowering, node: MemberNode): readonly Member[] {
  switch (node.type) {
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return node.abstract ? [] : [lowerMethod(l, node)];
    case 'ClassProperty':
    case 'ClassPrivateProperty':
    case 'ClassAccessorProperty':
      return lowerField(l, node);
    case 'StaticBlock': {
      const { start, end } = l.at(node);
      const head = { name: '', kind: 'class-body' as const, isAsync: false, isGenerator: false, start, end };
      const id = inStatic(l, true, () =>
        l.inFunction(head, () => {
          varNames(node.body, (name) => l.declare(name));
          lowerBody(l, node.body);
        }),
      );
      return [{ key: '', kind: 'field', binding: 'static', function: id, start, end }];
    }
    default:
      return [];
  }
}

function lowerMethod(l: Lowering, node: t.ClassMethod | t.ClassPrivateMethod): Member {
  const decorators = lowerDecorators(l, node.decorators);
  const key = declaredKey(l, node);
  const ofParameters = new Map<number, readonly Register[]>();
  for (const [index, parameter] of node.params.entries()) {
    const some = 'decorators' in parameter ? lowerDecorators(l, parameter.decorators) : [];
    if (some.length > 0) ofParameters.set(index, some);
  }
  const about = { name: nameOf(key), kind: 'method', nameNode: node.key } as const;
  const id = inStatic(l, node.static, () => lowerFunction(l, node, about));
  const kinds = { get: 'getter', set: 'setter', method: 'method', constructor: 'constructor' } as const;
  const { start, end } = l.at(node);
  return {
    key,
    kind: kinds[node.kind],
    binding: node.static ? 'static' : 'instance',
    function: id,
    ...(decorators.length === 0 ? {} : { decorators }),
    ...(ofParameters.size === 0 ? {} : { parameterDecorators: ofParameters }),
    start,
    end,
  };
}

type FieldNode = t.ClassProperty | t.ClassPrivateProperty | t.ClassAccessorProperty;

function lowerField(l: Lowering, node: FieldNode): readonly Member[] {
  const decorators = lowerDecorators(l, node.decorators);
  if (('declare' in node && node.declare) || ('abstract' in node && node.abstract)) return [];
  const key = declaredKey(l, node);
  const { start, end } = l.at(node);
  const isStatic = node.static === true;
  const { value } = node;
  return [
    {
      key,
      kind: 'field',
      binding: isStatic ? 'static' : 'instance',
      ...(value ? { function: inStatic(l, isStatic, () => lowerInitialiser(l, node.key, value, nameOf(key))) } : {}),
      ...(decorators.length === 0 ? {} : { decorators }),
      start,
      end,
    },
  ];
}

/** The value of a field, as a function that runs with the new instance as `this`. */
function lowerInitialiser(l: Lowering, key: t.Node, value: t.Expression, name: string): FunctionId {
  const { start, end } = l.at(value);
  const kind: IrFunction['kind'] = 'method';
  return l.inFunction({ name, kind, isAsync: false, isGenerator: false, start, end }, () => {
    const register = l.named(key, value);
    l.emit({ op: 'return', value: register }, value);
  });
}

/** In a static member `super` is the parent itself. */
function inStatic(l: Lowering, isStatic: boolean | undefined, write: () => FunctionId): FunctionId {
  let id: FunctionId = 0;
  l.inScope((scope) => {
    scope.isStatic = isStatic === true;
    id = write();
  });
  return id;
}

function nameOf(key: Key): string {
  return typeof key === 'string' ? key : '';
}
