/** What a field of an inline schema asks by directives: `@aws_iam` and its like, by field and by type. */
export interface SchemaAuth {
  /** Key `Mutation.placeOrder`; `Mutation` for directives of the whole type. Values are directive names without `@`. */
  readonly directives: ReadonlyMap<string, readonly string[]>;
  /** Every field of the types, in the order of the text. */
  readonly fields: readonly string[];
}

/**
 * Reads object types of a schema in the schema definition language, leniently: what it does not understand it skips.
 * A directive on a field stands in place of those of its type.
 * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 */
export function readSchemaAuth(schema: string): SchemaAuth {
  const directives = new Map<string, readonly string[]>();
  const fields: string[] = [];
  const tokens = tokenise(schema);
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index] !== 'type') continue;
    const name = tokens[index + 1] ?? '';
    const head = readDirectives(tokens, index + 2, (token) => token === '{' || token === 'type');
    add(directives, name, head.names);
    index = tokens[head.end] === '{' ? readFields(tokens, head.end + 1, name, directives, fields) : head.end - 1;
  }
  return { directives, fields };
}

function readFields(
  tokens: readonly string[],
  start: number,
  type: string,
  directives: Map<string, readonly string[]>,
  fields: string[],
): number {
  let index = start;
  while (index < tokens.length && tokens[index] !== '}') {
    const field = `${type}.${tokens[index] ?? ''}`;
    const afterArguments = tokens[index + 1] === '(' ? skipBrackets(tokens, index + 1) : index + 1;
    if (tokens[afterArguments] !== ':') {
      index++;
      continue;
    }
    const tail = readDirectives(tokens, afterArguments + 1, (token, at) => token === '}' || isFieldStart(tokens, at));
    fields.push(field);
    add(directives, field, tail.names);
    index = Math.max(tail.end, index + 1);
  }
  return index;
}

function isFieldStart(tokens: readonly string[], at: number): boolean {
  if (!/^[_A-Za-z]\w*$/.test(tokens[at] ?? '')) return false;
  return tokens[at + 1] === ':' || (tokens[at + 1] === '(' && tokens[skipBrackets(tokens, at + 1)] === ':');
}

function readDirectives(
  tokens: readonly string[],
  start: number,
  ends: (token: string, at: number) => boolean,
): { names: readonly string[]; end: number } {
  const names: string[] = [];
  let index = start;
  while (index < tokens.length && !ends(tokens[index] ?? '', index)) {
    const token = tokens[index] ?? '';
    if (token.startsWith('@')) names.push(token.slice(1));
    index = tokens[index] === '(' ? skipBrackets(tokens, index) : index + 1;
  }
  return { names, end: index };
}

/** The index behind the bracket that closes the one at `start`. */
function skipBrackets(tokens: readonly string[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    if (tokens[index] === '(') depth++;
    else if (tokens[index] === ')' && --depth === 0) return index + 1;
  }
  return tokens.length;
}

function add(directives: Map<string, readonly string[]>, key: string, names: readonly string[]): void {
  if (names.length > 0) directives.set(key, [...(directives.get(key) ?? []), ...names]);
}

function tokenise(schema: string): readonly string[] {
  const found: string[] = [];
  for (const match of schema.matchAll(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|(@?[_A-Za-z]\w*|[{}():])/g)) {
    if (match[1] !== undefined) found.push(match[1]);
  }
  return found;
}
