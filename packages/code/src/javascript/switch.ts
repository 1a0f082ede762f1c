import type * as t from '@babel/types';
import type { Register } from '../ir/index.ts';
import { lexicalNames } from './declared-names.ts';
import { lowerBreakable } from './jumps.ts';
import type { Lowering } from './lowering.ts';

/** Labels without statements between them, and the statements below. */
interface Part {
  readonly tests: readonly t.Expression[];
  readonly isDefault: boolean;
  readonly body: readonly t.Statement[];
  readonly node: t.Node;
}

/** Parts that fall through, one into the next; the last one ends the switch. */
type Run = readonly Part[];

/** With more runs than this, branches follow each other instead of standing in each other's else. */
const longestNesting = 60;

/** A `switch` as branches over `===`. */
export function lowerSwitch(l: Lowering, node: t.SwitchStatement, labels: readonly string[]): void {
  const value = l.expression(node.discriminant);
  const runs = runsOf(node);
  const fallback = runs.find((run) => run.some((part) => part.isDefault));
  const tested = runs.filter((run) => run !== fallback);
  lowerBreakable(l, 'switch', labels, node, () =>
    l.inScope(() => {
      for (const one of node.cases) lexicalNames(one.consequent, (name) => l.declare(name));
      for (const one of node.cases) {
        for (const statement of one.consequent) if (statement.type === 'FunctionDeclaration') l.hoist(statement);
      }
      const isLong = tested.length > longestNesting;
      const next = (index: number): void => {
        const run = tested[index];
        if (run === undefined) {
          if (fallback !== undefined) lowerRun(l, value, fallback);
          return;
        }
        const more = index + 1 < tested.length || fallback !== undefined;
        const matches = anyMatch(l, value, testsOf(run), run[0]?.node ?? node);
        l.branch(matches, () => lowerRun(l, value, run), more && !isLong ? () => next(index + 1) : undefined, node);
        if (more && isLong) next(index + 1);
      };
      next(0);
    }),
  );
}

function runsOf(node: t.SwitchStatement): Run[] {
  const runs: Part[][] = [];
  let run: Part[] = [];
  let tests: t.Expression[] = [];
  let isDefault = false;
  for (const [index, one] of node.cases.entries()) {
    if (one.test) tests.push(one.test);
    else isDefault = true;
    if (one.consequent.length === 0 && index + 1 < node.cases.length) continue;
    run.push({ tests, isDefault, body: withoutBreak(one.consequent), node: one });
    tests = [];
    isDefault = false;
    if (alwaysLeaves(one.consequent.at(-1)) || index + 1 === node.cases.length) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
}

/** The statements of the parts that run, each behind the tests that lead to it or to a part before it. */
function lowerRun(l: Lowering, value: Register, run: Run): void {
  const defaultAt = run.findIndex((part) => part.isDefault);
  for (const [index, part] of run.entries()) {
    if (part.body.length === 0) continue;
    const write = (): void => {
      // The names of all parts are in the scope of the switch.
      for (const statement of part.body) l.statement(statement);
    };
    const later = testsOf(run.slice(index + 1));
    const earlier = testsOf(run.slice(0, index + 1));
    const isReached = defaultAt >= 0 && defaultAt <= index;
    if (later.length === 0 && (defaultAt === -1 || isReached)) write();
    else if (isReached) l.branch(anyMatch(l, value, later, part.node), () => undefined, write, part.node);
    else l.branch(anyMatch(l, value, earlier, part.node), write, undefined, part.node);
  }
}

function testsOf(run: Run): t.Expression[] {
  return run.flatMap((part) => part.tests);
}

/** `value === a || value === b`. */
function anyMatch(l: Lowering, value: Register, tests: readonly t.Expression[], node: t.Node): Register {
  const [only, ...more] = tests;
  if (only === undefined) return l.constant(false, node);
  const first = equals(l, value, only);
  if (more.length === 0) return first;
  const result = l.temporary('case');
  l.store(result, first, only);
  for (const test of more) {
    const before = l.load(result, test);
    l.branch(
      before,
      () => undefined,
      () => l.store(result, equals(l, value, test), test),
      test,
    );
  }
  return l.load(result, node);
}

function equals(l: Lowering, left: Register, test: t.Expression): Register {
  const right = l.expression(test);
  return l.value((to) => ({ op: 'binary', to, operator: '===', left, right }), test);
}

function alwaysLeaves(statement: t.Statement | null | undefined): boolean {
  switch (statement?.type) {
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return alwaysLeaves(statement.body.at(-1));
    case 'IfStatement':
      return alwaysLeaves(statement.consequent) && alwaysLeaves(statement.alternate);
    default:
      return false;
  }
}

/** The `break` at the very end of a part says nothing that the branches do not. */
function withoutBreak(statements: readonly t.Statement[]): readonly t.Statement[] {
  const last = statements.at(-1);
  if (last?.type === 'BreakStatement' && !last.label) return statements.slice(0, -1);
  if (last?.type !== 'BlockStatement') return statements;
  const inner = withoutBreak(last.body);
  return inner === last.body ? statements : [...statements.slice(0, -1), { ...last, body: [...inner] }];
}
