import type * as t from '@babel/types';
import type { Register } from '../ir/index.ts';
import { lexicalNames, varNames } from './declared-names.ts';
import { lowerBody } from './hoisting.ts';
import type { Lowering } from './lowering.ts';
import { lowerImport } from './module-calls.ts';
import type { Variable } from './scope.ts';

type EnumMember = t.TSEnumMember | t.EnumBody['members'][number];

/** `enum Status { Open, Paid = 'paid' }` is an object; a numeric member is found by its number too. */
export function lowerEnum(l: Lowering, node: t.TSEnumDeclaration | t.EnumDeclaration): void {
  if ('declare' in node && node.declare) return;
  const members: readonly EnumMember[] = node.type === 'EnumDeclaration' ? node.body.members : membersOf(node);
  withObject(l, node.id, (object) =>
    l.inScope(() => {
      let next: number | undefined = 0;
      for (const member of members) {
        const key = member.id.type === 'Identifier' ? member.id.name : member.id.value;
        const init = 'initializer' in member ? member.initializer : 'init' in member ? member.init : undefined;
        const number: number | undefined = init ? numberOf(init as t.Expression) : next;
        const value = init ? l.expression(init as t.Expression) : enumValue(l, node, key, next, member);
        next = number === undefined ? undefined : number + 1;
        l.initialise(l.declare(key), value, member);
        l.emit({ op: 'set', object, key, access: 'member', value }, member);
        if (number !== undefined) {
          const name = l.constant(key, member);
          l.emit({ op: 'set', object, key: String(number), access: 'member', value: name }, member);
        }
      }
    }),
  );
}

function membersOf(node: t.TSEnumDeclaration): readonly EnumMember[] {
  return node.members ?? node.body?.members ?? [];
}

function enumValue(
  l: Lowering,
  node: t.TSEnumDeclaration | t.EnumDeclaration,
  key: string,
  next: number | undefined,
  member: t.Node,
): Register {
  // Flow's enums without values hold their names.
  if (node.type === 'EnumDeclaration') return l.constant(key, member);
  return next === undefined ? l.value((to) => ({ op: 'unreadable', to }), member) : l.constant(next, member);
}

function numberOf(node: t.Expression): number | undefined {
  if (node.type === 'NumericLiteral') return node.value;
  const isNegative = node.type === 'UnaryExpression' && node.operator === '-';
  return isNegative && node.argument.type === 'NumericLiteral' ? -node.argument.value : undefined;
}

/** `namespace Orders { export const table = … }`: a block whose exports are members of an object. */
export function lowerNamespace(l: Lowering, node: t.TSModuleDeclaration): void {
  const { body, id } = node;
  if (node.declare || id.type !== 'Identifier') return;
  withObject(l, id, (object) =>
    l.inScope(() => {
      if (body.type === 'TSModuleDeclaration') {
        // `namespace Orders.Status { … }`.
        if (body.id.type === 'Identifier') l.declare(body.id.name);
        lowerNamespace(l, body);
        if (body.id.type === 'Identifier') setMember(l, object, body.id);
        return;
      }
      varNames(body.body, (name) => l.declare(name));
      lowerBody(l, body.body.map(declarationIn));
      for (const statement of body.body) {
        if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) continue;
        const names = (name: string): void => setMember(l, object, { ...statement, type: 'Identifier', name });
        varNames([statement], names);
        lexicalNames([statement], names);
      }
    }),
  );
}

function declarationIn(statement: t.Statement): t.Statement {
  return statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
}

function setMember(l: Lowering, object: Register, id: t.Identifier): void {
  const variable = l.scope.own(id.name);
  if (variable === undefined) return;
  const value = l.load(variable, id);
  l.emit({ op: 'set', object, key: id.name, access: 'member', value }, id);
}

/** The object behind an enum or namespace; what declares it again, or a function or class of that name, is extended. */
function withObject(l: Lowering, id: t.Identifier, write: (object: Register) => void): void {
  const variable: Variable | undefined = l.scope.find(id.name);
  if (variable?.isInitialised) {
    write(l.load(variable, id));
    return;
  }
  const object = l.value((to) => ({ op: 'object', to, entries: [] }), id);
  if (variable !== undefined) l.initialise(variable, object, id);
  write(object);
}

/** `import table = require('./table')` and `import Status = Orders.Status`. */
export function lowerImportEquals(l: Lowering, node: t.TSImportEqualsDeclaration): void {
  if (node.importKind === 'type') return;
  const variable = l.scope.find(node.id.name);
  const reference = node.moduleReference;
  const value =
    reference.type === 'TSExternalModuleReference'
      ? lowerImport(l, reference.expression.value, '*', 'require', node)
      : lowerEntity(l, reference);
  if (variable === undefined) return;
  l.initialise(variable, value, node.id);
  if (node.isExport) {
    const { start, end } = l.at(node);
    l.exports.push({ kind: 'local', name: node.id.name, variable: variable.id, start, end });
  }
}

function lowerEntity(l: Lowering, node: t.TSEntityName): Register {
  if (node.type === 'Identifier') return l.expression(node);
  if (node.type !== 'TSQualifiedName') return l.value((to) => ({ op: 'this', to }), node);
  const object = lowerEntity(l, node.left);
  return l.value((to) => ({ op: 'get', to, object, key: node.right.name, access: 'member' }), node);
}
