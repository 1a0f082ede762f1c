import type { UnsafeSetting } from '../../facts/function-facts.ts';
import type { IrModule } from '../../ir/module.ts';
import type { Operation, Register, VariableId } from '../../ir/operation.ts';
import { flatten } from './flatten.ts';

type Place = (start: number, end: number) => UnsafeSetting['at'];
type Kind = 'error-stack-returned' | 'environment-returned';

const messages: Readonly<Record<Kind, string>> = {
  'error-stack-returned': 'The stack of the error is answered to the caller.',
  'environment-returned': 'All environment variables are answered to the caller, with the credentials of the role.',
};
const responder = /^(?:res|resp|response|reply|ctx|c)$/i;
const answers = new Set(['send', 'json', 'end', 'html', 'text', 'write', 'body']);
const makesAnswer = /respon|reply|fail|error|result|answer|json/i;
/** What gives back all that it is given, of the environment too. */
const spells = /^(?:stringify|dumps|str|String|dict|entries|fromEntries|assign|inspect|items|copy|jsonify)$/;
const forDevelopers = /debug|verbose|is_?(?:dev|prod|local|test)|development|node_env|^stage$/i;
const logger = /^(?:console|log|logger|logging|metrics|tracer)$/i;

/**
 * Answers that hold the stack of an error or the whole environment. Read off the operations of one function: what is put under
 * `body` beside a status, given to the response of a router, or to a function that makes the answer.
 */
export function internalsReturned(module: IrModule, all: readonly Operation[], place: Place): UnsafeSetting[] {
  const found: UnsafeSetting[] = [];
  const errors = errorVariables(all);
  const variables = new Map<VariableId, Kind>();
  const held = new Map<Register, Kind>();
  /** What a register is called in the text: a global, a variable, a member. */
  const names = new Map<Register, string>();
  const answersOf = new Map<Register, Kind>();
  const guarded = new Set<Operation>();
  const guards = new Set<Register>();
  const say = (kind: Kind, operation: Operation): void => {
    found.push({ kind, at: place(operation.start, operation.end), message: messages[kind], steps: [] });
  };
  for (const operation of all) {
    if (isGuard(operation, names, guards) && 'to' in operation && operation.to !== undefined) guards.add(operation.to);
    switch (operation.op) {
      case 'branch':
        if (guards.has(operation.condition))
          for (const inside of [...flatten(operation.then), ...flatten(operation.otherwise)]) guarded.add(inside);
        break;
      case 'global':
        names.set(operation.to, operation.name);
        break;
      case 'load': {
        const name = module.variables[operation.variable]?.name ?? '';
        names.set(operation.to, name);
        if (errors.has(operation.variable)) names.set(operation.to, '%error');
        keep(held, operation.to, variables.get(operation.variable));
        break;
      }
      case 'store':
        keep(variables, operation.variable, held.get(operation.value));
        break;
      case 'get': {
        if (typeof operation.key !== 'string') break;
        const owner = names.get(operation.object);
        names.set(operation.to, operation.key);
        const isError = owner === '%error' || /^(?:e|ex|err|error|exception)$/i.test(owner ?? '');
        if (operation.key === 'stack' && isError && !guarded.has(operation))
          held.set(operation.to, 'error-stack-returned');
        if (isEnvironment(module, owner, operation.key)) held.set(operation.to, 'environment-returned');
        if (responder.test(owner ?? '') || owner === '%response') names.set(operation.to, `%answer ${operation.key}`);
        break;
      }
      case 'call': {
        const callee = names.get(operation.callee) ?? '';
        const given = operation.arguments.map(({ value }) => held.get(value)).find((kind) => kind !== undefined);
        const [, answer] = callee.split('%answer ');
        if (answer !== undefined) names.set(operation.to, '%response');
        if (given !== undefined && answer !== undefined && answers.has(answer)) say(given, operation);
        const receiver = operation.receiver === undefined ? undefined : held.get(operation.receiver);
        if (/^format_exc(?:eption)?$/.test(callee)) {
          if (!guarded.has(operation)) held.set(operation.to, 'error-stack-returned');
        } else if (!logger.test(names.get(operation.receiver ?? -1) ?? '')) {
          const passed = given ?? receiver;
          const isSpelled = spells.test(callee) || makesAnswer.test(callee);
          keep(held, operation.to, passed === 'environment-returned' && !isSpelled ? undefined : passed);
          if (given !== undefined && makesAnswer.test(callee)) answersOf.set(operation.to, given);
        }
        break;
      }
      case 'await':
        keep(answersOf, operation.to, answersOf.get(operation.value));
        break;
      case 'return': {
        const kind = operation.value === undefined ? undefined : answersOf.get(operation.value);
        if (kind !== undefined) say(kind, operation);
        break;
      }
      case 'set':
        if (operation.key === 'body' && responder.test(names.get(operation.object) ?? '')) {
          const kind = held.get(operation.value);
          if (kind !== undefined) say(kind, operation);
        }
        break;
      case 'object': {
        const entries = operation.entries.flatMap((entry) =>
          entry.kind === 'entry' && typeof entry.key === 'string' ? [[entry.key, entry.value] as const] : [],
        );
        const body = entries.find(([key]) => key === 'body')?.[1];
        const kind = body === undefined ? undefined : held.get(body);
        if (kind !== undefined && entries.some(([key]) => /^status(?:Code)?$/i.test(key))) say(kind, operation);
        else {
          const parts = operation.entries.flatMap((entry) => ('value' in entry ? [entry.value] : []));
          keep(
            held,
            operation.to,
            parts.map((part) => held.get(part)).find((one) => one !== undefined),
          );
        }
        break;
      }
      case 'join':
        keep(
          held,
          operation.to,
          operation.parts.map((part) => (typeof part === 'number' ? held.get(part) : undefined)).find(Boolean),
        );
        break;
      case 'binary':
        keep(held, operation.to, held.get(operation.left) ?? held.get(operation.right));
        break;
      case 'choose':
        keep(held, operation.to, operation.values.map((value) => held.get(value)).find(Boolean));
        break;
      case 'list':
        keep(held, operation.to, operation.items.map(({ value }) => held.get(value)).find(Boolean));
        break;
      default:
        break;
    }
  }
  return found;
}

/** Of the stage or of a switch for developers: what it guards is not shown to everyone. */
function isGuard(operation: Operation, names: ReadonlyMap<Register, string>, guards: ReadonlySet<Register>): boolean {
  switch (operation.op) {
    case 'get':
      return (
        typeof operation.key === 'string' &&
        (forDevelopers.test(operation.key) || names.get(operation.object) === 'env')
      );
    case 'load':
    case 'global':
      return forDevelopers.test(names.get(operation.to) ?? (operation.op === 'global' ? operation.name : ''));
    case 'binary':
      return guards.has(operation.left) || guards.has(operation.right);
    case 'unary':
      return guards.has(operation.value);
    case 'call':
      return operation.receiver !== undefined && guards.has(operation.receiver);
    default:
      return false;
  }
}

function keep<K>(map: Map<K, Kind>, key: K, kind: Kind | undefined): void {
  if (kind !== undefined) map.set(key, kind);
}

function errorVariables(all: readonly Operation[]): ReadonlySet<VariableId> {
  return new Set(
    all.flatMap((operation) =>
      operation.op === 'try' ? operation.handlers.flatMap(({ error }) => (error === undefined ? [] : [error])) : [],
    ),
  );
}

function isEnvironment(module: IrModule, owner: string | undefined, key: string): boolean {
  return module.language === 'python' ? owner === 'os' && key === 'environ' : owner === 'process' && key === 'env';
}
