import type {
  Argument,
  Block,
  Constant,
  Key,
  Member,
  ObjectEntry,
  Operation,
  Register,
  VariableId,
} from './operation.ts';

export type NameVariable = (id: VariableId) => string;

/** The line of an operation, and the blocks that are indented below it. */
export interface PrintedOperation {
  readonly line: string;
  readonly blocks: readonly PrintedBlock[];
}

interface PrintedBlock {
  readonly title?: string;
  readonly block: Block;
  /** Not shown when it is empty. */
  readonly isOptional?: true;
}

export function operationPrinter(variable: NameVariable): (operation: Operation) => PrintedOperation {
  return (operation) => {
    const blocks = blocksOf(operation, variable);
    const line = lineOf(operation, variable);
    return { line: 'to' in operation && operation.to !== undefined ? `r${operation.to} = ${line}` : line, blocks };
  };
}

function lineOf(operation: Operation, variable: NameVariable): string {
  switch (operation.op) {
    case 'constant':
      return constantText(operation.value);
    case 'pattern':
      return `pattern /${operation.source}/${operation.flags}`;
    case 'join':
      return `join${operation.tag === undefined ? '' : ` r${operation.tag}`} ${operation.parts.map(partText).join(' + ')}`;
    case 'load':
      return variable(operation.variable);
    case 'store':
      return `${variable(operation.variable)} = r${operation.value}`;
    case 'global':
      return `global ${operation.name}`;
    case 'set-global':
      return `global ${operation.name} = r${operation.value}`;
    case 'get':
      return `get ${memberText(operation)}`;
    case 'set':
      return `set ${memberText(operation)} = r${operation.value}`;
    case 'delete':
      return `delete ${memberText(operation)}`;
    case 'call': {
      const on = operation.receiver === undefined ? '' : ` on r${operation.receiver}`;
      return `${operation.style} r${operation.callee}(${operation.arguments.map(argumentText).join(', ')})${on}`;
    }
    case 'function':
      return `function f${operation.function}`;
    case 'class':
      return `class ${operation.name}${operation.bases.length === 0 ? '' : ` (${registers(operation.bases)})`}${membersText(operation.members)}`;
    case 'object':
      return `object {${operation.entries.map(entryText).join(', ')}}`;
    case 'list':
      return `${operation.kind} [${operation.items.map((item) => `${item.spread ? '...' : ''}r${item.value}`).join(', ')}]`;
    case 'unary':
      return `${operation.operator} r${operation.value}`;
    case 'binary':
      return `r${operation.left} ${operation.operator} r${operation.right}`;
    case 'import':
      return `${operation.style} ${operation.name} from ${JSON.stringify(operation.specifier)}`;
    case 'this':
      return 'this';
    case 'await':
      return `await r${operation.value}`;
    case 'yield':
      return `yield${operation.delegate ? '*' : ''}${optional(operation.value)}`;
    case 'choose':
      return `choose ${registers(operation.values)}`;
    case 'branch':
      return `if r${operation.condition}`;
    case 'loop':
      return `loop${labelText(operation.label)}`;
    case 'iterate': {
      const how = operation.keys ? 'in' : 'of';
      return `for${operation.isAsync ? ' await' : ''} r${operation.item} ${how} r${operation.over}${labelText(operation.label)}`;
    }
    case 'try':
      return 'try';
    case 'return':
    case 'throw':
      return `${operation.op}${optional(operation.value)}`;
    case 'break':
    case 'continue':
      return `${operation.op}${labelText(operation.label)}`;
    case 'unreadable':
      return 'unreadable';
    default:
      return operation satisfies never;
  }
}

function blocksOf(operation: Operation, variable: NameVariable): readonly PrintedBlock[] {
  switch (operation.op) {
    case 'branch':
      return [{ block: operation.then }, { title: 'else', block: operation.otherwise, isOptional: true }];
    case 'loop':
      return [
        { title: 'before', block: operation.before, isOptional: true },
        ...(operation.condition === undefined ? [] : [{ title: `while r${operation.condition}`, block: [] }]),
        { title: 'body', block: operation.body },
        { title: 'update', block: operation.update, isOptional: true },
      ];
    case 'iterate':
      return [{ block: operation.body }];
    case 'try':
      return [
        { block: operation.body },
        ...operation.handlers.map((handler) => {
          const types = handler.types.length === 0 ? '' : ` ${registers(handler.types)}`;
          const error = handler.error === undefined ? '' : ` as ${variable(handler.error)}`;
          return { title: `catch${types}${error}`, block: handler.body };
        }),
        { title: 'finally', block: operation.final, isOptional: true },
      ];
    default:
      return [];
  }
}

function constantText(value: Constant): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function partText(part: string | Register): string {
  return typeof part === 'string' ? JSON.stringify(part) : `r${part}`;
}

function memberText(operation: {
  readonly object: Register;
  readonly key: Key;
  readonly access: 'member' | 'item';
}): string {
  const { object, key, access } = operation;
  if (typeof key !== 'string') return `r${object}[r${key.register}]`;
  return access === 'member' && /^[#\w$]+$/.test(key) ? `r${object}.${key}` : `r${object}[${JSON.stringify(key)}]`;
}

function argumentText(argument: Argument): string {
  const mark = argument.spread === undefined ? '' : argument.spread === 'items' ? '...' : '**';
  return `${mark}${argument.name === undefined ? '' : `${argument.name}=`}r${argument.value}`;
}

function entryText(entry: ObjectEntry): string {
  if (entry.kind === 'spread') return `...r${entry.value}`;
  if (entry.kind === 'entry') return `${keyText(entry.key)}: r${entry.value}`;
  return `${entry.kind} ${keyText(entry.key)}: f${entry.function}`;
}

function keyText(key: Key): string {
  if (typeof key !== 'string') return `[r${key.register}]`;
  return /^[#\w$]+$/.test(key) ? key : JSON.stringify(key);
}

function membersText(members: readonly Member[]): string {
  return members.length === 0 ? ' {}' : ` { ${members.map(memberLine).join('; ')} }`;
}

function memberLine(member: Member): string {
  const decorators = member.decorators === undefined ? '' : `@(${registers(member.decorators)}) `;
  const binding = member.binding === 'instance' ? '' : `${member.binding} `;
  const parameters = [...(member.parameterDecorators ?? [])].map(([index, by]) => ` @${index}(${registers(by)})`);
  const value = [
    ...(member.function === undefined ? [] : [`f${member.function}`]),
    ...(member.value === undefined ? [] : [`r${member.value}`]),
  ];
  const type = member.type === undefined ? '' : ` (${member.type})`;
  return `${decorators}${binding}${member.kind} ${keyText(member.key)}${type}: ${value.join(' ')}${parameters.join('')}`;
}

function registers(all: readonly Register[]): string {
  return all.map((one) => `r${one}`).join(', ');
}

function optional(value: Register | undefined): string {
  return value === undefined ? '' : ` r${value}`;
}

function labelText(label: string | undefined): string {
  return label === undefined ? '' : ` ${label}`;
}
