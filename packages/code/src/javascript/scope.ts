import type { FunctionId, VariableId } from '../ir/index.ts';

/** A variable while its module is lowered: an `IrVariable` that still learns whether anything assigns it again. */
export interface Variable {
  readonly id: VariableId;
  readonly name: string;
  readonly owner: FunctionId;
  isReassigned: boolean;
  isInitialised: boolean;
  /** It holds `createRequire(…)`: calling it is `require`. */
  isRequire?: true;
  /** It holds the module of this specifier. */
  required?: string;
}

/** The names of one block or function, and through `outer` those around it. */
export class Scope {
  readonly outer: Scope | undefined;
  /** Set around each member of a class: whether `super` in it is the parent itself. */
  isStatic: boolean | undefined;
  private readonly names = new Map<string, Variable>();

  constructor(outer?: Scope) {
    this.outer = outer;
  }

  own(name: string): Variable | undefined {
    return this.names.get(name);
  }

  add(variable: Variable): void {
    this.names.set(variable.name, variable);
  }

  get isInStatic(): boolean {
    return this.isStatic ?? this.outer?.isInStatic ?? false;
  }

  find(name: string): Variable | undefined {
    return this.names.get(name) ?? this.outer?.find(name);
  }
}
