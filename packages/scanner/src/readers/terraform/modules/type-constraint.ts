import type { SourceRange, Value } from '@leastwise/model';
import { known, overChoice } from '../../cloudformation/values.ts';
import type { Expression } from '../syntax/hcl.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { asSet } from '../evaluate/functions/set.ts';
import { numberOf } from '../evaluate/operators.ts';
import { textOf } from '../evaluate/encoded-text.ts';
import type { Scope } from '../evaluate/scope.ts';

/** https://developer.hashicorp.com/terraform/language/expressions/type-constraints */
export type TypeConstraint =
  | { readonly kind: 'string' | 'number' | 'bool' | 'any' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly of: TypeConstraint }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, TypeMember> }
  | { readonly kind: 'tuple'; readonly items: readonly TypeConstraint[] };

interface TypeMember {
  readonly type: TypeConstraint;
  readonly optional: boolean;
  readonly fallback: Expression | undefined;
}

const ANY: TypeConstraint = { kind: 'any' };

export function typeConstraint(written: Expression | undefined, depth = 0): TypeConstraint {
  if (written === undefined || depth > 50) return ANY;
  if (written.kind === 'name') return simple(written.name);
  // Before version 0.12 a type was a string.
  if (written.kind === 'literal') return simple(String(written.value));
  if (written.kind !== 'call') return ANY;
  const [first] = written.args;
  switch (written.name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: written.name, of: typeConstraint(first, depth + 1) };
    case 'tuple':
      return {
        kind: 'tuple',
        items: first?.kind === 'list' ? first.items.map((item) => typeConstraint(item, depth + 1)) : [],
      };
    case 'object':
      return { kind: 'object', members: membersOf(first, depth) };
    default:
      return ANY;
  }
}

function simple(name: string): TypeConstraint {
  if (name === 'string' || name === 'number' || name === 'bool') return { kind: name };
  if (name === 'list' || name === 'set' || name === 'map') return { kind: name, of: ANY };
  return ANY;
}

function membersOf(written: Expression | undefined, depth: number): ReadonlyMap<string, TypeMember> {
  const members = new Map<string, TypeMember>();
  for (const { key, value } of written?.kind === 'map' ? written.entries : []) {
    if (key.kind !== 'literal') continue;
    const isOptional = value.kind === 'call' && value.name === 'optional';
    const type = typeConstraint(isOptional ? value.args[0] : value, depth + 1);
    members.set(String(key.value), { type, optional: isOptional, fallback: isOptional ? value.args[1] : undefined });
  }
  return members;
}

/** A value as its type has it: defaults of optional members filled in, scalars converted. What does not fit stays as it is. */
export function converted(value: Value, type: TypeConstraint, scope: Scope): Value {
  if (type.kind === 'any') return value;
  return overChoice(value, (single) => (single.kind === 'known' ? convertKnown(single, type, scope) : single));
}

function convertKnown(value: Value & { kind: 'known' }, type: TypeConstraint, scope: Scope): Value {
  const data = value.value;
  if (data === null) return value;
  switch (type.kind) {
    case 'string': {
      const text = textOf(value);
      if (text.kind !== 'known') return text;
      return typeof text.value === 'number' || typeof text.value === 'boolean'
        ? { ...value, value: String(text.value) }
        : value;
    }
    case 'number': {
      const number = numberOf(value, scope);
      return number === undefined ? value : { ...value, value: number };
    }
    case 'bool':
      return data === 'true' || data === 'false' ? { ...value, value: data === 'true' } : value;
    case 'list':
    case 'set': {
      if (!Array.isArray(data)) return value;
      const items = (data as readonly Value[]).map((item) => converted(item, type.of, scope));
      return { ...value, value: type.kind === 'set' ? asSet(items) : items };
    }
    case 'tuple':
      if (!Array.isArray(data)) return value;
      return {
        ...value,
        value: (data as readonly Value[]).map((item, index) => converted(item, type.items[index] ?? ANY, scope)),
      };
    case 'map':
      if (!(data instanceof Map)) return value;
      return {
        ...value,
        value: new Map(
          [...(data as ReadonlyMap<string, Value>)].map(([key, inner]) => [key, converted(inner, type.of, scope)]),
        ),
      };
    case 'object':
      return data instanceof Map ? { ...value, value: withDefaults(data, type.members, value.origin, scope) } : value;
    default:
      return value;
  }
}

/** Only the members of the type are left; an optional one that is missing or null has its default, else null. */
function withDefaults(
  data: ReadonlyMap<string, Value>,
  members: ReadonlyMap<string, TypeMember>,
  origin: SourceRange,
  scope: Scope,
): ReadonlyMap<string, Value> {
  const filled = new Map<string, Value>();
  for (const [key, { type, optional, fallback }] of members) {
    const own = data.get(key);
    const isMissing = own === undefined || (own.kind === 'known' && own.value === null);
    if (!isMissing) filled.set(key, converted(own, type, scope));
    else if (optional) {
      const value = fallback === undefined ? known(null, origin) : evaluate(fallback, scope);
      filled.set(key, converted(value, type, scope));
    } else if (own !== undefined) filled.set(key, own);
  }
  return filled;
}
