/** How sure a match is to be a credential that somebody can use. */
export type SecretConfidence = 'high' | 'medium' | 'low';

/**
 * What a rule's `validate` says of a match of its pattern: a confidence, `reject` (it is no secret), or `example`
 * (a vendor's published example or test key: still shown, low, never live).
 */
export type SecretVerdict = SecretConfidence | 'reject' | 'example';

/** A match of a rule's pattern, handed to `validate`. */
export interface RuleMatch {
  /** The secret itself: the group named `secret`, or the whole match. */
  readonly value: string;
  /** The named groups of the pattern. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** The text around the match, at most `reach` each side. */
  readonly around: string;
}

/** Text in parts, joined only when a test runs, so that no scanner (ours included) flags this source. */
export interface RuleSample {
  readonly name?: string;
  readonly parts: readonly string[];
}

/** One format of credential, as data. */
export interface SecretRule {
  /** Stable slug, the `kind` of its matches. */
  readonly id: string;
  readonly title: string;
  /**
   * Lower-case strings of which the text or the name must hold one before `pattern` runs. All keywords of all rules are
   * looked for in a single pass.
   */
  readonly keywords: readonly string[];
  /**
   * Global and linear: every repetition is bounded or starts behind a boundary, so that a run of characters is read once.
   * A rule with `names` is matched against the assigned value alone and is anchored at both ends.
   */
  readonly pattern: RegExp;
  /** For credentials without a format of their own: the name (words joined by `_`) that makes the value one. */
  readonly names?: RegExp;
  /** How far around a keyword the pattern may look, in characters; 600 unless told. */
  readonly reach?: number;
  readonly confidence: SecretConfidence;
  readonly validate?: (match: RuleMatch) => SecretVerdict;
  /** The vendor's page that documents the format. */
  readonly source: string;
  readonly positive: RuleSample;
  readonly negative: RuleSample;
}
