/** A text with variables in it, in order. */
export type Part = string | Variable;

/** `${source, fallback, ...}` as written; each source is tried until one has a value. */
export interface Variable {
  readonly written: string;
  readonly sources: readonly Source[];
}

export type Source =
  | {
      readonly kind: 'address';
      /** `self`, `opt`, `file`, ... */
      readonly type: string;
      /** What stands in brackets: the path of a file, the region of `cf`. */
      readonly parameter: readonly Part[] | undefined;
      /** What stands behind the colon; itself with variables. */
      readonly address: readonly Part[];
    }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'variable'; readonly variable: Variable };

/** Variables in variables: deeper ones are left as they are written. */
const MAX_NESTING = 16;

/** No person writes a longer one; a text full of opened brackets stays cheap. */
const MAX_LENGTH = 2_000;

/**
 * Finds the variables of the Serverless Framework in a text. What only looks like one (`${AWS::Region}`, `${Table.Arn}`,
 * `${stageVariables}`) stays text. Undefined when the text has none.
 * https://www.serverless.com/framework/docs/guides/variables
 */
export function parseVariables(text: string, nesting = 0): readonly Part[] | undefined {
  if (!text.includes('${') || nesting > MAX_NESTING) return undefined;
  const parts: Part[] = [];
  let plain = '';
  let found = false;
  for (let at = 0; at < text.length;) {
    const opens = text.indexOf('${', at);
    const end = opens < 0 ? -1 : closing(text, opens + 2, '}');
    if (opens < 0 || end < 0) {
      plain += text.slice(at);
      break;
    }
    const variable = variableOf(text.slice(opens + 2, end), nesting);
    if (variable === undefined) {
      // Inside of what is no variable there may be one: `${Name-${self:custom.x}}`.
      plain += text.slice(at, opens + 2);
      at = opens + 2;
      continue;
    }
    plain += text.slice(at, opens);
    if (plain !== '') parts.push(plain);
    plain = '';
    parts.push(variable);
    found = true;
    at = end + 1;
  }
  if (plain !== '') parts.push(plain);
  return found ? parts : undefined;
}

function variableOf(body: string, nesting: number): Variable | undefined {
  const sources: Source[] = [];
  for (const piece of splitAtCommas(body)) {
    const source = sourceOf(piece.trim(), nesting);
    if (source === undefined) return undefined;
    sources.push(source);
  }
  return sources[0] === undefined || sources[0].kind === 'literal' ? undefined : { written: body.trim(), sources };
}

function sourceOf(text: string, nesting: number): Source | undefined {
  const quoted = /^(?:'([^']*)'|"([^"]*)")$/.exec(text);
  if (quoted !== null) return { kind: 'literal', value: quoted[1] ?? quoted[2] ?? '' };
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { kind: 'literal', value: Number(text) };
  if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true' };
  if (text === 'null') return { kind: 'literal', value: null };
  if (text.startsWith('${')) {
    const inner = parseVariables(text, nesting + 1);
    const only = inner?.length === 1 ? inner[0] : undefined;
    return typeof only === 'object' ? { kind: 'variable', variable: only } : undefined;
  }
  const type = /^[a-zA-Z][\w-]*/.exec(text)?.[0];
  if (type === undefined) return undefined;
  let rest = text.slice(type.length);
  let parameter: readonly Part[] | undefined;
  if (rest.startsWith('(')) {
    const end = closing(rest, 1, ')');
    if (end < 0) return undefined;
    parameter = partsOf(rest.slice(1, end).trim(), nesting);
    rest = rest.slice(end + 1);
    // `${file(names.yml).orders}` of version 1 is written by some.
    if (rest !== '' && !rest.startsWith(':')) return undefined;
  }
  if (rest.startsWith('::') || (rest === '' && parameter === undefined) || (rest !== '' && !rest.startsWith(':'))) {
    return undefined;
  }
  return { kind: 'address', type, parameter, address: partsOf(rest.slice(1).trim(), nesting) };
}

function partsOf(text: string, nesting: number): readonly Part[] {
  return parseVariables(text, nesting + 1) ?? [text];
}

/** Where a bracket closes that has been opened before `from`; variables, brackets and quotes inside are stepped over. */
function closing(text: string, from: number, bracket: '}' | ')'): number {
  let braces = 0;
  let rounds = 0;
  const limit = Math.min(text.length, from + MAX_LENGTH);
  for (let at = from; at < limit; at++) {
    const unit = text.charAt(at);
    if (unit === bracket && braces === 0 && rounds === 0) return at;
    if (unit === '{') braces++;
    else if (unit === '}') braces = Math.max(0, braces - 1);
    else if (unit === '(') rounds++;
    else if (unit === ')') rounds = Math.max(0, rounds - 1);
    else if (unit === "'" || unit === '"') {
      const end = text.indexOf(unit, at + 1);
      if (end > 0) at = end;
    }
  }
  return -1;
}

function splitAtCommas(body: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < body.length; at++) {
    const unit = body.charAt(at);
    if (unit === '{' || unit === '(') depth++;
    else if (unit === '}' || unit === ')') depth--;
    else if (unit === "'" || unit === '"') {
      const end = body.indexOf(unit, at + 1);
      if (end > 0) at = end;
    } else if (unit === ',' && depth === 0) {
      pieces.push(body.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(body.slice(from));
  return pieces;
}
