import type { Member, Operation } from '../ir/operation.ts';
import { rangeOf, valueOf, type Activation } from './activation.ts';
import { Cells } from './cells.ts';
import type { Interpreter } from './interpreter.ts';
import { keyText } from './members.ts';
import type { ClassMember, ClassValue, FunctionValue, MemberDecorators, Value } from './value.ts';

/** A class as it stands in the text; its static parts are computed at once, those of instances when one is made. */
export function makeClass(
  machine: Interpreter,
  activation: Activation,
  operation: Extract<Operation, { op: 'class' }>,
): Value {
  const members = new Map<string, ClassMember>();
  const accessors = new Map<string, { getter?: FunctionValue; setter?: FunctionValue }>();
  const initialisers: { key: string; function: FunctionValue }[] = [];
  const decorators: MemberDecorators[] = [];
  const type: ClassValue & { construct?: FunctionValue } = {
    kind: 'class',
    name: operation.name,
    id: machine.journal.next(),
    language: activation.module.language,
    bases: operation.bases.flatMap((base) => {
      const value = valueOf(activation, base);
      return value.kind === 'union' ? value.options : [value];
    }),
    members,
    accessors,
    initialisers,
    statics: new Cells(machine.journal.next()),
    module: activation.module,
    decorators,
    at: rangeOf(activation, operation),
    fieldTypes: fieldTypes(operation.members),
  };
  const closure = (id: number): FunctionValue => ({ ...machine.closure(activation, id), homeClass: type });
  const statics: { readonly key: string; readonly function: FunctionValue }[] = [];

  for (const member of operation.members) {
    const key = memberKey(activation, member);
    if (key === undefined) continue;
    noteDecorators(activation, member, key, decorators);
    const own = member.function === undefined ? undefined : closure(member.function);
    switch (member.kind) {
      case 'constructor':
        if (own !== undefined) type.construct = own;
        break;
      case 'getter':
      case 'setter': {
        const value = own ?? (member.value === undefined ? undefined : valueOf(activation, member.value));
        if (value?.kind === 'function') accessors.set(key, { ...accessors.get(key), [member.kind]: value });
        break;
      }
      case 'method':
        if (own !== undefined) members.set(key, { value: own, binding: member.binding });
        break;
      case 'field':
        if (member.value !== undefined) {
          members.set(key, {
            value: valueOf(activation, member.value),
            binding: member.binding === 'class' ? 'instance' : member.binding,
          });
        } else if (own !== undefined)
          (member.binding === 'static' ? statics : initialisers).push({ key, function: own });
        break;
      default:
        member.kind satisfies never;
    }
  }
  if (type.language === 'python') {
    const init = members.get('__init__');
    if (init?.value.kind === 'function') type.construct = init.value;
  }
  for (const { key, function: initialiser } of statics) {
    const value = machine.callFunction(initialiser, type, [], type.at);
    if (key !== '') machine.journal.write(type.statics, key, value);
  }
  return type;
}

function fieldTypes(members: readonly Member[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const member of members) {
    if (member.type !== undefined && typeof member.key === 'string') types.set(member.key, member.type);
  }
  return types;
}

function memberKey(activation: Activation, member: Member): string | undefined {
  return typeof member.key === 'string' ? member.key : keyText(valueOf(activation, member.key.register));
}

function noteDecorators(activation: Activation, member: Member, key: string, into: MemberDecorators[]): void {
  if (member.decorators === undefined && member.parameterDecorators === undefined) return;
  const parameters = new Map<number, readonly Value[]>();
  for (const [index, registers] of member.parameterDecorators ?? []) {
    parameters.set(
      index,
      registers.map((one) => valueOf(activation, one)),
    );
  }
  into.push({ key, values: (member.decorators ?? []).map((one) => valueOf(activation, one)), parameters });
}
