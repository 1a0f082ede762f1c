import type { Unknown } from '@leastwise/model';
import type { SyntaxNode } from '../../syntax/syntax-node.ts';

/** What a source of a variable has to say. */
export type Outcome =
  /** A value, its own variables resolved. `assumed` names the input whose fallback it is. */
  | { readonly kind: 'found'; readonly node: SyntaxNode; readonly assumed?: string | undefined }
  /** Nothing under this address: the next source is asked. `open` says what would be missing then. */
  | { readonly kind: 'missing'; readonly open: Open; readonly input?: string }
  /** Something that is not in the text. */
  | { readonly kind: 'open'; readonly open: Open };

export type Open = Pick<Unknown, 'cause' | 'reason' | 'settleWith'>;
