import { lineStarts, locate, type Location, type SourceRange, type SourceTree } from '@leastwise/model';

/** Turns ranges into lines and columns; each file's lines are counted once. */
export type Locator = (range: SourceRange) => Location;

export function locatorOf(tree: SourceTree): Locator {
  const starts = new Map<string, readonly number[]>();
  return (range) => {
    let known = starts.get(range.file);
    if (known === undefined) {
      const read = tree.read(range.file);
      known = 'text' in read ? lineStarts(read.text) : [0];
      starts.set(range.file, known);
    }
    return locate(range, known);
  };
}
