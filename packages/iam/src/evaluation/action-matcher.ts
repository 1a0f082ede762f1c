import { MAYBE, NO, not, YES, type Truth } from '../truth.ts';
import type { Statement } from '../documents/policy-document.ts';
import { foldedPattern, hasWildcard, type WildcardPattern } from '../patterns/wildcard.ts';
import { matchOne, type Wanted } from './resource-matcher.ts';

export interface ActionMatcher {
  readonly match: (action: Wanted) => Truth;
  /** In lower case. */
  readonly patterns: readonly WildcardPattern[];
  /** NotAction: it matches all others. */
  readonly isNegated: boolean;
}

/** Actions are compared without regard to letter case; every text here is in lower case. */
export function wantedAction(action: string): Wanted {
  const text = action.toLowerCase();
  return { text, pattern: hasWildcard(text) ? foldedPattern(text) : undefined };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html and .../elements_notaction.html */
export function actionMatcher(statement: Statement): ActionMatcher {
  const patterns = (statement.Action ?? statement.NotAction ?? []).map(foldedPattern);
  const listed = (action: Wanted): Truth => listedIn(patterns, action);
  const isNegated = statement.NotAction !== undefined;
  return { match: isNegated ? (action) => not(listed(action)) : listed, patterns, isNegated };
}

function listedIn(patterns: readonly WildcardPattern[], action: Wanted): Truth {
  let best: Truth = NO;
  for (const pattern of patterns) {
    const truth = matchOne(pattern, action);
    if (truth === YES) return YES;
    if (truth === MAYBE) best = MAYBE;
  }
  return best;
}
