import type { IrFunction, IrParameter } from './module.ts';
import type { Block, Constant, FunctionId, Operation, Register } from './operation.ts';
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

  /** Keeps the draft itself, which must be fresh: a copy of every operation would double the work of lowering. */
  emit(draft: OperationDraft, at: Span): void {
    const operation = draft as OperationDraft & { start: number; end: number };
    operation.start = at.start;
    operation.end = at.end;
    this.current.push(operation as Operation);
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

  append(operations: Block): void {
    for (const operation of operations) this.current.push(operation);
  }

  /** A branch whose arms are what the two write. */
  branch(condition: Register, then: () => void, otherwise: (() => void) | undefined, at: Span): void {
    // oxlint-disable-next-line unicorn/no-thenable -- an operation is data, it is never awaited
    const arms = { then: this.block(then), otherwise: otherwise === undefined ? [] : this.block(otherwise) };
    this.emit({ op: 'branch', condition, ...arms }, at);
  }

  /** Puts what `write` emits before all that is there: something that only the end of the body shows to be needed. */
  prepend(write: () => void): void {
    this.current.unshift(...this.block(write));
  }

  /** Completes `about` itself, which must be fresh, as `emit` does. */
  finish(about: Omit<IrFunction, 'id' | 'parameters' | 'body' | 'registers'>): IrFunction {
    const done = about as { -readonly [key in keyof IrFunction]: IrFunction[key] };
    done.id = this.id;
    done.parameters = this.parameters;
    done.body = this.current;
    done.registers = this.nextRegister;
    return done;
  }
}
