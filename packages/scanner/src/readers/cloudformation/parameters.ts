import type { Choice, Diagnostic, SourceRange, Value } from '@leastwise/model';
import { asList } from '@leastwise/model';
import { child, childEntry } from '../syntax/syntax-node.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import { rangeOf, type Entry } from './scope.ts';
import { known, scalarText, unknown } from './values.ts';
import type { Candidate, VariableSeed } from './variables.ts';

/** A parameter as the template declares it. */
export interface ParameterDeclaration {
  readonly name: string;
  readonly type: string;
  readonly range: SourceRange;
  readonly fallback: { readonly text: string; readonly range: SourceRange } | undefined;
  readonly allowed: readonly string[] | undefined;
  readonly noEcho: boolean;
}

export function declarationOf(entry: Entry): ParameterDeclaration {
  const { node, scope, key } = entry;
  const fallback = childEntry(node, 'Default')?.value;
  const text = fallback === undefined ? undefined : defaultText(fallback);
  const allowed = child(node, 'AllowedValues');
  const noEcho = child(node, 'NoEcho');
  return {
    name: key,
    type: textIn(child(node, 'Type')) ?? 'String',
    range: entry.range,
    fallback: fallback === undefined || text === undefined ? undefined : { text, range: rangeOf(fallback, scope) },
    allowed:
      allowed?.kind === 'list' && allowed.items.length > 0
        ? allowed.items.map((item) => textIn(item) ?? '')
        : undefined,
    noEcho: noEcho?.kind === 'scalar' && String(noEcho.value).toLowerCase() === 'true',
  };
}

function textIn(node: SyntaxNode | undefined): string | undefined {
  if (node?.kind !== 'scalar') return undefined;
  return node.value === null ? '' : String(node.value);
}

/** A default may be written as a YAML list for a list parameter. */
function defaultText(node: SyntaxNode): string | undefined {
  return node.kind === 'list' ? node.items.map((item) => textIn(item) ?? '').join(',') : textIn(node);
}

const isList = (type: string): boolean => type === 'CommaDelimitedList' || /List</.test(type);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html */
const TYPES =
  /^(?:String|Number|CommaDelimitedList|List<(?:Number|String)>|(?:List<)?AWS::[A-Za-z0-9]+::[A-Za-z0-9:.<>]+)$/;

/** A parameter of a type that CloudFormation does not have. */
export function parameterProblem(parameter: ParameterDeclaration): Diagnostic | undefined {
  if (TYPES.test(parameter.type)) return undefined;
  return {
    code: 'parameter-type-unknown',
    message: `Parameter ${parameter.name} is of type ${parameter.type}, which CloudFormation does not have.`,
    range: parameter.range,
    hint: 'Write String, Number or CommaDelimitedList, or an AWS type.',
    effect: 'note',
  };
}

/** Names a value kept in Systems Manager; what it holds is read at deployment. */
const isStored = (type: string): boolean => type.startsWith('AWS::SSM::Parameter::Value<');

/** What the parameter is when nobody gives it, and no condition hangs on it. */
export function ownValue(parameter: ParameterDeclaration): Value {
  const { name, fallback, allowed } = parameter;
  if (isStored(parameter.type)) return stored(parameter);
  if (fallback !== undefined) return defaultValue(parameter, fallback);
  if (allowed === undefined) return missing(parameter);
  const choice: Choice = {
    kind: 'choice',
    origin: parameter.range,
    via: [parameter.range],
    options: allowed.map((text) => ({ when: `${name}=${text}`, value: written(parameter, text, parameter.range) })),
  };
  return allowed.length === 1 ? (choice.options[0]?.value ?? choice) : choice;
}

/** A text given for a parameter, in the type that the parameter declares. */
export function written(parameter: ParameterDeclaration, text: string, place: SourceRange): Value {
  if (isStored(parameter.type)) return stored(parameter);
  const hidden = parameter.noEcho ? { sensitive: true } : {};
  const scalar = (value: string): Value => ({ ...known(value, place), via: [place], ...hidden });
  if (!isList(parameter.type)) return scalar(text);
  const items = text === '' ? [] : text.split(',').map((item) => scalar(item.trim()));
  return { ...known(items, place), via: [place], ...hidden };
}

function defaultValue(parameter: ParameterDeclaration, fallback: { text: string; range: SourceRange }): Value {
  return assumedBy(parameter.name, written(parameter, fallback.text, fallback.range));
}

