import type { NodeId, SourceRange, Unknown } from '@leastwise/model';

/** Where the code of a function is, and whether its handler is there. */
export type HandlerFact =
  | {
      readonly status: 'resolved';
      readonly declared: string;
      /** The file from the root; for inline code the template itself. */
      readonly file: string;
      readonly export: string;
      /** The folder that is shipped. */
      readonly codeRoot: string;
      /** The inline code's place in the template. */
      readonly inline?: SourceRange;
      /** Where the export is defined, when it was found by text. */
      readonly at?: SourceRange;
    }
  | {
      /** The code is in the tree, and the handler is not in it: a deployment would fail at the first call. */
      readonly status: 'missing';
      readonly declared: string;
      readonly at: SourceRange;
      /** One sentence: what was looked for and where. */
      readonly reason: string;
      readonly lookedFor: readonly string[];
    }
  | {
      /** The code is not in the tree (S3 object, container image), or its place is not known. */
      readonly status: 'unknown';
      readonly declared?: string;
      readonly open: Unknown;
    };

export interface HandlerFacts {
  of(functionId: NodeId): HandlerFact;
}
