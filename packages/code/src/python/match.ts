import type { Register, Span } from '../ir/index.ts';
import { itemKey } from './item-key.ts';
import type { Lowering } from './lowering.ts';
import { branchOn, longestNesting } from './operators.ts';
import type { Variable } from './scope.ts';
import type { Match, MatchCase, Pattern } from './syntax.ts';
import { itemAt } from './targets.ts';

/** Each case is a branch, the next one in its `else`; after many, one after the other with a variable that says whether one matched. */
export function lowerMatch(l: Lowering, node: Match): void {
  const subject = l.expression(node.subject);
  if (node.cases.length > longestNesting) lowerFlat(l, node, subject);
  else lowerNested(l, node.cases, subject);
}

function lowerNested(l: Lowering, cases: readonly MatchCase[], subject: Register): void {
  const [first, ...rest] = cases;
  if (first === undefined) return;
  const otherwise = rest.length === 0 ? undefined : (): void => lowerNested(l, rest, subject);
  const matched = lowerCase(l, first, subject);
  if (matched === undefined) l.statements(first.body);
  else l.branch(matched, () => l.statements(first.body), otherwise, first);
}

function lowerFlat(l: Lowering, node: Match, subject: Register): void {
  const done = l.temporary('matched');
  l.store(done, l.constant(false, node), node);
  for (const one of node.cases) {
    l.branch(
      l.load(done, one),
      () => undefined,
      () => {
        const matched = lowerCase(l, one, subject);
        const body = (): void => {
          l.store(done, l.constant(true, one), one);
          l.statements(one.body);
        };
        if (matched === undefined) body();
        else l.branch(matched, body, undefined, one);
      },
      one,
    );
  }
}

/** Whether the case is taken; undefined when it always is. Names are bound before the guard runs. */
function lowerCase(l: Lowering, one: MatchCase, subject: Register): Register | undefined {
  const matched = l.temporary('case');
  const yes = (): void => l.store(matched, l.constant(true, one), one);
  if (isAlways(one.pattern) && one.guard === undefined) {
    bindOnly(l, one.pattern, subject);
    return undefined;
  }
  l.store(matched, l.constant(false, one), one);
  const { guard } = one;
  matchPattern(l, one.pattern, subject, guard === undefined ? yes : () => branchOn(l, guard, yes, undefined, guard));
  return l.load(matched, one);
}

function isAlways(pattern: Pattern): boolean {
  return pattern.type === 'capture' || (pattern.type === 'as' && isAlways(pattern.pattern));
}

function bindOnly(l: Lowering, pattern: Pattern, subject: Register): void {
  if (pattern.type === 'as') bindOnly(l, pattern.pattern, subject);
  if ('name' in pattern && pattern.name !== undefined) l.storeName(pattern.name, subject, pattern);
}

/** Tests the subject, binds the names of the pattern, and writes `then` where it fits. */
function matchPattern(l: Lowering, pattern: Pattern, subject: Register, then: () => void): void {
  switch (pattern.type) {
    case 'value': {
      const right = l.expression(pattern.value);
      test(l, '===', subject, right, then, pattern);
      return;
    }
    case 'capture':
    case 'star':
      bindOnly(l, pattern, subject);
      then();
      return;
    case 'as':
      matchPattern(l, pattern.pattern, subject, () => {
        l.storeName(pattern.name, subject, pattern);
        then();
      });
      return;
    case 'or':
      matchAny(l, pattern.patterns, subject, then, pattern);
      return;
    case 'sequence':
      matchSequence(l, pattern, subject, then);
      return;
    case 'mapping':
      matchMapping(l, pattern, subject, then);
      return;
    case 'class': {
      const right = l.expression(pattern.class);
      test(l, 'instanceof', subject, right, () => matchMembers(l, pattern, subject, then), pattern);
      return;
    }
    default:
      pattern satisfies never;
  }
}

function test(l: Lowering, operator: string, left: Register, right: Register, then: () => void, at: Span): void {
  const fits = l.value((to) => ({ op: 'binary', to, operator, left, right }), at);
  l.branch(fits, then, undefined, at);
}

