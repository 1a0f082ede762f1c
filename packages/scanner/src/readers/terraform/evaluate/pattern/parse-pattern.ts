/** A regular expression in the syntax of RE2 as a tree. https://github.com/google/re2/wiki/Syntax */
export type Pattern =
  | { readonly kind: 'letter'; readonly accepts: (letter: string) => boolean }
  | { readonly kind: 'border'; readonly holds: (text: readonly string[], at: number) => boolean }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'either'; readonly options: readonly Pattern[] }
  | { readonly kind: 'group'; readonly index: number; readonly item: Pattern }
  | {
      readonly kind: 'repeat';
      readonly item: Pattern;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    };

export interface ParsedPattern {
  readonly pattern: Pattern;
  readonly groups: number;
  /** By index; undefined for a group without a name. */
  readonly names: readonly (string | undefined)[];
}

export class PatternError extends Error {}

interface Flags {
  readonly ignoreCase: boolean;
  readonly lines: boolean;
  readonly dotAll: boolean;
  readonly lazy: boolean;
}

interface State {
  readonly letters: readonly string[];
  at: number;
  flags: Flags;
  readonly names: (string | undefined)[];
  depth: number;
}

const MAX_REPEAT = 1000;

export function parsePattern(source: string): ParsedPattern {
  const flags: Flags = { ignoreCase: false, lines: false, dotAll: false, lazy: false };
  const state: State = { letters: [...source], at: 0, flags, names: [undefined], depth: 0 };
  const pattern = parseEither(state);
  if (state.at < state.letters.length) throw new PatternError('a parenthesis closes nothing');
  return { pattern, groups: state.names.length, names: state.names };
}

const look = (state: State, ahead = 0): string | undefined => state.letters[state.at + ahead];

function parseEither(state: State): Pattern {
  if (++state.depth > 100) throw new PatternError('groups nest too deep');
  const outer = state.flags;
  const options = [parseSequence(state)];
  while (look(state) === '|') {
    state.at++;
    options.push(parseSequence(state));
  }
  state.flags = outer;
  state.depth--;
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { kind: 'either', options };
}

function parseSequence(state: State): Pattern {
  const items: Pattern[] = [];
  for (let letter = look(state); letter !== undefined && letter !== '|' && letter !== ')'; letter = look(state)) {
    const item = parseAtom(state);
    if (item !== undefined) items.push(parseRepeats(state, item));
  }
  return { kind: 'sequence', items };
}

function parseRepeats(state: State, atom: Pattern): Pattern {
  let item = atom;
  for (let count = 0; count < 3; count++) {
    const range = takeRange(state);
    if (range === undefined) return item;
    const isLazy = look(state) === '?';
    if (isLazy) state.at++;
    item = { kind: 'repeat', item, ...range, greedy: isLazy === state.flags.lazy };
  }
  throw new PatternError('repeats of repeats');
}

function takeRange(state: State): { least: number; most: number } | undefined {
  const simple = { '*': [0, Number.POSITIVE_INFINITY], '+': [1, Number.POSITIVE_INFINITY], '?': [0, 1] }[
    look(state) ?? ''
  ];
  if (simple !== undefined) {
    state.at++;
    return { least: simple[0] ?? 0, most: simple[1] ?? 0 };
  }
  if (look(state) !== '{') return undefined;
  const written = /^\{(\d{1,4})(,)?(\d{1,4})?\}/.exec(state.letters.slice(state.at, state.at + 12).join(''));
  if (written === null) return undefined;
  state.at += written[0].length;
  const least = Number(written[1]);
  const most =
    written[2] === undefined ? least : written[3] === undefined ? Number.POSITIVE_INFINITY : Number(written[3]);
  if (least > MAX_REPEAT || (Number.isFinite(most) && (most > MAX_REPEAT || most < least)))
    throw new PatternError('a repeat is too large');
  return { least, most };
}

