import type {
  ConditionalReason,
  MemberForm,
  MemberTest,
  OperationNeed,
  ResourcePart,
  ResourceTemplate,
} from './types.ts';

/**
 * The notation of the pack for needs and resources.
 *
 *     need      [+][prefix:]Action [ on template | ...] [ if test & ...] [ maybe reason] [ pass Member[ to service]]
 *     template  <number in the template list>
 *     listed    type{Placeholder:Member!form~absent,...}?test & ...     or    type=Member?test    or    type@arn?test
 *     test      Member    !Member    Member=one/other    Member^verb/verb
 *
 * A type of another prefix is written `kms::key`. `+` marks an addition to the permission that the operation is named after.
 * An empty action has the operation's name.
 */
export interface NotationContext {
  readonly prefix: string;
  readonly operation: string;
  readonly templates: readonly string[];
  /** The ARN formats of a resource type of the service. */
  readonly arnsOf: (type: string) => readonly string[];
}

/** The needs of one operation, `; ` between them. Throws on text that is not of the notation: the pack is broken. */
export function readNeeds(text: string, context: NotationContext): readonly OperationNeed[] {
  return text.split('; ').map((need) => readNeed(need, context));
}

function readNeed(text: string, context: NotationContext): OperationNeed {
  const [named = '', ...words] = text.split(' ');
  const clauses = readClauses(words);
  const { on, if: condition, maybe, pass, to } = clauses;
  return {
    action: fullAction(named.replace('+', ''), context),
    primary: !named.startsWith('+'),
    resources: on === undefined ? [] : on.split('|').map((index) => listed(Number(index), context)),
    ...(condition === undefined ? {} : { when: readTests(condition) }),
    ...(maybe === undefined ? {} : { conditional: maybe as ConditionalReason }),
    ...(pass === undefined ? {} : { passRole: { member: pass, ...(to === undefined ? {} : { service: to }) } }),
  };
}

type Clauses = Partial<Record<'on' | 'if' | 'maybe' | 'pass' | 'to', string>>;

/** A regular expression for the whole took longer to compile than the pack to read. */
function readClauses(words: readonly string[]): Clauses {
  const clauses: Clauses = {};
  let clause: keyof Clauses | undefined;
  for (const word of words) {
    if (word === 'on' || word === 'if' || word === 'maybe' || word === 'pass' || word === 'to') clause = word;
    else if (clause === undefined) throw new Error(`Not a clause of a need: ${word}`);
    else clauses[clause] = clauses[clause] === undefined ? word : `${clauses[clause]} ${word}`;
  }
  return clauses;
}

function fullAction(action: string, { prefix, operation }: NotationContext): string {
  if (action === '') return `${prefix}:${operation}`;
  return action.includes(':') ? action : `${prefix}:${action}`;
}

function listed(index: number, context: NotationContext): ResourceTemplate {
  const text = context.templates[index];
  if (text === undefined) throw new Error(`The template list has no entry ${index}.`);
  return readTemplate(text, context.arnsOf);
}

/** One listed template. */
export function readTemplate(text: string, arnsOf: NotationContext['arnsOf']): ResourceTemplate {
  const question = text.indexOf('?');
  const body = question < 0 ? text : text.slice(0, question);
  const end = body.search(/[{=@]/);
  const type = end < 0 ? body : body.slice(0, end);
  const rest = end < 0 ? '' : body.slice(end + 1);
  const sign = end < 0 ? '' : body[end];
  return {
    type: type.replace(/^.*::/, ''),
    parts: templateParts(
      type,
      {
        bindings: sign === '{' ? rest.slice(0, -1) : undefined,
        whole: sign === '=' ? rest : undefined,
        arn: sign === '@' ? rest : undefined,
      },
      arnsOf,
    ),
    ...(question < 0 ? {} : { when: readTests(text.slice(question + 1)) }),
  };
}

interface TemplateBody {
  readonly bindings: string | undefined;
  readonly whole: string | undefined;
  readonly arn: string | undefined;
}

function templateParts(
  type: string,
  { bindings, whole, arn }: TemplateBody,
  arnsOf: NotationContext['arnsOf'],
): readonly ResourcePart[] {
  if (whole !== undefined) return [{ kind: 'member', member: whole, form: 'arn' }];
  const bound = new Map((bindings ?? '').split(',').filter(Boolean).map(readBinding));
  const format = arn ?? arnsOf(type)[0] ?? '*';
  return format.split(/(\$\{[^}]+\}|\{[^}]+\}|\*)/).flatMap((piece) => readPiece(piece, bound));
}

function readPiece(piece: string, bound: ReadonlyMap<string, ResourcePart>): readonly ResourcePart[] {
  if (piece === '') return [];
  if (piece === '*') return [{ kind: 'any', name: '*' }];
  if (!piece.endsWith('}')) return [{ kind: 'literal', text: piece }];
  const name = piece.slice(piece.indexOf('{') + 1, -1);
  if (!piece.startsWith('$')) return [readBinding(`x:${name}`)[1]];
  const part = bound.get(name);
  if (part !== undefined) return [part];
  return [
    name === 'Partition' || name === 'Region' || name === 'Account' ? { kind: 'pseudo', name } : { kind: 'any', name },
  ];
}

/** `Placeholder:Member!form~absent`; a value that begins with `arn:` is the whole ARN unless the form says otherwise. */
function readBinding(text: string): readonly [string, ResourcePart] {
  const [, placeholder = '', member = '', form = 'arn-or-text', absent] =
    /^([^:]+):([^!~]+)(?:!([a-z-]+))?(?:~(.*))?$/.exec(text) ?? [];
  return [
    placeholder,
    { kind: 'member', member, form: form as MemberForm, ...(absent === undefined ? {} : { absent }) },
  ];
}

function readTests(text: string): readonly MemberTest[] {
  return text.split(' & ').map((test) => {
    if (test.startsWith('!')) return { member: test.slice(1), is: 'absent' };
    const values = /^([^=^]+)([=^])(.+)$/.exec(test);
    if (values === null) return { member: test, is: 'given' };
    const [, member = '', operator, list = ''] = values;
    return { member, is: operator === '=' ? 'oneOf' : 'verb', values: list.split('/') };
  });
}
