import type { SourceRange } from '@leastwise/model';
import type { Transform } from '../../specs/spec.ts';
import { ancestors, externalBase } from '../class-members.ts';
import type { Labels } from '../label.ts';
import type { Machine } from '../machine.ts';
import { opaque, unknown, type ClassValue, type ObjectValue, type PassedArgument, type Value } from '../value.ts';

/**
 * An instance of a class without a constructor of its own: a dataclass, a named tuple, a model of pydantic. The fields hold
 * what they are given; a model that validates holds each to its type.
 * https://docs.pydantic.dev/latest/concepts/models/
 */
export function validatedFields(
  machine: Machine,
  type: ClassValue,
  instance: ObjectValue,
  given: readonly PassedArgument[],
  at: SourceRange,
): void {
  const isModel = validates(type);
  const fields = fieldsOf(type);
  const names = [...fields.keys()];
  let next = 0;
  for (const argument of given) {
    if (argument.spread === 'entries') {
      fillFrom(machine, type, instance, argument.value, at);
      continue;
    }
    const name = argument.name ?? names[next++];
    if (name === undefined) continue;
    const value = isModel ? heldTo(machine, argument.value, fields.get(name), at) : argument.value;
    machine.journal.write(instance.object.cells, name, value);
  }
}

/** `Order.model_validate(data)`, `Order(**data)`, `parse(event, model=Order)`. */
export function fillFrom(
  machine: Machine,
  type: ClassValue,
  instance: ObjectValue,
  data: Value,
  at: SourceRange,
): void {
  const isModel = validates(type);
  for (const [name, annotation] of fieldsOf(type)) {
    const value = machine.get(data, name, at, 'item');
    machine.journal.write(instance.object.cells, name, isModel ? heldTo(machine, value, annotation, at, type) : value);
  }
}

function fieldsOf(type: ClassValue): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const one of [...ancestors(type)].reverse()) for (const [name, text] of one.fieldTypes) fields.set(name, text);
  return fields;
}

export function validates(type: ClassValue): boolean {
  const base = externalBase(type);
  return (
    base?.kind === 'external' &&
    /(^|[#.])(BaseModel|BaseSettings|BaseEnvelope|SQLModel|Schema)$|parser\.models#/.test(base.name)
  );
}

/** The value as its annotation leaves it. */
export function heldTo(
  machine: Machine,
  value: Value,
  annotation: string | undefined,
  at: SourceRange,
  near?: ClassValue,
): Value {
  const labels = machine.labels(value);
  if (labels.length === 0) return value;
  const transform = annotation === undefined ? undefined : annotationTransform(annotation);
  const says = (one: Transform, message: string): Labels => machine.transformed(labels, one, at, message);
  if (transform !== undefined) {
    const type = transform === 'number' || transform === 'boolean' ? transform : 'any';
    return opaque(says(transform, `validated as ${annotation ?? ''}`), type, 'validated');
  }
  const model = near === undefined || annotation === undefined ? undefined : machine.classNamed(near, annotation);
  if (model !== undefined) {
    const instance: ObjectValue = { kind: 'object', object: machine.newObject('instance', at, { type: model }) };
    if (machine.frame.depth < machine.limits.callDepth && !isNestedTooDeep(value)) {
      fillFrom(machine, model, instance, value, at);
      return instance;
    }
    return unknown('a model inside a model');
  }
  return opaque(says('schema-checked', 'validated by a model'), 'any', 'validated');
}

function isNestedTooDeep(value: Value): boolean {
  return value.kind === 'opaque' && value.labels.some((label) => label.source.path.split('.').length > 6);
}

/** The types of annotations that leave no room for an injection; `str` alone is one that does. */
export function annotationTransform(annotation: string): Transform | undefined {
  const text = annotation
    .replace(/\b(Optional|Annotated|Final|Required)\[(.*)\]$/, '$2')
    .replace(/\s*\|\s*None\b/, '')
    .trim();
  const head = /^[\w.]+/.exec(text)?.[0].split('.').pop() ?? '';
  if (
    /^(int|float|Decimal|PositiveInt|NonNegativeInt|NegativeInt|PositiveFloat|NonNegativeFloat|conint|confloat|condecimal|StrictInt|StrictFloat|datetime|date|time|timedelta)$/.test(
      head,
    )
  ) {
    return 'number';
  }
  if (/^(bool|StrictBool)$/.test(head)) return 'boolean';
  if (/^(UUID|UUID1|UUID3|UUID4|UUID5|IPvAnyAddress)$/.test(head)) return 'identifier';
  if (head === 'Literal' || head.endsWith('Enum')) return 'allow-listed';
  if (/^(constr|StringConstraints|Field|Query|Path)/.test(head) || /\bpattern=|\bregex=/.test(text)) {
    return /(?:pattern|regex)=r?["']\^\[[\w\\-]+\][*+{}\d,]*\$["']/.test(text) ? 'identifier' : 'text-only';
  }
  return head === 'str' || head === 'EmailStr' || head === 'StrictStr' ? 'text-only' : undefined;
}
