/** Finds all keywords in one pass over a text, letters of either case (Aho and Corasick, 1975, with a full table). */
export interface KeywordIndex {
  /** Calls back with the number of the keyword and the offset behind it, in the order of their ends. */
  each(text: string, from: number, to: number, found: (keyword: number, end: number) => void): void;
}

const LETTERS = 128;

/** Builds the index. Keywords are lower-case ASCII. The cost of a search depends on the text alone, not on their number. */
export function keywordIndex(keywords: readonly string[]): KeywordIndex {
  const children: number[][] = [new Array<number>(LETTERS).fill(-1)];
  const outputs: number[][] = [[]];
  keywords.forEach((keyword, number) => {
    let state = 0;
    for (const letter of keyword) {
      const code = letter.charCodeAt(0);
      let next = children[state]?.[code] ?? -1;
      if (next < 0) {
        next = children.length;
        children.push(new Array<number>(LETTERS).fill(-1));
        outputs.push([]);
        (children[state] as number[])[code] = next;
      }
      state = next;
    }
    outputs[state]?.push(number);
  });
  const table = completeTable(children, outputs);
  return {
    each(text, from, to, found) {
      let state = 0;
      for (let offset = from; offset < to; offset++) {
        const code = text.charCodeAt(offset);
        state = code < LETTERS ? (table[state * LETTERS + code] as number) : 0;
        const ends = outputs[state] as number[];
        for (let index = 0; index < ends.length; index++) found(ends[index] as number, offset + 1);
      }
    },
  };
}

/** Adds the failure transitions, breadth first, and lets capitals go where small letters go. */
function completeTable(children: readonly number[][], outputs: number[][]): Int32Array {
  const table = new Int32Array(children.length * LETTERS);
  const failure = new Int32Array(children.length);
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number;
    for (let code = 0; code < LETTERS; code++) {
      const child = children[state]?.[code] ?? -1;
      const fallback = state === 0 ? 0 : (table[(failure[state] as number) * LETTERS + code] as number);
      table[state * LETTERS + code] = child < 0 ? fallback : child;
      if (child < 0) continue;
      failure[child] = fallback;
      outputs[child]?.push(...(outputs[fallback] ?? []));
      queue.push(child);
    }
  }
  for (let state = 0; state < children.length; state++) {
    for (let code = 65; code <= 90; code++)
      table[state * LETTERS + code] = table[state * LETTERS + code + 32] as number;
  }
  return table;
}
