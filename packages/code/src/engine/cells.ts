import type { Value } from './value.ts';

export type CellKey = string | number;

/**
 * Mutable places of one owner (an object's members, a function's variables). Every write goes through the journal, so that
 * the arms of a branch can be undone and joined.
 */
export class Cells {
  readonly values = new Map<CellKey, Value>();
  /** Serial number of its making: what is younger than a branch exists in one arm only. */
  readonly born: number;
  /** `known`: holds what guards learned; two ways meet in what both know. */
  readonly kind: 'values' | 'known';
  /** Set when nobody will read them again: the variables of a function that has returned. */
  isOver = false;

  constructor(born: number, kind: 'values' | 'known' = 'values') {
    this.born = born;
    this.kind = kind;
  }
}

interface Entry {
  readonly cells: Cells;
  readonly key: CellKey;
  readonly before: Value | undefined;
}

/** The last values written since a mark. */
export type Delta = ReadonlyMap<Cells, ReadonlyMap<CellKey, Value | undefined>>;

export class Journal {
  private readonly entries: Entry[] = [];
  private serial = 0;

  /** A number later than all so far; also tells the age of cells. */
  next(): number {
    return this.serial++;
  }

  get length(): number {
    return this.entries.length;
  }

  write(cells: Cells, key: CellKey, value: Value | undefined): void {
    const before = cells.values.get(key);
    if (before === value && value !== undefined) return;
    this.entries.push({ cells, key, before });
    if (value === undefined) cells.values.delete(key);
    else cells.values.set(key, value);
  }

  /** What happens in it is never undone: the body of a module runs once, whichever way leads to it. */
  keep(run: () => void): void {
    const mark = this.entries.length;
    run();
    // What guards learned holds on this way only.
    const undone = this.entries.slice(mark).filter((entry) => entry.cells.kind === 'known');
    this.entries.length = mark;
    this.entries.push(...undone);
  }

  /** `without`: cells that nobody will read again. */
  delta(mark: number, without?: Cells): Delta {
    const delta = new Map<Cells, Map<CellKey, Value | undefined>>();
    for (let index = mark; index < this.entries.length; index++) {
      const entry = this.entries[index];
      if (entry === undefined) continue;
      const { cells, key } = entry;
      if (cells === without || cells.isOver) continue;
      let keys = delta.get(cells);
      if (keys === undefined) delta.set(cells, (keys = new Map()));
      if (!keys.has(key)) keys.set(key, cells.values.get(key));
    }
    return delta;
  }

  /** Every value that stood in a place since the mark, the one before included: what a handler of an exception may see. */
  history(mark: number): ReadonlyMap<Cells, ReadonlyMap<CellKey, readonly (Value | undefined)[]>> {
    const history = new Map<Cells, Map<CellKey, (Value | undefined)[]>>();
    for (let index = mark; index < this.entries.length; index++) {
      const entry = this.entries[index];
      if (entry === undefined || entry.cells.isOver) continue;
      let keys = history.get(entry.cells);
      if (keys === undefined) history.set(entry.cells, (keys = new Map()));
      let values = keys.get(entry.key);
      if (values === undefined) keys.set(entry.key, (values = [entry.cells.values.get(entry.key)]));
      if (values.length < 8) values.push(entry.before);
    }
    return history;
  }

  rollBack(mark: number): void {
    while (this.entries.length > mark) {
      const entry = this.entries.pop();
      if (entry === undefined) return;
      if (entry.before === undefined) entry.cells.values.delete(entry.key);
      else entry.cells.values.set(entry.key, entry.before);
    }
  }
}