/** Marks a value and its items as what a default says. */
export function assumedBy(name: string, value: Value): Value {
  if (value.kind !== 'known') return value;
  const items = asList(value);
  return items === undefined
    ? { ...value, assumed: name }
    : { ...value, value: items.map((item) => assumedBy(name, item)), assumed: name };
}

function missing(parameter: ParameterDeclaration): Value {
  return {
    ...unknown('parameter', `Parameter ${parameter.name} has no default.`, parameter.range, {
      name: parameter.name,
      settleWith: `--param ${parameter.name}=<value>`,
      ...(parameter.noEcho ? { sensitive: true } : {}),
    }),
    via: [parameter.range],
  };
}

function stored(parameter: ParameterDeclaration): Value {
  const where = parameter.fallback === undefined ? '' : ` ${JSON.stringify(parameter.fallback.text)}`;
  return {
    ...unknown('parameter', `Parameter ${parameter.name} is read from Systems Manager${where}.`, parameter.range, {
      name: parameter.name,
      ...(parameter.noEcho ? { sensitive: true } : {}),
    }),
    via: [parameter.fallback?.range ?? parameter.range],
  };
}

/** The parameter as something that conditions may hang on. */
export function seedOf(parameter: ParameterDeclaration, key: string): VariableSeed {
  const { name, fallback, allowed } = parameter;
  const literal = (text: string): Candidate => ({
    shown: `=${text}`,
    text,
    value:
      text === fallback?.text
        ? defaultValue(parameter, fallback)
        : written(parameter, text, fallback?.range ?? parameter.range),
  });
  const other: Candidate = {
    shown: '=(another value)',
    value: {
      ...missing(parameter),
      reason: `Parameter ${name} has another value here than the ones that conditions name.`,
    } as Value,
  };
  if (isStored(parameter.type)) {
    return {
      key,
      label: name,
      initial: () => [{ ...other, value: stored(parameter) }],
      literal: (text) => ({
        shown: `=${text}`,
        text,
        value: { ...known(text, parameter.range), via: [parameter.range] },
      }),
    };
  }
  const first = fallback === undefined ? [] : [literal(fallback.text)];
  if (allowed !== undefined) {
    const rest = allowed.filter((text) => text !== fallback?.text).map(literal);
    return { key, label: name, initial: () => [...first, ...rest] };
  }
  return {
    key,
    label: name,
    initial: () => (first.length === 0 ? [{ ...other, value: missing(parameter) }] : [...first, other]),
    literal,
  };
}

/**
 * A value that a parent stack passes, in the type that the child declares: a joined text becomes a list again. A hole that
 * refers to a resource is one item.
 */
export function passed(parameter: ParameterDeclaration, value: Value): Value {
  const hidden =
    parameter.noEcho && (value.kind === 'known' || value.kind === 'text' || value.kind === 'unknown')
      ? { sensitive: true }
      : {};
  if (!isList(parameter.type) || asList(value) !== undefined) return { ...value, ...hidden } as Value;
  const text = scalarText(value);
  if (text !== undefined) {
    const items =
      text === ''
        ? []
        : text.split(',').map((item): Value => ({ ...value, ...hidden, kind: 'known', value: item.trim() }) as Value);
    return { ...value, ...hidden, kind: 'known', value: items } as Value;
  }
  if (value.kind === 'reference') return known([value], value.origin);
  if (value.kind !== 'text' || value.parts.some((part) => typeof part !== 'string' && part.kind !== 'reference'))
    return value;
  const items = itemsOfText(value.parts, value.origin);
  return items === undefined
    ? value
    : { ...known(items, value.origin), ...(value.via === undefined ? {} : { via: value.via }) };
}

/** The items of `${A},${B}`; undefined when an item is put together of several parts. */
function itemsOfText(parts: (Value & { kind: 'text' })['parts'], origin: SourceRange): readonly Value[] | undefined {
  const items: (Value | undefined)[] = [undefined];
  for (const part of parts) {
    if (typeof part !== 'string') {
      if (items.at(-1) !== undefined) return undefined;
      items[items.length - 1] = part;
      continue;
    }
    for (const [index, piece] of part.split(',').entries()) {
      if (index > 0) items.push(undefined);
      if (piece.trim() === '') continue;
      if (items.at(-1) !== undefined) return undefined;
      items[items.length - 1] = known(piece.trim(), origin);
    }
  }
  return items.filter((item) => item !== undefined);
}
