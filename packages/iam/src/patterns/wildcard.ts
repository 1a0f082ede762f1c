/**
 * Patterns of IAM: `*` is any text, `?` one character, everything else itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export interface WildcardPattern {
  /** Character codes, or ANY_TEXT or ANY_CHARACTER. In a run of wildcards all `?` come first and at most one `*` last. */
  readonly tokens: readonly number[];
  readonly kind: 'exact' | 'prefix' | 'glob';
  /** The literal text before the first wildcard; of an exact pattern the whole text. */
  readonly prefix: string;
  /** The literal texts after the first `*`, each before another `*` or the end; undefined for a pattern with `?`. */
  readonly pieces: readonly string[] | undefined;
  /** It has a part that is not known, which stands among the tokens as ANY_TEXT. Its matches are never certain. */
  readonly open: boolean;
}

export const ANY_TEXT = -1;
export const ANY_CHARACTER = -2;

/**
 * Stands in a policy or in a request for a stretch of text that is not known before deployment. A character of the private use
 * area, which no name in AWS can hold.
 */
export const unknownText = '\uE000';
const UNKNOWN_TEXT = unknownText.charCodeAt(0);
const STAR = 42;
const QUESTION_MARK = 63;

export function wildcardPattern(text: string): WildcardPattern {
  return patternOfTokens(tokensOf(text));
}

/** Lower case, for what IAM compares without regard to case, such as actions. */
export function foldedPattern(text: string): WildcardPattern {
  return wildcardPattern(text.toLowerCase());
}

export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?') || text.includes(unknownText);
}

export function tokensOf(text: string): number[] {
  const tokens: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    tokens.push(code === STAR ? ANY_TEXT : code === QUESTION_MARK ? ANY_CHARACTER : code);
  }
  return tokens;
}

/** The characters as they are: `*` and `?` are no wildcards here. */
export function literalTokens(text: string): number[] {
  const tokens: number[] = [];
  for (let at = 0; at < text.length; at++) tokens.push(text.charCodeAt(at));
  return tokens;
}

export function patternOfTokens(raw: readonly number[]): WildcardPattern {
  const open = raw.includes(UNKNOWN_TEXT);
  const tokens = inCanonicalOrder(open ? raw.map((token) => (token === UNKNOWN_TEXT ? ANY_TEXT : token)) : raw);
  const wildcard = tokens.findIndex((token) => token < 0);
  const literal = wildcard === -1 ? tokens : tokens.slice(0, wildcard);
  const kind =
    wildcard === -1 ? 'exact' : wildcard === tokens.length - 1 && tokens[wildcard] === ANY_TEXT ? 'prefix' : 'glob';
  return { tokens, kind, prefix: textOf(literal), pieces: piecesOf(tokens, wildcard), open };
}

/** Whether a text is an instance of the pattern; parts that are not known count as any text. */
export function matchesPattern(pattern: WildcardPattern, text: string): boolean {
  if (pattern.kind === 'exact') return text === pattern.prefix;
  if (!text.startsWith(pattern.prefix)) return false;
  if (pattern.kind === 'prefix') return true;
  return pattern.pieces === undefined
    ? globMatches(pattern.tokens, text, pattern.prefix.length)
    : piecesMatch(pattern.pieces, text, pattern.prefix.length);
}

/** Without `?` every piece may be taken at its first place, and the last one at the end. */
function piecesMatch(pieces: readonly string[], text: string, from: number): boolean {
  const last = pieces.length - 1;
  let at = from;
  for (let index = 0; index < last; index++) {
    const piece = pieces[index] as string;
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  const ending = pieces[last] as string;
  return text.length - ending.length >= at && text.endsWith(ending);
}

function piecesOf(tokens: readonly number[], firstWildcard: number): readonly string[] | undefined {
  if (firstWildcard === -1 || tokens.includes(ANY_CHARACTER)) return undefined;
  const pieces: string[] = [];
  let from = firstWildcard + 1;
  for (let at = from; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at] !== ANY_TEXT) continue;
    pieces.push(textOf(tokens.slice(from, at)));
    from = at + 1;
  }
  return pieces;
}

/** Walks both once and returns to the last `*` only: at worst length times length, never exponential. */
function globMatches(tokens: readonly number[], text: string, from: number): boolean {
  let token = from;
  let at = from;
  let star = -1;
  let retry = 0;
  while (at < text.length) {
    const wanted = tokens[token];
    if (wanted === ANY_TEXT) {
      star = token++;
      retry = at;
    } else if (wanted === ANY_CHARACTER || wanted === text.charCodeAt(at)) {
      token++;
      at++;
    } else if (star !== -1) {
      token = star + 1;
      at = ++retry;
    } else {
      return false;
    }
  }
  while (tokens[token] === ANY_TEXT) token++;
  return token === tokens.length;
}

/** `*?*` and `?*` have the same instances; one spelling lets containment compare run with run. */
function inCanonicalOrder(tokens: readonly number[]): readonly number[] {
  const ordered: number[] = [];
  let pendingStar = false;
  for (const token of tokens) {
    if (token === ANY_TEXT) {
      pendingStar = true;
      continue;
    }
    if (pendingStar && token !== ANY_CHARACTER) {
      ordered.push(ANY_TEXT);
      pendingStar = false;
    }
    ordered.push(token);
  }
  if (pendingStar) ordered.push(ANY_TEXT);
  return ordered;
}

function textOf(tokens: readonly number[]): string {
  let text = '';
  for (const token of tokens) text += String.fromCharCode(token);
  return text;
}
