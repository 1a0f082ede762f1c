import type { Value } from '@leastwise/model';
import { known } from '../../../cloudformation/values.ts';
import { jsonText, textOf } from '../encoded-text.ts';
import { joinTexts } from '../texts.ts';
import {
  argument,
  listArgument,
  mistake,
  numberArgument,
  plainList,
  plainText,
  result,
  textArgument,
  type Call,
  type TerraformFunction,
} from './call.ts';

const of =
  (change: (text: string) => string): TerraformFunction =>
  (call) => {
    const text = textArgument(call, 0);
    if (text !== undefined) return change(text);
    return undefined;
  };

/** Changes every literal part, where a change of the parts is the change of the whole. */
const ofParts =
  (change: (text: string) => string): TerraformFunction =>
  (call) => {
    const value = argument(call, 0);
    const text = value === undefined ? undefined : textOf(value);
    if (text?.kind === 'text')
      return {
        ...text,
        parts: text.parts.map((part) => (typeof part === 'string' ? change(part) : part)),
        origin: call.origin,
      };
    const plain = textArgument(call, 0);
    return plain === undefined ? undefined : change(plain);
  };

const ofTwo =
  (change: (one: string, other: string) => string | boolean): TerraformFunction =>
  (call) => {
    const one = textArgument(call, 0);
    const other = textArgument(call, 1);
    return one === undefined || other === undefined ? undefined : change(one, other);
  };

const trimsuffix = ofTwo((text, suffix) =>
  suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
);

