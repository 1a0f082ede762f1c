import { parsePattern, PatternError, type ParsedPattern, type Pattern } from './parse-pattern.ts';

/**
 * A regular expression that takes time in proportion to pattern times text, as RE2 does: pattern and text are both of the
 * scanned project, and the engine of JavaScript takes exponential time on hostile ones.
 */
export interface Matcher {
  readonly names: readonly (string | undefined)[];
  /** The first match from `from` on: start and end of each group in letters, undefined where one takes no part. */
  match(text: readonly string[], from: number): Match;
  /** How much work a letter of text is. */
  readonly size: number;
}

export interface Match {
  readonly slots: Slots | undefined;
  /** How far the text was looked at. */
  readonly looked: number;
}

type Step =
  | { readonly kind: 'letter'; readonly accepts: (letter: string) => boolean }
  | { readonly kind: 'border'; readonly holds: (text: readonly string[], at: number) => boolean }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'done' };

const MAX_STEPS = 4000;

/** The matcher of a pattern, or why it is none. */
export function matcherOf(source: string): Matcher | { readonly problem: string } {
  try {
    return compiled(parsePattern(source));
  } catch (error) {
    if (error instanceof PatternError) return { problem: error.message };
    throw error;
  }
}

function compiled({ pattern, groups, names }: ParsedPattern): Matcher {
  const steps: Step[] = [];
  emit({ kind: 'group', index: 0, item: pattern }, steps);
  steps.push({ kind: 'done' });
  return { names, size: steps.length, match: (text, from) => run(steps, text, from, groups * 2) };
}

function push(steps: Step[], step: Step): number {
  if (steps.length >= MAX_STEPS) throw new PatternError('it is too large');
  return steps.push(step) - 1;
}

function emit(pattern: Pattern, steps: Step[]): void {
  switch (pattern.kind) {
    case 'letter':
    case 'border':
      push(steps, pattern);
      return;
    case 'sequence':
      for (const item of pattern.items) emit(item, steps);
      return;
    case 'group':
      push(steps, { kind: 'save', slot: pattern.index * 2 });
      emit(pattern.item, steps);
      push(steps, { kind: 'save', slot: pattern.index * 2 + 1 });
      return;
    case 'either':
      emitEither(pattern.options, steps);
      return;
    case 'repeat':
      emitRepeat(pattern, steps);
  }
}

function emitEither(options: readonly Pattern[], steps: Step[]): void {
  const jumps: { to: number }[] = [];
  for (const [index, option] of options.entries()) {
    if (index === options.length - 1) {
      emit(option, steps);
      break;
    }
    const split = { kind: 'split' as const, first: steps.length + 1, second: 0 };
    push(steps, split);
    emit(option, steps);
    const jump = { kind: 'jump' as const, to: 0 };
    push(steps, jump);
    jumps.push(jump);
    split.second = steps.length;
  }
  for (const jump of jumps) jump.to = steps.length;
}

function emitRepeat({ item, least, most, greedy }: Pattern & { kind: 'repeat' }, steps: Step[]): void {
  for (let count = 0; count < least; count++) emit(item, steps);
  const optional = (): { first: number; second: number } => {
    const split = { kind: 'split' as const, first: 0, second: 0 };
    push(steps, split);
    return split;
  };
  const aim = (split: { first: number; second: number }, inside: number, behind: number): void => {
    split.first = greedy ? inside : behind;
    split.second = greedy ? behind : inside;
  };
  if (!Number.isFinite(most)) {
    const at = steps.length;
    const split = optional();
    emit(item, steps);
    push(steps, { kind: 'jump', to: at });
    aim(split, at + 1, steps.length);
    return;
  }
  const splits: [{ first: number; second: number }, number][] = [];
  for (let count = least; count < most; count++) {
    const split = optional();
    splits.push([split, steps.length]);
    emit(item, steps);
  }
  for (const [split, inside] of splits) aim(split, inside, steps.length);
}

type Slots = readonly (number | undefined)[];

interface Thread {
  readonly at: number;
  readonly slots: Slots;
}

/** All ways at once, the preferred first: https://swtch.com/~rsc/regexp/regexp2.html */
function run(steps: readonly Step[], text: readonly string[], from: number, slots: number): Match {
  let best: Slots | undefined;
  let threads: Thread[] = [];
  const seen = new Int32Array(steps.length).fill(-1);
  for (let at = from; at <= text.length; at++) {
    // A thread that begins here comes behind all that began before.
    const now: Thread[] = [];
    const mark = at * 2;
    for (const thread of threads) follow(steps, thread, text, at, seen, mark, now);
    if (best === undefined) follow(steps, { at: 0, slots: Array.from({ length: slots }) }, text, at, seen, mark, now);
    const next: Thread[] = [];
    for (const thread of now) {
      const step = steps[thread.at];
      if (step?.kind === 'done') {
        best = thread.slots;
        break;
      }
      const letter = text[at];
      if (step?.kind === 'letter' && letter !== undefined && step.accepts(letter))
        next.push({ at: thread.at + 1, slots: thread.slots });
    }
    threads = next;
    if (threads.length === 0 && best !== undefined) return { slots: best, looked: at };
  }
  return { slots: best, looked: text.length };
}

/** Where a thread stands once it has done all that takes no letter. */
function follow(
  steps: readonly Step[],
  thread: Thread,
  text: readonly string[],
  at: number,
  seen: Int32Array,
  mark: number,
  now: Thread[],
): void {
  const open: Thread[] = [thread];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen[next.at] === mark) continue;
    seen[next.at] = mark;
    const step = steps[next.at];
    switch (step?.kind) {
      case 'jump':
        open.push({ at: step.to, slots: next.slots });
        break;
      case 'split':
        open.push({ at: step.second, slots: next.slots }, { at: step.first, slots: next.slots });
        break;
      case 'save':
        open.push({ at: next.at + 1, slots: next.slots.with(step.slot, at) });
        break;
      case 'border':
        if (step.holds(text, at)) open.push({ at: next.at + 1, slots: next.slots });
        break;
      case 'letter':
      case 'done':
        now.push(next);
        break;
      default:
        break;
    }
  }
}
