/**
 * A policy as the parser hands it out: every element that may be one or several is a list, nothing else is changed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface PolicyDocument {
  readonly Version: PolicyVersion;
  readonly Id?: string;
  readonly Statement: readonly Statement[];
}

/** Policy variables work in `2012-10-17` only; a document that names no version is of 2008. */
export type PolicyVersion = '2012-10-17' | '2008-10-17';

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: Principal;
  readonly NotPrincipal?: Principal;
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: ConditionBlock;
}

/** `"*"` in a document becomes `{ AWS: ['*'] }`: in a resource-based policy the two are equal. */
export interface Principal {
  readonly AWS?: readonly string[];
  readonly Service?: readonly string[];
  readonly Federated?: readonly string[];
  readonly CanonicalUser?: readonly string[];
}

/** Operator, then context key, then the values: all operators and keys must hold, of the values one. */
export interface ConditionBlock {
  readonly [operator: string]: { readonly [key: string]: readonly string[] };
}

export type PolicyProblemCode =
  | 'not-a-document'
  | 'no-statement'
  | 'unknown-version'
  | 'not-a-statement'
  | 'unknown-element'
  | 'wrong-effect'
  | 'no-action'
  | 'conflicting-elements'
  | 'wrong-action'
  | 'wrong-resource'
  | 'wrong-principal'
  | 'wrong-condition'
  | 'unknown-operator'
  | 'too-long';

/** What is wrong with a document, as data. */
export interface PolicyProblem {
  readonly code: PolicyProblemCode;
  readonly message: string;
  /** Where, as a path into the JSON: `Statement[2].Effect`. */
  readonly path: string;
}

export interface ParsedPolicyDocument {
  readonly document: PolicyDocument;
  readonly problems: readonly PolicyProblem[];
  /**
   * Positions, in the document as given, of statements that could not be read and are left out of `document`. AWS refuses such
   * a document, so what it would do is not known: an evaluation says Unknown rather than ignore them.
   */
  readonly unreadable: readonly number[];
}
