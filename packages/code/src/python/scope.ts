import type { FunctionId, Register, VariableId } from '../ir/index.ts';
import type { BoundNames } from './syntax.ts';

export interface Variable {
  readonly id: VariableId;
  readonly name: string;
  readonly owner: FunctionId;
  readonly isInner: boolean;
  /** Stores in the text; one inside a loop or from another function counts as many. */
  stores: number;
  /** A method that stands in the class body that is being lowered: a name of that body, until something else is assigned. */
  method?: FunctionId | { readonly register: Register };
}

/** The names of one module, function, class body or comprehension. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly outer: Scope | undefined;
  readonly own: Map<string, Variable>;
  /** `global` names of a function or class. */
  readonly globals: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export function comprehensionScope(outer: Scope): Scope {
  return { kind: 'comprehension', outer, own: new Map(), globals: none };
}

export function scopeOf(
  kind: 'module' | 'function' | 'class',
  names: BoundNames,
  outer: Scope | undefined,
  declare: (name: string) => Variable,
): Scope {
  const own = new Map<string, Variable>();
  for (const name of names.bound) {
    if (kind === 'module' || !(names.globals.has(name) || names.nonlocals.has(name))) own.set(name, declare(name));
  }
  return { kind, outer, own, globals: kind === 'module' ? none : names.globals };
}

/** What a name means in a scope. The names of a class body are not seen by the functions in it. */
export function resolveName(from: Scope, module: Scope, name: string): Variable | undefined {
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.outer) {
    if (scope.globals.has(name)) return module.own.get(name);
    if (scope.kind !== 'class' || scope === from) {
      const found = scope.own.get(name);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
