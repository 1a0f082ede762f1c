import type { IrProblem } from '../ir/index.ts';
import { T } from './token-kind.ts';

/** The tokens of a file as flat arrays; the last one is `T.end`. */
export interface Tokens {
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly problems: readonly IrProblem[];
}

/** Collects tokens; grows by doubling. */
export class TokenList {
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count = 0;
  readonly problems: IrProblem[] = [];

  constructor(textLength: number) {
    const size = (textLength >> 2) + 16;
    this.kinds = new Uint8Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
  }

  add(kind: number, start: number, end: number): void {
    const index = this.count++;
    if (index === this.kinds.length) this.grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
  }

  lastKind(): number {
    return this.count === 0 ? T.newline : (this.kinds[this.count - 1] ?? T.newline);
  }

  problem(message: string, start: number, end: number): void {
    if (this.problems.length < 100) this.problems.push({ message, start, end });
  }

  private grow(): void {
    const size = this.kinds.length * 2;
    const kinds = new Uint8Array(size);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const starts = new Int32Array(size);
    starts.set(this.starts);
    this.starts = starts;
    const ends = new Int32Array(size);
    ends.set(this.ends);
    this.ends = ends;
  }
}
