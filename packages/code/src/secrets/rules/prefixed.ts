import type { SecretConfidence, SecretRule } from '../secret-rule.ts';
import { unlessMadeUp } from './verdicts.ts';

/** A token that is recognised by its documented prefix: the row of a table becomes a rule. */
export interface PrefixedToken {
  readonly id: string;
  readonly title: string;
  /** Lower-case prefixes, for the prefilter. */
  readonly prefixes: readonly string[];
  /** Prefix and body, without boundaries; the body bounded. */
  readonly body: string;
  readonly confidence?: SecretConfidence;
  readonly source: string;
  /** A made-up token in parts. */
  readonly sample: readonly string[];
}

/** The token must stand alone: no word character or hyphen on either side. The same prefix with `your-token` after it is none. */
export function prefixed(row: PrefixedToken): SecretRule {
  const confidence = row.confidence ?? 'high';
  return {
    id: row.id,
    title: row.title,
    keywords: row.prefixes,
    pattern: new RegExp(`(?<![\\w-])(?:${row.body})(?![\\w-])`, 'g'),
    confidence,
    validate: unlessMadeUp(confidence),
    source: row.source,
    positive: { parts: row.sample },
    negative: {
      parts: [row.sample[0] ?? '', row.prefixes[0]?.slice((row.sample[0] ?? '').length) ?? '', 'x'.repeat(36)],
    },
  };
}
