import type { FunctionId, Member, Register } from '../ir/index.ts';
import { decorate, lowerFunction } from './functions.ts';
import type { Lowering } from './lowering.ts';
import type { Scope } from './scope.ts';
import type { ClassDefinition, Expression, FunctionDefinition, Statement } from './syntax.ts';

/**
 * The body of a class runs where the class stands. Methods become members by themselves, every other name that the body
 * binds becomes a field with its last value.
 */
export function lowerClass(l: Lowering, node: ClassDefinition): void {
  const value = decorate(l, node.decorators, () => lowerUndecorated(l, node));
  l.storeName(node.name.name, value, node.name);
}

function lowerUndecorated(l: Lowering, node: ClassDefinition): Register {
  const bases: Register[] = [];
  for (const { name, value } of node.arguments) {
    const register = l.expression(value);
    // `metaclass=` and what it is given; a base after `*` may be several.
    if (name === undefined) bases.push(register);
  }
  const scope = l.classScope(node.names);
  const members = l.inScope(scope, () => lowerBody(l, node, scope));
  return l.value((to) => ({ op: 'class', to, name: node.name.name, bases, members }), node);
}

function lowerBody(l: Lowering, node: ClassDefinition, scope: Scope): Member[] {
  const methods: Member[] = [];
  const types = new Map<string, string>();
  for (const statement of node.body) {
    if (statement.type === 'function') {
      const member = lowerMethod(l, statement, scope);
      if (member !== undefined) methods.push(member);
    } else {
      noteType(l, statement, types);
      l.statements([statement]);
    }
  }
  return [...methods, ...fieldsOf(l, node, scope, types)];
}

function noteType(l: Lowering, statement: Statement, types: Map<string, string>): void {
  if (statement.type !== 'annotated' || statement.target.type !== 'name') return;
  const { start, end } = statement.annotation;
  types.set(statement.target.name, l.text.slice(start, end));
}

function fieldsOf(l: Lowering, node: ClassDefinition, scope: Scope, types: ReadonlyMap<string, string>): Member[] {
  const fields: Member[] = [];
  for (const [name, variable] of scope.own) {
    const type = types.get(name);
    if (variable.stores === 0 && type === undefined) continue;
    const span = l.at(node.name);
    fields.push({
      key: name,
      kind: 'field',
      binding: 'class',
      ...(variable.stores === 0 ? {} : { value: l.load(variable, node.name) }),
      ...(type === undefined ? {} : { type }),
      start: span.start,
      end: span.end,
    });
  }
  return fields;
}

function lowerMethod(l: Lowering, node: FunctionDefinition, scope: Scope): Member | undefined {
  const variable = scope.own.get(node.name.name);
  const { kind, binding, isDeleter, others } = readDecorators(node);
  const id = lowerFunction(l, node, 'method');
  const span = l.at({ start: node.start, end: node.end });
  const about = { key: node.name.name, binding, ...span };
  if (isDeleter) {
    // Runs at `del order.total`, which nothing follows; named so that the function is known to be used.
    l.value((to) => ({ op: 'function', to, function: id }), node);
    return undefined;
  }
  if (others.length > 0) {
    const value = decorate(l, others, () => functionValue(l, id, node));
    if (variable !== undefined) variable.method = { register: value };
    return { ...about, kind: kind === 'method' ? 'field' : kind, value };
  }
  if (variable !== undefined && variable.stores > 0) {
    // The name was assigned before: it is a field, and this its last value.
    l.store(variable, functionValue(l, id, node), node.name);
    return undefined;
  }
  if (variable !== undefined) variable.method = id;
  return { ...about, kind, function: id };
}

function functionValue(l: Lowering, id: FunctionId, node: FunctionDefinition): Register {
  return l.value((to) => ({ op: 'function', to, function: id }), node.name);
}

/** What the decorators of the language say of a method, and the others, which are called. */
function readDecorators(node: FunctionDefinition): {
  readonly kind: 'method' | 'getter' | 'setter';
  readonly binding: Member['binding'];
  readonly isDeleter: boolean;
  readonly others: FunctionDefinition['decorators'];
} {
  let kind: 'method' | 'getter' | 'setter' = 'method';
  let binding: Member['binding'] = implicitClassMethods.has(node.name.name) ? 'class' : 'instance';
  if (node.name.name === '__new__') binding = 'static';
  let isDeleter = false;
  const others = node.decorators.filter(({ value }) => {
    const name = lastName(value);
    if (name === undefined) return true;
    if (getters.has(name)) kind = 'getter';
    else if (value.type === 'attribute' && name === 'setter') kind = 'setter';
    else if (value.type === 'attribute' && name === 'getter') kind = 'getter';
    else if (value.type === 'attribute' && name === 'deleter') isDeleter = true;
    else if (name === 'staticmethod' || name === 'abstractstaticmethod') binding = 'static';
    else if (name === 'classmethod' || name === 'abstractclassmethod') binding = 'class';
    else return !transparent.has(name);
    return false;
  });
  return { kind, binding, isDeleter, others };
}

const getters = new Set(['property', 'cached_property', 'abstractproperty']);

/** Class methods without being declared so: https://docs.python.org/3/reference/datamodel.html#customizing-class-creation */
const implicitClassMethods = new Set(['__init_subclass__', '__class_getitem__']);

/** Decorators of the standard library that give the method back as it is. */
const transparent = new Set(['abstractmethod', 'override', 'final', 'overload', 'no_type_check']);

function lastName(value: Expression): string | undefined {
  return value.type === 'name' || value.type === 'attribute' ? value.name : undefined;
}
