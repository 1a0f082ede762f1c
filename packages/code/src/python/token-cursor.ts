import type { IrProblem, Span } from '../ir/index.ts';
import type { BoundNames } from './syntax.ts';
import { firstKeyword, T } from './token-kind.ts';
import type { Tokens } from './tokens.ts';

/** Deeper expressions are not read: whoever walks the tree recurses, and a hostile file must not exhaust the stack. */
const deepestNesting = 250;

/** Thrown where a statement cannot be read, and caught by the reader of statements. One object: a stack is not needed. */
export const unreadable = Symbol('unreadable');

/** A place in the tokens of a file, with what every part of the parser needs. */
export abstract class TokenCursor {
  readonly text: string;
  readonly problems: IrProblem[];
  protected index = 0;
  protected kind: number;
  protected readonly moduleNames: BoundNames = emptyNames();
  protected names: BoundNames = this.moduleNames;
  protected readonly kinds: Uint8Array;
  protected readonly starts: Int32Array;
  protected readonly ends: Int32Array;
  private depth = 0;
  private complaint = '';

  constructor(text: string, tokens: Tokens) {
    this.text = text;
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.problems = [...tokens.problems];
    this.kind = this.kinds[0] ?? T.end;
  }

  protected next(): void {
    if (this.kind !== T.end) this.kind = this.kinds[++this.index] ?? T.end;
  }

  protected moveTo(index: number): void {
    this.index = index;
    this.kind = this.kinds[index] ?? T.end;
  }

  protected peek(distance = 1): number {
    return this.kinds[this.index + distance] ?? T.end;
  }

  /** Where the present token begins. */
  protected start(): number {
    return this.starts[this.index] ?? this.text.length;
  }

  /** Where the token before it ended; ends of lines and blocks are no part of anything. */
  protected before(): number {
    let index = this.index - 1;
    while (index >= 0 && isBetween(this.kinds[index] ?? T.end)) index--;
    return index < 0 ? 0 : (this.ends[index] ?? this.text.length);
  }

  protected tokenText(): string {
    return this.text.slice(this.starts[this.index], this.ends[this.index]);
  }

  protected take(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  protected expect(kind: number, what: string): void {
    if (!this.take(kind)) this.fail(`Expected ${what} here.`);
  }

  /** A name; after a dot a keyword of a later Python is one too (`asyncio.async`). */
  protected expectName(allowKeyword = false): string {
    if (this.kind !== T.name && !(allowKeyword && this.kind >= firstKeyword)) this.fail('Expected a name here.');
    const name = this.nameText();
    this.next();
    return name;
  }

  /** Names are compared in their compatibility form, as Python does. */
  protected nameText(): string {
    const name = this.tokenText();
    // oxlint-disable-next-line no-control-regex -- ASCII as a whole
    return /^[\x00-\x7f]*$/.test(name) ? name : name.normalize('NFKC');
  }

  protected isName(text: string): boolean {
    if (this.kind !== T.name) return false;
    const start = this.start();
    return (this.ends[this.index] ?? 0) - start === text.length && this.text.startsWith(text, start);
  }

  protected spanFrom(start: number): Span {
    return { start, end: this.before() };
  }

  protected bind(name: string): void {
    this.names.bound.add(name);
  }

  protected enter(): void {
    if (++this.depth > deepestNesting) this.fail(`The code here is nested deeper than ${deepestNesting} levels.`);
  }

  protected leave(): void {
    this.depth--;
  }

  protected fail(message: string): never {
    this.complaint = message;
    // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- control flow inside the parser alone
    throw unreadable;
  }

  /** What was thrown, as a problem; anything else is a bug and goes on. */
  protected recover(thrown: unknown, depth: number): void {
    if (thrown !== unreadable) throw thrown;
    this.depth = depth;
    this.problem(this.complaint, this.start(), Math.max(this.ends[this.index] ?? 0, this.start()));
  }

  protected nesting(): number {
    return this.depth;
  }

  protected problem(message: string, start: number, end: number): void {
    if (this.problems.length < 100) this.problems.push({ message, start, end });
  }
}

function isBetween(kind: number): boolean {
  return kind === T.newline || kind === T.dedent || kind === T.indent;
}

export function emptyNames(): BoundNames {
  return { bound: new Set(), globals: new Set(), nonlocals: new Set(), isGenerator: false };
}
