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
 * A type of another prefix is written `kms::key`. `+` marks an addition to the permission that the operation is named after. An empty action has the operation's name.
 */
const needPattern =
  /^(\+?)([^ ]*)(?: on ([\d|]+))?(?: if ([^ ]+(?: & [^ ]+)*))?(?: maybe ([a-z-]+))?(?: pass ([^ ]+)(?: to ([^ ]+))?)?$/;

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
  const match = needPattern.exec(text);
  if (match === null) throw new Error(`Not a need: ${text}`);
  const [, plus, action = '', templates, condition, reason, passed, service] = match;
  return {
    action: fullAction(action, context),
    primary: plus === '',
    resources: templates === undefined ? [] : templates.split('|').map((index) => listed(Number(index), context)),
    ...(condition === undefined ? {} : { when: readTests(condition) }),
    ...(reason === undefined ? {} : { conditional: reason as ConditionalReason }),
    ...(passed === undefined ? {} : { passRole: { member: passed, ...(service === undefined ? {} : { service }) } }),
  };
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

const templatePattern = /^([^{=@?]+)(?:\{(.*)\}|=([^?]+)|@([^?]+))?(?:\?(.+))?$/;

/** One listed template. */
export function readTemplate(text: string, arnsOf: NotationContext['arnsOf']): ResourceTemplate {
  const match = templatePattern.exec(text);
  if (match === null) throw new Error(`Not a resource template: ${text}`);
  const [, type = '', bindings, whole, arn, condition] = match;
  return {
    type: type.replace(/^.*::/, ''),
    parts: templateParts(type, { bindings, whole, arn }, arnsOf),
    ...(condition === undefined ? {} : { when: readTests(condition) }),
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
