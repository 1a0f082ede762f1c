import type { IrFunction, IrParameter } from './module.ts';
import type { Constant, FunctionId, Operation, Register } from './operation.ts';
import type { Span } from './span.ts';

type WithoutSpan<T> = T extends Operation ? Omit<T, 'start' | 'end'> : never;
export type OperationDraft = WithoutSpan<Operation>;

/** Collects the operations of one function while a front end walks its syntax. */
export class FunctionBuilder {
  readonly id: FunctionId;
  readonly parameters: IrParameter[] = [];
  private nextRegister = 0;
  private current: Operation[] = [];

  constructor(id: FunctionId) {
    this.id = id;
  }

  register(): Register {
    return this.nextRegister++;
  }

  emit(draft: OperationDraft, at: Span): void {
    this.current.push({ ...draft, start: at.start, end: at.end } as Operation);
  }

  /** Emits an operation that yields a value, and returns its register. */
  value(draft: (to: Register) => OperationDraft, at: Span): Register {
    const to = this.register();
    this.emit(draft(to), at);
    return to;
  }

  constant(value: Constant, at: Span): Register {
    return this.value((to) => ({ op: 'constant', to, value }), at);
  }

  /** What `write` emits, as a block of its own. */
  block(write: () => void): Operation[] {
    const outer = this.current;
    this.current = [];
    try {
      write();
      return this.current;
    } finally {
      this.current = outer;
    }
  }

  finish(about: Omit<IrFunction, 'id' | 'parameters' | 'body' | 'registers'>): IrFunction {
    return {
      ...about,
      id: this.id,
      parameters: this.parameters,
      body: this.current,
      registers: this.nextRegister,
    };
  }
}
