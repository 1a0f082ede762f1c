import type { PolicyVersion } from '../documents/policy-document.ts';
import { literalTokens, patternOfTokens, tokensOf, unknownText, type WildcardPattern } from '../patterns/wildcard.ts';
import { unknownKey, type ContextView } from './context.ts';

/**
 * A text of a policy with its variables.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export interface Template {
  readonly source: string;
  readonly parts: readonly TemplatePart[];
  readonly hasVariables: boolean;
}

type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `${*}`, `${?}` and `${$}`: the character itself. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly key: string; readonly fallback: string | undefined };

/** Variables are read in version 2012-10-17 only; in an older document `${aws:username}` is itself. */
export function parseTemplate(source: string, version: PolicyVersion): Template {
  if (version !== '2012-10-17' || !source.includes('${')) {
    return { source, parts: [{ kind: 'text', text: source }], hasVariables: false };
  }
  const parts: TemplatePart[] = [];
  let from = 0;
  for (const match of source.matchAll(/\$\{([^}]*)\}/g)) {
    const part = variable(match[1] ?? '');
    if (part === undefined) continue;
    if (match.index > from) parts.push({ kind: 'text', text: source.slice(from, match.index) });
    parts.push(part);
    from = match.index + match[0].length;
  }
  if (from < source.length) parts.push({ kind: 'text', text: source.slice(from) });
  return { source, parts, hasVariables: parts.some((part) => part.kind === 'variable') };
}

/** `aws:username`, or with a default `aws:PrincipalTag/team, 'guest'`. */
function variable(inside: string): TemplatePart | undefined {
  if (inside === '*' || inside === '?' || inside === '$') return { kind: 'literal', text: inside };
  const comma = inside.indexOf(',');
  const key = (comma === -1 ? inside : inside.slice(0, comma)).trim();
  if (key === '') return undefined;
  if (comma === -1) return { kind: 'variable', key: key.toLowerCase(), fallback: undefined };
  const fallback = inside.slice(comma + 1).trim();
  if (fallback.length < 2 || !fallback.startsWith("'") || !fallback.endsWith("'")) return undefined;
  return { kind: 'variable', key: key.toLowerCase(), fallback: fallback.slice(1, -1) };
}

/** The pattern with the variables filled in, whose values are literal; undefined when a key is missing and has no default. */
export function patternOf(template: Template, context: ContextView): WildcardPattern | undefined {
  const tokens: number[] = [];
  for (const part of template.parts) {
    if (part.kind === 'text') tokens.push(...tokensOf(part.text));
    else if (part.kind === 'literal') tokens.push(...literalTokens(part.text));
    else {
      const value = valueOf(part, context);
      if (value === undefined) return undefined;
      tokens.push(...literalTokens(value));
    }
  }
  return patternOfTokens(tokens);
}

/** The text with the variables filled in, for operators that know no wildcards. */
export function textOf(template: Template, context: ContextView): string | undefined {
  let text = '';
  for (const part of template.parts) {
    const value = part.kind === 'variable' ? valueOf(part, context) : part.text;
    if (value === undefined) return undefined;
    text += value;
  }
  return text;
}

/** Whose templates hold no variable need no context. */
export function staticPattern(template: Template): WildcardPattern {
  return patternOf(template, noContext) ?? patternOfTokens([]);
}

export function staticText(template: Template): string {
  return textOf(template, noContext) ?? '';
}

const noContext: ContextView = { value: () => undefined };

/** A key with several values is no variable. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function valueOf(part: TemplatePart & { kind: 'variable' }, context: ContextView): string | undefined {
  const value = context.value(part.key);
  if (value === unknownKey) return unknownText;
  if (typeof value === 'string') return value;
  if (value !== undefined && value.length === 1) return value[0];
  return part.fallback;
}
