/** A stretch of a file (UTF-16 offsets, `end` exclusive) that becomes another text. */
export interface TextEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What it takes for itself, such as a key of a map: two different edits that claim the same cannot both be made. */
  readonly claims?: string;
}

/** Edits of one text, in any order. Throws when two of them conflict: ask `conflictOf` first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const conflict = conflictOf(edits);
  if (conflict !== undefined) {
    throw new Error(`Two edits change the same place: offset ${conflict[0].start} and offset ${conflict[1].start}.`);
  }
  let result = '';
  let from = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** Two edits that cannot both be made; the same edit twice is one edit. */
export function conflictOf(edits: readonly TextEdit[]): readonly [TextEdit, TextEdit] | undefined {
  const claimed = new Map<string, TextEdit>();
  let widest: TextEdit | undefined;
  for (const edit of inOrder(edits)) {
    if (edit.claims !== undefined) {
      const other = claimed.get(edit.claims);
      if (other !== undefined) return [other, edit];
      claimed.set(edit.claims, edit);
    }
    if (widest !== undefined && edit.start < widest.end) return [widest, edit];
    if (widest !== undefined && edit.start === widest.start && edit.end > edit.start && widest.end > widest.start)
      return [widest, edit];
    if (widest === undefined || edit.end > widest.end) widest = edit;
  }
  return undefined;
}

/**
 * By place, insertions before what replaces. Of insertions at one place the deeper one comes first, because there an inner map ends
 * where its outer one does; then by their text, so that the order given does not matter.
 */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const unique = new Map(edits.map((edit) => [`${edit.start}\0${edit.end}\0${edit.text}`, edit]));
  return [...unique.values()].sort(
    (one, other) =>
      one.start - other.start ||
      one.end - other.end ||
      depthOf(other) - depthOf(one) ||
      (one.text < other.text ? -1 : one.text > other.text ? 1 : 0),
  );
}

/** How far the first line that is added is indented. */
function depthOf({ text }: TextEdit): number {
  return /^[\r\n]+([ \t]*)/.exec(text)?.[1]?.length ?? 0;
}
