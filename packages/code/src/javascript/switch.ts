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

/** After so many runs in each other's else the next one follows them instead. */
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
      const next = (index: number): void => {
        const run = tested[index];
        if (run === undefined) {
          if (fallback !== undefined) lowerRun(l, value, fallback);
          return;
        }
        const more = index + 1 < tested.length || fallback !== undefined;
        const matches = anyMatch(l, value, testsOf(run), run[0]?.node ?? node);
        const isNested = index % longestNesting !== longestNesting - 1;
        l.branch(matches, () => lowerRun(l, value, run), more && isNested ? () => next(index + 1) : undefined, node);
      };
      for (let index = 0; index < tested.length; index += longestNesting) next(index);
      if (tested.length % longestNesting === 0) next(tested.length);
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

/** The statements of the parts that run: the last one always, one before it once its label or an earlier one matched. */
function lowerRun(l: Lowering, value: Register, run: Run): void {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return;
  // The names of all parts are in the scope of the switch, so the statements are lowered without one of their own.
  const write = (part: Part): void => {
    for (const statement of part.body) l.statement(statement);
  };
  if (run.length > 1) {
    const isReached = l.temporary('reached');
    l.store(isReached, l.constant(false, first.node), first.node);
    const defaultAt = run.findIndex((part) => part.isDefault);
    for (const [index, part] of run.slice(0, -1).entries()) {
      const tests = index === defaultAt ? testsOf(run.slice(index + 1)) : part.tests;
      const matches = anyMatch(l, value, tests, part.node);
      // Where `default` stands, it is reached unless a label below it matches.
      if (index === defaultAt)
        l.branch(matches, none, () => l.store(isReached, l.constant(true, part.node), part.node), part.node);
      else l.branch(matches, () => l.store(isReached, l.constant(true, part.node), part.node), none, part.node);
      l.branch(l.load(isReached, part.node), () => write(part), undefined, part.node);
    }
  }
  write(last);
}

function none(): void {}

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