function matchAny(l: Lowering, patterns: readonly Pattern[], subject: Register, then: () => void, at: Span): void {
  const fits = l.temporary('or');
  l.store(fits, l.constant(false, at), at);
  for (const [index, one] of patterns.entries()) {
    const attempt = (): void => matchPattern(l, one, subject, () => l.store(fits, l.constant(true, one), one));
    if (index === 0) attempt();
    else l.branch(l.load(fits, one), () => undefined, attempt, one);
  }
  l.branch(l.load(fits, at), then, undefined, at);
}

/** The parts of a pattern, each inside the branch of the one before; after many, one after the other. */
function matchParts(l: Lowering, parts: readonly ((then: () => void) => void)[], then: () => void, at: Span): void {
  if (parts.length <= longestNesting) {
    const next = (index: number): void => {
      const part = parts[index];
      if (part === undefined) then();
      else part(() => next(index + 1));
    };
    next(0);
    return;
  }
  const fits: Variable = l.temporary('and');
  l.store(fits, l.constant(true, at), at);
  for (const part of parts) {
    const before = l.load(fits, at);
    l.store(fits, l.constant(false, at), at);
    l.branch(before, () => part(() => l.store(fits, l.constant(true, at), at)), undefined, at);
  }
  l.branch(l.load(fits, at), then, undefined, at);
}

function matchSequence(
  l: Lowering,
  pattern: Pattern & { readonly type: 'sequence' },
  subject: Register,
  then: () => void,
): void {
  const { patterns } = pattern;
  const star = patterns.findIndex((one) => one.type === 'star');
  const wanted = l.constant(patterns.length - (star === -1 ? 0 : 1), pattern);
  const callee = l.value((to) => ({ op: 'global', to, name: 'len' }), pattern);
  const length = l.value((to) => ({ op: 'call', to, callee, arguments: [{ value: subject }], style: 'call' }), pattern);
  const parts = patterns.map((one, index) => (next: () => void): void => {
    const place = star === -1 || index <= star ? index : index - patterns.length;
    // What a star takes is a list of items: the subject stands for it.
    const item = index === star ? subject : itemAt(l, subject, place, one);
    matchPattern(l, one, item, next);
  });
  test(l, star === -1 ? '===' : '>=', length, wanted, () => matchParts(l, parts, then, pattern), pattern);
}

function matchMapping(
  l: Lowering,
  pattern: Pattern & { readonly type: 'mapping' },
  subject: Register,
  then: () => void,
): void {
  const parts = pattern.entries.map(({ key, pattern: inner }) => (next: () => void): void => {
    const left = l.expression(key);
    test(
      l,
      'in',
      left,
      subject,
      () => {
        const name = itemKey(l, key);
        const item = l.value((to) => ({ op: 'get', to, object: subject, key: name, access: 'item' }), inner);
        matchPattern(l, inner, item, next);
      },
      inner,
    );
  });
  const { rest } = pattern;
  const bound = (): void => {
    if (rest !== undefined) l.storeName(rest, subject, pattern);
    then();
  };
  matchParts(l, parts, bound, pattern);
}

/** `str(text)` binds the subject itself; the positions of other classes are named by `__match_args__`, which is not followed. */
function matchMembers(
  l: Lowering,
  pattern: Pattern & { readonly type: 'class' },
  subject: Register,
  then: () => void,
): void {
  const isBuiltin = pattern.class.type === 'name' && selfMatching.has(pattern.class.name);
  const positional = pattern.positional.map((one, index) => (next: () => void): void => {
    matchPattern(l, one, isBuiltin ? subject : itemAt(l, subject, index, one), next);
  });
  const named = pattern.named.map(({ name, pattern: one }) => (next: () => void): void => {
    const item = l.value((to) => ({ op: 'get', to, object: subject, key: name, access: 'member' }), one);
    matchPattern(l, one, item, next);
  });
  matchParts(l, [...positional, ...named], then, pattern);
}

/** https://docs.python.org/3/reference/compound_stmts.html#class-patterns */
const selfMatching = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);