function parseAtom(state: State): Pattern | undefined {
  const letter = look(state) ?? '';
  if ('*+?'.includes(letter)) throw new PatternError('a repeat repeats nothing');
  if (letter === '(') return parseGroup(state);
  state.at++;
  const { flags } = state;
  switch (letter) {
    case '.':
      return { kind: 'letter', accepts: (each) => flags.dotAll || each !== '\n' };
    case '^':
      return { kind: 'border', holds: (text, at) => at === 0 || (flags.lines && text[at - 1] === '\n') };
    case '$':
      return { kind: 'border', holds: (text, at) => at === text.length || (flags.lines && text[at] === '\n') };
    case '[':
      return { kind: 'letter', accepts: folded(parseClass(state), flags) };
    case '\\':
      return parseEscape(state);
    default:
      return { kind: 'letter', accepts: folded((each) => each === letter, flags) };
  }
}

type Accepts = (letter: string) => boolean;

function folded(accepts: Accepts, { ignoreCase }: Flags): Accepts {
  return ignoreCase
    ? (letter) => accepts(letter) || accepts(letter.toLowerCase()) || accepts(letter.toUpperCase())
    : accepts;
}

function parseGroup(state: State): Pattern | undefined {
  const head = /^\((?:\?(?:P?<([A-Za-z_]\w*)>|([imsU]*)(?:-([imsU]+))?([:)])))?/.exec(
    state.letters.slice(state.at, state.at + 60).join(''),
  );
  const written = head?.[0] ?? '(';
  if (written === '(' && look(state, 1) === '?') throw new PatternError('this kind of group is not known');
  state.at += written.length;
  if (head?.[4] !== undefined) {
    const before = state.flags;
    state.flags = withFlags(before, head[2] ?? '', head[3] ?? '');
    if (head[4] === ')') return undefined;
    const item = closeGroup(state);
    state.flags = before;
    return item;
  }
  const index = state.names.push(head?.[1]) - 1;
  return { kind: 'group', index, item: closeGroup(state) };
}

function closeGroup(state: State): Pattern {
  const item = parseEither(state);
  if (look(state) !== ')') throw new PatternError('a parenthesis is not closed');
  state.at++;
  return item;
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const is = (letter: string, before: boolean): boolean =>
    on.includes(letter) ? true : off.includes(letter) ? false : before;
  return {
    ignoreCase: is('i', flags.ignoreCase),
    lines: is('m', flags.lines),
    dotAll: is('s', flags.dotAll),
    lazy: is('U', flags.lazy),
  };
}

const isWord: Accepts = (letter) => /^\w$/.test(letter);
const not =
  (accepts: Accepts): Accepts =>
  (letter) =>
    !accepts(letter);

const CLASSES: Readonly<Record<string, Accepts>> = {
  d: (letter) => letter >= '0' && letter <= '9' && letter.length === 1,
  w: isWord,
  s: (letter) => /^[\t\n\f\r ]$/.test(letter),
};
const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', a: '\x07' };

function parseEscape(state: State): Pattern {
  const letter = look(state);
  const wordAt = (text: readonly string[], at: number): boolean => isWord(text[at] ?? '');
  const borders: Readonly<Record<string, (text: readonly string[], at: number) => boolean>> = {
    A: (_text, at) => at === 0,
    z: (text, at) => at === text.length,
    b: (text, at) => wordAt(text, at - 1) !== wordAt(text, at),
    B: (text, at) => wordAt(text, at - 1) === wordAt(text, at),
  };
  const border = letter === undefined || !Object.hasOwn(borders, letter) ? undefined : borders[letter];
  if (border !== undefined) {
    state.at++;
    return { kind: 'border', holds: border };
  }
  return { kind: 'letter', accepts: folded(escapedClass(state), state.flags) };
}

