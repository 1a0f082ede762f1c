import type { SyntaxNode } from '../syntax/syntax-node.ts';

/** A call of an intrinsic function, short (`!Sub x`) or long (`Fn::Sub: x`). */
export interface IntrinsicCall {
  /** `Ref`, `Condition` or a name with `Fn::`. */
  readonly name: string;
  readonly argument: SyntaxNode;
}

/**
 * The call that a node is, or undefined for plain data. `Condition` counts only as a tag: as a key it also names the
 * condition block of a policy statement.
 */
export function intrinsicOf(node: SyntaxNode): IntrinsicCall | undefined {
  if (node.tag !== undefined && node.tag.length > 1) {
    const short = node.tag.slice(1);
    const name = short === 'Ref' || short === 'Condition' ? short : `Fn::${short}`;
    const { tag: _, ...argument } = node;
    return { name, argument };
  }
  if (node.kind !== 'map' || node.entries.length !== 1) return undefined;
  const entry = node.entries[0];
  if (entry === undefined) return undefined;
  if (entry.key !== 'Ref' && (!entry.key.startsWith('Fn::') || entry.key.startsWith('Fn::ForEach::'))) return undefined;
  return { name: entry.key, argument: entry.value };
}

/** As `intrinsicOf`, where `Condition: Name` is a reference to a condition. */
export function conditionCallOf(node: SyntaxNode): IntrinsicCall | undefined {
  const call = intrinsicOf(node);
  if (call !== undefined) return call;
  const only = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  return only?.key === 'Condition' ? { name: 'Condition', argument: only.value } : undefined;
}

/** The arguments of a function that takes several. */
export function argumentsOf(argument: SyntaxNode): readonly SyntaxNode[] {
  return argument.kind === 'list' && argument.tag === undefined ? argument.items : [argument];
}