/** https://developer.hashicorp.com/terraform/language/functions/format and the pages beside it */
export const textFunctions: Readonly<Record<string, TerraformFunction>> = {
  lower: ofParts((text) => text.toLowerCase()),
  upper: ofParts((text) => text.toUpperCase()),
  title: of((text) =>
    text.replaceAll(
      /(^|[^\p{L}\p{N}'])(\p{L})/gu,
      (_whole, before: string, letter: string) => before + letter.toUpperCase(),
    ),
  ),
  chomp: of((text) => text.replace(/(?:\r?\n)+$/, '')),
  trimspace: of((text) => text.trim()),
  strrev: of((text) => [...text].reverse().join('')),
  trim: ofTwo((text, cut) => trimmed(text, cut)),
  trimprefix: ofTwo((text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimsuffix(call) {
    // The ARN of a log group has no such end, and the reference is what leads to it.
    const value = argument(call, 0);
    if (value?.kind === 'reference' && textArgument(call, 1) === ':*') return { ...value, origin: call.origin };
    return trimsuffix(call);
  },
  startswith(call) {
    const prefix = textArgument(call, 1);
    const value = argument(call, 0);
    const first = value?.kind === 'text' ? value.parts[0] : undefined;
    if (prefix !== undefined && typeof first === 'string') {
      if (first.startsWith(prefix)) return true;
      if (!prefix.startsWith(first)) return false;
    }
    return ofTwo((text, start) => text.startsWith(start))(call);
  },
  endswith: ofTwo((text, end) => text.endsWith(end)),
  strcontains: ofTwo((text, inner) => text.includes(inner)),
  split(call) {
    const separator = textArgument(call, 0);
    const text = textArgument(call, 1);
    if (separator === undefined || text === undefined) return undefined;
    return result(
      call,
      text.split(separator).map((piece) => known(piece, call.origin)),
    );
  },
  substr(call) {
    const text = textArgument(call, 0);
    const offset = numberArgument(call, 1);
    const length = numberArgument(call, 2);
    if (text === undefined || offset === undefined || length === undefined) return undefined;
    const letters = [...text];
    const from = offset < 0 ? Math.max(0, letters.length + offset) : offset;
    return letters.slice(from, length < 0 ? undefined : from + length).join('');
  },
  indent(call) {
    const blanks = numberArgument(call, 0);
    const text = textArgument(call, 1);
    if (blanks === undefined || text === undefined || blanks < 0 || blanks > 1000) return undefined;
    return text.replaceAll('\n', `\n${' '.repeat(blanks)}`);
  },
  format(call) {
    const pattern = textArgument(call, 0);
    return pattern === undefined ? undefined : formatted(pattern, call.args.slice(1), call);
  },
  formatlist(call) {
    const pattern = textArgument(call, 0);
    if (pattern === undefined) return undefined;
    const lists = call.args.slice(1).map((_arg, index) => listArgument(call, index + 1));
    const length = Math.max(1, ...lists.map((list) => list?.length ?? 0));
    if (lists.some((list) => list?.length === 0)) return result(call, []);
    const rows = Array.from({ length }, (_item, row) =>
      formatted(
        pattern,
        lists.map(
          (list, index): Value =>
            list?.[row] ?? (list === undefined ? call.args[index + 1] : undefined) ?? known('', call.origin),
        ),
        call,
      ),
    );
    return result(call, rows);
  },
};

function trimmed(text: string, cut: string): string {
  const letters = new Set(cut);
  const all = [...text];
  let from = 0;
  let to = all.length;
  while (from < to && letters.has(all[from] ?? '')) from++;
  while (to > from && letters.has(all[to - 1] ?? '')) to--;
  return all.slice(from, to).join('');
}

/** `%s`, `%d`, `%03d`, `%q`, `%v`, `%[1]s`: https://developer.hashicorp.com/terraform/language/functions/format */
const VERB = /%(?:(%)|([-+ 0#]*)(\d+)?(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z]))/g;

function formatted(pattern: string, args: readonly Value[], call: Call): Value {
  const parts: (string | Value)[] = [];
  let from = 0;
  let next = 0;
  for (const match of pattern.matchAll(VERB)) {
    parts.push(pattern.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[1] !== undefined) {
      parts.push('%');
      continue;
    }
    const index = match[5] === undefined ? next : Number(match[5]) - 1;
    next = index + 1;
    const value = args[index];
    if (value === undefined) return mistake(call, `the text has more verbs than there are arguments.`);
    const piece = formatVerb(
      match[6] ?? 's',
      match[2] ?? '',
      Math.min(Number(match[3] ?? 0), 1000),
      match[4],
      value,
      call,
    );
    if (piece === undefined) return mistake(call, `%${match[6] ?? ''} cannot take its argument.`);
    parts.push(piece);
  }
  parts.push(pattern.slice(from));
  return joinTexts(parts, call.scope, call.origin);
}

function formatVerb(
  verb: string,
  flags: string,
  width: number,
  precision: string | undefined,
  value: Value,
  call: Call,
): string | Value | undefined {
  const looked = call.scope.module.session.lookThrough(value);
  const isPlain = width === 0 && precision === undefined;
  if (verb === 's' || verb === 'v') {
    if (plainList(looked, call) !== undefined || (looked.kind === 'known' && looked.value instanceof Map))
      return jsonText(looked);
    // A reference stays one in the text, because that is what leads to the resource.
    if (isPlain) return value;
  }
  const text = plainText(looked);
  if (text === undefined) return looked.kind === 'known' ? undefined : value;
  const pad = (made: string): string => {
    if (flags.includes('-')) return made.padEnd(width);
    return made.padStart(width, flags.includes('0') && verb !== 's' ? '0' : ' ');
  };
  if (verb === 's' || verb === 'v') return pad(precision === undefined ? text : text.slice(0, Number(precision)));
  if (verb === 'q') return pad(JSON.stringify(text));
  if (verb === 't') return pad(text);
  const number = Number(text);
  if (Number.isNaN(number)) return undefined;
  const sign = flags.includes('+') && number >= 0 ? '+' : '';
  switch (verb) {
    case 'd':
      return pad(sign + String(Math.trunc(number)));
    case 'f':
      return pad(sign + number.toFixed(Math.min(Number(precision ?? 6), 100)));
    case 'e':
      return pad(sign + number.toExponential(Math.min(Number(precision ?? 6), 100)));
    case 'g':
      return pad(sign + String(number));
    case 'x':
      return pad(Math.trunc(number).toString(16));
    case 'X':
      return pad(Math.trunc(number).toString(16).toUpperCase());
    case 'o':
      return pad(Math.trunc(number).toString(8));
    case 'b':
      return pad(Math.trunc(number).toString(2));
    default:
      return undefined;
  }
}
