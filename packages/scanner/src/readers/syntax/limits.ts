/** What a hostile file may cost. A template that CloudFormation accepts stays far below each of these. */
export const LIMITS = {
  /** CloudFormation takes 1 MB; `cdk.out` and packaged files stay below this as well. UTF-16 units. */
  textLength: 10_000_000,
  /** Nested maps and lists. CloudFormation's own limit for JSON is far lower; readers may recurse this deep. */
  depth: 200,
  /** Nodes that aliases may add to the tree when it is walked, so that an alias bomb stays small. */
  aliasedNodes: 200_000,
  /** Entries looked at while expanding `<<`. */
  mergedEntries: 200_000,
  /** The tolerant second reader runs at 2 MiB/s, and at 0.1 MiB/s on text where every character is an error. */
  tolerantTextLength: 500_000,
  /** Of one code in one file; the last says that there are more. */
  diagnosticsOfOneCode: 20,
} as const;
