import type { SourceRange } from '@leastwise/model';
import type { EventSource } from './event-source.ts';

/** Where the code of one function begins. Given by the estate, or inferred where there is no template. */
export interface CodeEntry {
  /** The function's id in the estate, or `code:<file>#<export>`. */
  readonly id: string;
  readonly language: 'javascript' | 'python';
  /** From the root. */
  readonly file: string;
  /** The exported name, dots for members: `handler`, `default`, `app.lambda_handler`. */
  readonly export: string;
  /** Inline code: where it stands in `file`, and its text as the platform gets it, with the offset of each character's origin. */
  readonly inline?: { readonly text: string; readonly at: SourceRange; readonly offsetOf: (index: number) => number };
  /** The folder that is shipped as `/var/task`. */
  readonly codeRoot: string;
  /** Folders that are shipped as `/opt`, in order of the layers. */
  readonly layers: readonly string[];
  /** What starts it; empty: not known, all event shapes are tried with lower confidence. */
  readonly sources: readonly EventSource[];
  /** False for an entry that was found by its shape in code. */
  readonly declared: boolean;
}