/** What stands behind a backslash, as the letters that it accepts. */
function escapedClass(state: State): Accepts {
  const letter = look(state);
  if (letter === undefined) throw new PatternError('it ends with a backslash');
  state.at++;
  const found =
    Object.hasOwn(CLASSES, letter.toLowerCase()) && 'dDwWsS'.includes(letter)
      ? CLASSES[letter.toLowerCase()]
      : undefined;
  if (found !== undefined) return letter === letter.toLowerCase() ? found : not(found);
  const rest = state.letters.slice(state.at, state.at + 40).join('');
  if (letter === 'p' || letter === 'P') {
    const name = /^(?:\{(\^?)(\w+)\}|(\w))/.exec(rest);
    if (name === null) throw new PatternError('a class has no name');
    state.at += name[0].length;
    const accepts = unicodeClass(name[2] ?? name[3] ?? '');
    return (letter === 'P') === (name[1] === '^') ? accepts : not(accepts);
  }
  const code = letter === 'x' ? /^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{2}))/.exec(rest) : null;
  if (code !== null) state.at += code[0].length;
  const point = code === null ? undefined : Number.parseInt(code[1] ?? code[2] ?? '', 16);
  const literal =
    point === undefined ? (CONTROLS[letter] ?? letter) : point <= 0x10ffff ? String.fromCodePoint(point) : '';
  if (/^[a-zA-Z0-9]$/.test(literal) && point === undefined) throw new PatternError(`\\${letter} is not known`);
  return (each) => each === literal;
}

function unicodeClass(name: string): Accepts {
  for (const property of [name, `Script=${name}`]) {
    try {
      const expression = new RegExp(`^\\p{${property}}$`, 'u');
      return (letter) => expression.test(letter);
    } catch {
      continue;
    }
  }
  throw new PatternError(`the class ${name} is not known`);
}

const NAMED: Readonly<Record<string, RegExp>> = {
  alnum: /^[0-9A-Za-z]$/,
  alpha: /^[A-Za-z]$/,
  blank: /^[\t ]$/,
  digit: /^[0-9]$/,
  lower: /^[a-z]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^[\t\n\v\f\r ]$/,
  upper: /^[A-Z]$/,
  word: /^\w$/,
  xdigit: /^[0-9A-Fa-f]$/,
};

function parseClass(state: State): Accepts {
  const isNegated = look(state) === '^';
  if (isNegated) state.at++;
  const members: Accepts[] = [];
  for (let first = true; first || look(state) !== ']'; first = false) {
    const letter = look(state);
    if (letter === undefined) throw new PatternError('a class is not closed');
    const named = /^\[:(\^?)([a-z]+):\]/.exec(state.letters.slice(state.at, state.at + 14).join(''));
    const expression = named?.[2] === undefined ? undefined : NAMED[named[2]];
    if (named !== null && expression !== undefined) {
      state.at += named[0].length;
      members.push((each) => expression.test(each) !== (named[1] === '^'));
    } else members.push(parseMember(state, letter));
  }
  state.at++;
  return (letter) => members.some((accepts) => accepts(letter)) !== isNegated;
}

function parseMember(state: State, letter: string): Accepts {
  state.at++;
  if (letter === '\\') {
    const next = look(state) ?? '';
    if (!/[^a-zA-Z0-9]|[tnrf]/.test(next)) return escapedClass(state);
    state.at++;
    return rangeFrom(state, CONTROLS[next] ?? next);
  }
  return rangeFrom(state, letter);
}

function rangeFrom(state: State, first: string): Accepts {
  const last = look(state, 1);
  if (look(state) !== '-' || last === undefined || last === ']') return (each) => each === first;
  state.at += 2;
  const end = last === '\\' ? (CONTROLS[look(state) ?? ''] ?? look(state) ?? '') : last;
  if (last === '\\') state.at++;
  const from = first.codePointAt(0) ?? 0;
  const to = end.codePointAt(0) ?? 0;
  return (each) => {
    const point = each.codePointAt(0) ?? -1;
    return point >= from && point <= to;
  };
}
