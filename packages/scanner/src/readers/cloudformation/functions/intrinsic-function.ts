import type { SourceRange, Value } from '@leastwise/model';
import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import type { Scope } from '../scope.ts';

/** Yields the value of a call. `origin` is the whole call. */
export type IntrinsicFunction = (argument: SyntaxNode, scope: Scope, origin: SourceRange) => Value;
