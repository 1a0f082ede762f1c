import { parseEvents, YAMLException } from './js-yaml.ts';
import type { YamlEvent } from './js-yaml.ts';
import { LIMITS } from './limits.ts';

export type ParsedEvents =
  | { readonly events: readonly YamlEvent[]; readonly outdented: readonly number[] }
  | { readonly error: unknown };

/**
 * The events of js-yaml. YAML 1.2 wants the lines inside brackets and quotes to be indented, YAML 1.1 and CloudFormation do
 * not care; such lines are indented in a copy of the text and the offsets are taken back to the original.
 * `outdented` holds the beginnings of these lines.
 */
export function parseYamlEvents(text: string): ParsedEvents {
  const outdented: number[] = [];
  let padded = text;
  for (let spent = 0; ; spent += padded.length) {
    try {
      const events = parseEvents(padded, { maxDepth: LIMITS.depth });
      return { events: outdented.length === 0 ? events : events.map((event) => unpad(event, outdented)), outdented };
    } catch (error) {
      const line = spent < LIMITS.textLength ? outdentedLine(text, error, outdented) : undefined;
      if (line === undefined) return { error: outdented.length === 0 ? error : firstError(text) };
      outdented.push(line);
      padded = pad(text, outdented);
    }
  }
}

/** Wider than any indentation of a template. */
const PADDING = ' '.repeat(100);

/** The beginning of the line that the error is about, when it is one that indenting may help. */
function outdentedLine(text: string, error: unknown, known: readonly number[]): number | undefined {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation') return undefined;
  let start = original(error.mark?.position ?? 0, known);
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  const last = known[known.length - 1];
  return last !== undefined && start <= last ? undefined : start;
}

/** Errors of the padded text have wrong places; the complaint about the text as written is the first one. */
function firstError(text: string): unknown {
  try {
    parseEvents(text, { maxDepth: LIMITS.depth });
    return undefined;
  } catch (error) {
    return error;
  }
}

function pad(text: string, lines: readonly number[]): string {
  let padded = '';
  let copied = 0;
  for (const line of lines) {
    padded += text.slice(copied, line) + PADDING;
    copied = line;
  }
  return padded + text.slice(copied);
}

/** The offset in the original text; `lines` grow, because the parser goes from top to bottom. */
function original(offset: number, lines: readonly number[]): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) + (middle + 1) * PADDING.length <= offset) low = middle + 1;
    else high = middle;
  }
  const before = (lines[low] ?? Infinity) + low * PADDING.length;
  return Math.min(offset, before) - low * PADDING.length;
}

const OFFSETS = ['start', 'valueStart', 'valueEnd', 'anchorStart', 'anchorEnd', 'tagStart', 'tagEnd'] as const;

function unpad(event: YamlEvent, lines: readonly number[]): YamlEvent {
  const copy: Record<string, unknown> = { ...event };
  for (const name of OFFSETS) {
    const offset = copy[name];
    if (typeof offset === 'number' && offset >= 0) copy[name] = original(offset, lines);
  }
  return copy as unknown as YamlEvent;
}
