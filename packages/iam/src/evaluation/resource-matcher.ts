import { either, MAYBE, NO, YES, type Truth } from '../truth.ts';
import { parseTemplate, patternOf, staticPattern } from '../conditions/policy-variables.ts';
import type { ContextView } from '../conditions/context.ts';
import type { PolicyVersion } from '../documents/policy-document.ts';
import { contains, intersects } from '../patterns/algebra.ts';
import { hasWildcard, matchesPattern, wildcardPattern, type WildcardPattern } from '../patterns/wildcard.ts';

/** What a request asks for: one text, or all instances of a pattern. */
export interface Wanted {
  readonly text: string;
  /** Undefined: the text itself. `*` alone is the resource of actions that know none. */
  readonly pattern: WildcardPattern | undefined;
  /**
   * Stands for those instances only that these patterns match or do not match, by `patternKey`. So a set of resources is judged
   * class by class, each as sharply as one resource.
   */
  readonly matches?: ReadonlyMap<string, boolean>;
}

/** Equal for patterns with the same instances, however often a variable was filled in anew. */
export function patternKey(pattern: WildcardPattern): string {
  let key = keys.get(pattern);
  if (key === undefined) keys.set(pattern, (key = `${pattern.open ? 'open ' : ''}${pattern.tokens.join()}`));
  return key;
}

const keys = new WeakMap<WildcardPattern, string>();

export function wanted(text: string): Wanted {
  return { text, pattern: text !== '*' && hasWildcard(text) ? wildcardPattern(text) : undefined };
}

export interface ResourceMatcher {
  readonly match: (resource: Wanted, context: ContextView) => Truth;
  /** What it compares with, the variables filled in. */
  readonly patterns: (context: ContextView) => readonly WildcardPattern[];
}

/**
 * Whether a Resource element matches. Its `*` reaches over colons and slashes.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceMatcher(resources: readonly string[], version: PolicyVersion): ResourceMatcher {
  if (resources.includes('*')) return { match: () => YES, patterns: () => [] };
  const templates = resources.map((text) => parseTemplate(inFull(text), version));
  const fixed = templates.filter((one) => !one.hasVariables).map(staticPattern);
  const index = indexed(fixed);
  const variable = templates.filter((one) => one.hasVariables);
  if (variable.length === 0) return { match: index, patterns: () => fixed };
  // A variable without a value matches nothing.
  const filledIn = (context: ContextView): readonly WildcardPattern[] => {
    return variable.map((template) => patternOf(template, context)).filter((pattern) => pattern !== undefined);
  };
  return {
    match: (resource, context) => either(index(resource), firstOf(filledIn(context), resource)),
    patterns: (context) => [...fixed, ...filledIn(context)],
  };
}

/**
 * The policy of an API may name its own methods for short.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
function inFull(resource: string): string {
  return resource.startsWith('execute-api:/')
    ? `arn:*:execute-api:*:*:*${resource.slice('execute-api:'.length)}`
    : resource;
}

/** Whether a text is an instance, or all (YES), some (MAYBE) or none of the instances of a wanted pattern are. */
export function matchOne(pattern: WildcardPattern, resource: Wanted): Truth {
  if (resource.pattern === undefined) {
    if (!matchesPattern(pattern, resource.text)) return NO;
    return pattern.open ? MAYBE : YES;
  }
  const decided = resource.matches?.get(patternKey(pattern));
  if (decided !== undefined) return decided ? YES : NO;
  if (!pattern.open && contains(pattern, resource.pattern)) return YES;
  return intersects(pattern, resource.pattern) ? MAYBE : NO;
}

/** Few patterns are tried in turn; of many, exact texts and prefixes are looked up. */
const FEW = 8;

function indexed(patterns: readonly WildcardPattern[]): (resource: Wanted) => Truth {
  if (patterns.length <= FEW) return (resource) => firstOf(patterns, resource);
  const exact = new Set(patterns.filter((one) => one.kind === 'exact').map((one) => one.prefix));
  const prefixes = new Set(patterns.filter((one) => one.kind === 'prefix' && !one.open).map((one) => one.prefix));
  const lengths = [...new Set([...prefixes].map((prefix) => prefix.length))].toSorted((a, b) => a - b);
  const others = patterns.filter((one) => one.kind === 'glob' || one.open);
  return (resource) => {
    if (resource.pattern !== undefined) return firstOf(patterns, resource);
    const { text } = resource;
    if (exact.has(text)) return YES;
    for (const length of lengths) {
      if (length > text.length) break;
      if (prefixes.has(text.slice(0, length))) return YES;
    }
    return firstOf(others, resource);
  };
}

function firstOf(patterns: readonly WildcardPattern[], resource: Wanted): Truth {
  let best: Truth = NO;
  for (const pattern of patterns) {
    const truth = matchOne(pattern, resource);
    if (truth === YES) return YES;
    if (truth === MAYBE) best = MAYBE;
  }
  return best;
}
