import type { Machine } from './machine.ts';
import { memberName } from './spec-index.ts';
import { external, type ClassMember, type ClassValue, type FunctionValue, type Value } from './value.ts';

const maxAncestors = 32;

/** The class and what it inherits from, nearest first; other values among the bases are passed over. */
export function ancestors(type: ClassValue): readonly ClassValue[] {
  const found: ClassValue[] = [];
  const add = (one: ClassValue): void => {
    if (found.includes(one) || found.length >= maxAncestors) return;
    found.push(one);
    for (const base of one.bases) if (base.kind === 'class') add(base);
  };
  add(type);
  return found;
}

export interface FoundMember {
  readonly member: ClassMember;
  readonly type: ClassValue;
}

export function findMember(type: ClassValue, key: string): FoundMember | undefined {
  for (const one of ancestors(type)) {
    const later = one.statics.values.get(key);
    const member = one.members.get(key);
    if (member !== undefined) return { member, type: one };
    // Python: an attribute of the class is seen through its instances.
    if (later !== undefined && one.language === 'python') {
      return { member: { value: later, binding: 'instance' }, type: one };
    }
  }
  return undefined;
}

export function findAccessor(type: ClassValue, key: string, kind: 'getter' | 'setter'): FunctionValue | undefined {
  for (const one of ancestors(type)) {
    const accessor = one.accessors.get(key)?.[kind];
    if (accessor !== undefined) return accessor;
  }
  return undefined;
}

/** The first base that is not the scanned code: `events#EventEmitter`. */
export function externalBase(type: ClassValue): Value | undefined {
  for (const one of ancestors(type)) {
    for (const base of one.bases) if (base.kind === 'external') return base;
  }
  return undefined;
}

/** What an instance gives by this name, bound to it where the language binds. */
export function memberOfInstance(
  machine: Machine,
  type: ClassValue,
  instance: Value | undefined,
  key: string,
): Value | undefined {
  const found = findMember(type, key);
  if (found !== undefined) return bind(found, instance);
  const base = externalBase(type);
  if (base?.kind !== 'external') return undefined;
  const name = memberName(`${base.name}()`, key);
  return external(machine.specs.canonical(type.language, name), base.labels);
}

export function bind({ member, type }: FoundMember, instance: Value | undefined): Value {
  const { value, binding } = member;
  if (type.language === 'javascript' || binding === 'static') return value;
  if (value.kind === 'function') {
    const self = binding === 'class' ? type : instance;
    return self === undefined ? value : { ...value, self };
  }
  if (value.kind === 'native' && instance !== undefined) {
    // A decorator of ours or of a library returned it: called with the instance before the other arguments.
    return {
      kind: 'native',
      name: value.name,
      call: (call) => value.call({ ...call, arguments: [{ value: instance }, ...call.arguments] }),
    };
  }
  return value;
}
