import type { SourceRange, Value } from '@leastwise/model';
import { known, unknown } from '../../../cloudformation/values.ts';
import { isEncodedText, withMembers } from '../encoded-text.ts';
import { joinTexts } from '../texts.ts';
import { matcherOf, type Matcher } from '../pattern/match-pattern.ts';
import { argument, mistake, result, textArgument, type Call, type TerraformFunction } from './call.ts';

/** Letters times steps: what one call may take. */
const MAX_WORK = 20_000_000;
const MAX_MATCHES = 10_000;

/** https://developer.hashicorp.com/terraform/language/functions/regex and the pages beside it */
export const patternFunctions: Readonly<Record<string, TerraformFunction>> = {
  regex(call) {
    const searched = search(call, 0, 1, 1);
    if (searched === undefined || 'kind' in searched) return searched;
    const [first] = searched.found;
    return first === undefined ? mistake(call, 'the text does not match.') : captured(first, searched.matcher, call);
  },
  regexall(call) {
    const searched = search(call, 0, 1, MAX_MATCHES);
    if (searched === undefined || 'kind' in searched) return searched;
    return result(
      call,
      searched.found.map((each) => captured(each, searched.matcher, call)),
    );
  },
  replace(call) {
    const pattern = textArgument(call, 1);
    const text = textArgument(call, 0);
    const by = textArgument(call, 2);
    if (pattern === undefined) return undefined;
    const isPlain = !/^\/.+\/$/s.test(pattern);
    const value = argument(call, 0);
    if (isPlain && value !== undefined && (isEncodedText(value) || text === undefined || by === undefined))
      return replacedInParts(value, pattern, call);
    if (text === undefined || by === undefined) return undefined;
    if (isPlain) return replaced(text, pattern, by, call);
    const searched = search(
      { ...call, args: [known(pattern.slice(1, -1), call.origin), ...call.args.slice(0, 1)] },
      0,
      1,
      MAX_MATCHES,
    );
    if (searched === undefined || 'kind' in searched) return searched;
    let made = '';
    let from = 0;
    for (const groups of searched.found) {
      made +=
        searched.letters.slice(from, groups.start).join('') +
        by.replaceAll(
          /\$(?:(\w+)|\{(\w+)\}|(\$))/g,
          (_whole, bare: string, braced: string, dollar: string | undefined) => {
            if (dollar !== undefined) return '$';
            const name = bare ?? braced;
            const index = /^\d+$/.test(name) ? Number(name) : searched.matcher.names.indexOf(name);
            return groups.texts[index] ?? '';
          },
        );
      from = groups.end;
    }
    return made + searched.letters.slice(from).join('');
  },
};

/** Replaces in every literal of an encoded structure or of a text with holes; what is put there may be a reference. */
function replacedInParts(value: Value, pattern: string, call: Call): Value | undefined {
  const by = call.args[2];
  if (by === undefined || pattern === '' || (isEncodedText(value) && /["{}[\]\\]/.test(pattern))) return undefined;
  const inParts = (parts: Extract<Value, { kind: 'text' }>['parts'], origin: SourceRange): Value =>
    joinTexts(
      parts.flatMap((part): readonly (string | Value)[] =>
        typeof part === 'string'
          ? part.split(pattern).flatMap((piece, index) => (index === 0 ? [piece] : [by, piece]))
          : [part],
      ),
      call.scope,
      origin,
    );
  const change = (member: Value): Value => {
    if (member.kind === 'text') return inParts(member.parts, member.origin);
    if (member.kind === 'known' && typeof member.value === 'string')
      return member.value.includes(pattern) ? inParts([member.value], member.origin) : member;
    return withMembers(member, change);
  };
  if (isEncodedText(value) || value.kind === 'text') return { ...change(value), origin: call.origin };
  return value.kind === 'known' && typeof value.value === 'string'
    ? { ...change(value), origin: call.origin }
    : undefined;
}

const MAX_TEXT = 2_000_000;

function replaced(text: string, pattern: string, by: string, call: Call): string | Value {
  const pieces = pattern === '' ? [...text] : text.split(pattern);
  if (text.length + pieces.length * by.length > MAX_TEXT)
    return unknown('limit', 'This text is longer than is read.', call.origin);
  return pattern === '' ? by + pieces.map((letter) => letter + by).join('') : pieces.join(by);
}

interface Found {
  readonly texts: readonly (string | undefined)[];
  readonly start: number;
  readonly end: number;
}

function search(
  call: Call,
  patternAt: number,
  textAt: number,
  most: number,
):
  | { readonly matcher: Matcher; readonly letters: readonly string[]; readonly found: readonly Found[] }
  | Value
  | undefined {
  const pattern = textArgument(call, patternAt);
  const text = textArgument(call, textAt);
  if (pattern === undefined || text === undefined) return undefined;
  const matcher = matcherOf(pattern);
  if ('problem' in matcher) return mistake(call, `the pattern cannot be read: ${matcher.problem}.`);
  const letters = [...text];
  const found: Found[] = [];
  let work = 0;
  for (let from = 0; from <= letters.length && found.length < most;) {
    if (work + matcher.size * (letters.length - from) > 2 * MAX_WORK)
      return unknown('limit', 'This pattern takes more steps than are taken.', call.origin);
    const { slots, looked } = matcher.match(letters, from);
    work += matcher.size * (looked - from + 1);
    const [start, end] = slots ?? [];
    if (slots === undefined || start === undefined || end === undefined) break;
    const texts = Array.from({ length: slots.length / 2 }, (_item, index) => {
      const [groupStart, groupEnd] = [slots[index * 2], slots[index * 2 + 1]];
      return groupStart === undefined || groupEnd === undefined
        ? undefined
        : letters.slice(groupStart, groupEnd).join('');
    });
    found.push({ texts, start, end });
    from = end > start ? end : end + 1;
  }
  return { matcher, letters, found };
}

/** The whole match without groups, a list of groups, or a map when they have names. */
function captured({ texts }: Found, matcher: Matcher, call: Call): Value {
  const value = (text: string | undefined): Value => known(text ?? null, call.origin);
  if (texts.length === 1) return value(texts[0]);
  if (matcher.names.every((name) => name === undefined)) return result(call, texts.slice(1).map(value));
  return result(
    call,
    new Map(
      texts.flatMap((text, index): [string, Value][] => {
        const name = matcher.names[index];
        return name === undefined ? [] : [[name, value(text)]];
      }),
    ),
  );
}
