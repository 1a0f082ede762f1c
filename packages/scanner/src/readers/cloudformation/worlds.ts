import type { Assignment, Diagnostic, SourceRange } from '@leastwise/model';
import { createWorld, type Budget, type Variables, type World } from './variables.ts';

/** How many combinations of an application are read. */
export const MAX_ASSIGNMENTS = 16;

/** How many combinations are tried while looking for those that differ. */
const MAX_TRIED = 384;
const MAX_PASSES = 8;
const MAX_STEPS = 600_000;

export interface FoundWorld {
  readonly assignment: Assignment;
  /** A fresh world of the same choices, for reading the stacks. */
  open(): World;
}

export interface Worlds {
  readonly found: readonly FoundWorld[];
  readonly diagnostics: readonly Diagnostic[];
}

type Choices = ReadonlyMap<string, number>;

/**
 * The combinations of parameters under which an application differs: tried in the order of how far they are from the
 * defaults, kept when their conditions come out in a new way.
 */
export function findWorlds(
  variables: Variables,
  truthsIn: (world: World) => ReadonlyMap<string, boolean>,
  at: SourceRange,
): Worlds {
  const outcomes = new Map<string, { readonly choices: Choices; readonly truths: ReadonlyMap<string, boolean> }>();
  let complete = true;
  const budget: Budget = { steps: MAX_STEPS };
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    const before = variables.size();
    outcomes.clear();
    let tried = 0;
    for (const choices of combinations(variables)) {
      if (tried++ >= MAX_TRIED || (tried > 1 && budget.steps <= 0)) break;
      const truths = truthsIn(createWorld(variables, choices, budget));
      const key = [...truths].map(([name, truth]) => `${name}=${truth}`).join('\n');
      if (!outcomes.has(key)) outcomes.set(key, { choices, truths });
    }
    complete = tried <= MAX_TRIED && budget.steps > 0;
    if (variables.size() === before || budget.steps <= 0) break;
    if (pass === MAX_PASSES) complete = false;
  }
  const distinct = [...outcomes.values()];
  const found = distinct.slice(0, MAX_ASSIGNMENTS).map(({ choices, truths }, index): FoundWorld => ({
    assignment: { label: labelOf(variables, choices), conditions: truths, isDefault: index === 0 },
    open: () => createWorld(variables, choices),
  }));
  return {
    found,
    diagnostics:
      complete && distinct.length <= MAX_ASSIGNMENTS ? [] : [leftOut(variables, distinct.length, complete, at)],
  };
}

/** All combinations, those with the fewest deviations from the first candidates first. */
function* combinations(variables: Variables): Generator<Choices> {
  const all = variables.all();
  yield new Map();
  for (let deviations = 1; deviations <= all.length; deviations++)
    yield* deviating(variables, deviations, 0, new Map());
}

/** The number of variables is read anew, because trying a combination may find more of them. */
function* deviating(variables: Variables, left: number, from: number, choices: Choices): Generator<Choices> {
  if (left === 0) {
    yield choices;
    return;
  }
  const all = variables.all();
  for (let index = from; index < all.length; index++) {
    const variable = all[index];
    if (variable === undefined) continue;
    for (let candidate = 1; candidate < variable.candidates.length; candidate++) {
      yield* deviating(variables, left - 1, index + 1, new Map(choices).set(variable.seed.key, candidate));
    }
  }
}

function labelOf(variables: Variables, choices: Choices): string {
  const parts: string[] = [];
  for (const variable of variables.all()) {
    const index = choices.get(variable.seed.key);
    const candidate = index === undefined ? undefined : variable.candidates[index];
    if (candidate !== undefined) parts.push(`${variable.seed.label}${candidate.shown}`);
  }
  return parts.join(', ');
}

function leftOut(variables: Variables, distinct: number, complete: boolean, range: SourceRange): Diagnostic {
  const names = variables
    .all()
    .filter(({ candidates }) => candidates.length > 1)
    .map(({ seed }) => seed.label);
  const count = complete ? `${distinct - MAX_ASSIGNMENTS}` : `at least ${Math.max(1, distinct - MAX_ASSIGNMENTS)}`;
  return {
    code: 'assignments-left-out',
    message: `The conditions of this application have more than ${MAX_ASSIGNMENTS} outcomes; ${count} of them were not looked at.`,
    range,
    hint: `Settle some of ${[...new Set(names)].slice(0, 6).join(', ')} with --param.`,
    effect: 'incomplete',
  };
}
