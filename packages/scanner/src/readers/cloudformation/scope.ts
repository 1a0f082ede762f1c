import type { Diagnostic, NodeId, SourceRange, Unknown, Value } from '@leastwise/model';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import type { VariableSeed } from './variables.ts';

/** Where a piece of template is being evaluated. */
export interface Scope {
  readonly stack: Stack;
  /** The file whose offsets the nodes carry; another one inside an included file. */
  readonly file: string;
  /** What the identifiers of the `Fn::ForEach` loops around stand for. */
  readonly locals?: ReadonlyMap<string, Value>;
  /** Set where `AWS::NoValue` says more than nothing: in a SAM resource it removes what Globals would give. */
  readonly keepsNoValue?: boolean;
}

/** What a stack answers while its template is evaluated under one assignment of the conditions. */
export interface Stack {
  idOf(logicalId: string): NodeId;
  evaluate(node: SyntaxNode, scope: Scope): Value;
  /** The value of a parameter, or undefined when there is no such parameter. */
  parameter(name: string): Value | undefined;
  /** The value of a pseudo parameter, or undefined when CloudFormation has none of this name. */
  pseudo(name: string): Value | undefined;
  /** A section map of the template, includes and loops expanded. */
  mappings(): ReadonlyMap<string, Entry>;
  condition(name: string, at: SourceRange): boolean;
  /** The truth of an inline condition function (`Fn::Equals` and its like). */
  holds(node: SyntaxNode, scope: Scope): boolean;
  /** The variable behind a node that is nothing but a `Ref` to a parameter or pseudo parameter. */
  directSeed(node: SyntaxNode, scope: Scope): VariableSeed | undefined;
  /** The value of an output of this stack. */
  output(name: string, at: SourceRange): Value;
  /** An output of a nested stack; undefined when the logical id names no nested stack. */
  nestedOutput(logicalId: string, output: string, at: SourceRange): Value | undefined;
  importValue(name: Value, at: SourceRange): Value;
  /** The text of a local file as a tree, to be evaluated in this stack. */
  include(location: Value, at: SourceRange): { readonly node: SyntaxNode; readonly file: string } | Unknown;
  /** Called when a lookup hangs on a parameter: these are the values that make a difference. */
  suggest(node: SyntaxNode, scope: Scope, literals: Iterable<string>): void;
  /** Counts a step of evaluation; false when a limit is reached. Each is followed by `leave`. */
  enter(): boolean;
  leave(): void;
  /** Counts generated entries; false when the cap is reached. */
  spend(entries: number): boolean;
  report(diagnostic: Diagnostic): void;
}

/** One entry of a map after loops and includes are expanded. */
export interface Entry {
  readonly key: string;
  /** Key and value. */
  readonly range: SourceRange;
  readonly keyRange: SourceRange;
  readonly node: SyntaxNode;
  readonly scope: Scope;
}

export function rangeOf(node: SyntaxNode, scope: Scope): SourceRange {
  return { file: node.file ?? scope.file, start: node.start, end: node.end };
}
