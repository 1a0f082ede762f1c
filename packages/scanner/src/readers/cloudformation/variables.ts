import type { Value } from '@leastwise/model';

/** One thing that conditions may hang on: a parameter, a pseudo parameter, or a comparison that nothing settles. */
export interface VariableSeed {
  /** What is the same in all stacks of the application has one key. */
  readonly key: string;
  /** What people call it: `Stage`. */
  readonly label: string;
  /** What it may be without any comparison; the first is what a deployment with the defaults gets. */
  readonly initial: () => readonly Candidate[];
  /** The value when it is a literal that some condition compares it with; undefined when only the initial ones are allowed. */
  readonly literal?: (text: string) => Candidate;
}

export interface Candidate {
  /** How people read it behind the label: `=prod`, `≠prod`. */
  readonly shown: string;
  /** The literal; undefined for a value that is none of the literals. */
  readonly text?: string;
  readonly value?: Value;
  readonly truth?: boolean;
}

export interface Variable {
  readonly seed: VariableSeed;
  readonly candidates: readonly Candidate[];
}

/** The variables of an application, found while its conditions are evaluated. */
export interface Variables {
  all(): readonly Variable[];
  /** Grows whenever a variable or a candidate is found. */
  size(): number;
  get(key: string): Variable | undefined;
  add(seed: VariableSeed): Variable;
  suggest(seed: VariableSeed, text: string): void;
}

/** A parameter that is compared with more literals than this is looked at only for these. */
const MAX_CANDIDATES = 24;

export function createVariables(): Variables {
  const found = new Map<string, { seed: VariableSeed; candidates: Candidate[] }>();
  let size = 0;
  const add = (seed: VariableSeed): { seed: VariableSeed; candidates: Candidate[] } => {
    const present = found.get(seed.key);
    if (present !== undefined) return present;
    const added = { seed, candidates: [...seed.initial()] };
    found.set(seed.key, added);
    size += 1 + added.candidates.length;
    return added;
  };
  return {
    all: () => [...found.values()],
    size: () => size,
    get: (key) => found.get(key),
    add,
    suggest(seed, text) {
      const variable = add(seed);
      const candidates = variable.candidates;
      if (seed.literal === undefined || candidates.length >= MAX_CANDIDATES) return;
      if (candidates.some((candidate) => candidate.text === text)) return;
      candidates.push(seed.literal(text));
      size++;
    },
  };
}

/** One choice for each variable. What is not chosen is at its first candidate. */
export interface World {
  /** The candidate of a variable; undefined while nothing made it one and `needed` is false. */
  chosen(seed: VariableSeed, needed: boolean): Candidate | undefined;
  readonly variables: Variables;
  /** Runs `work` and tells which variables it asked for. */
  tracked<T>(work: () => T): { readonly result: T; readonly seeds: ReadonlySet<VariableSeed> };
  readonly isTracking: boolean;
  touch(seed: VariableSeed): void;
  /** Counts a step of evaluation and how deep it stands; false when either goes too far. */
  enter(): boolean;
  leave(): void;
  /** Counts a stack and the length of its text; false when there are too many. */
  openStack(length: number): boolean;
}

/** How much work evaluation may do. */
export interface Budget {
  steps: number;
}

/** What a small template may take; a step is a list, a map or a call. Real work grows with the text, doubling does not. */
const BASE_STEPS = 300_000;

/** The syntax layer takes 200 levels; what lies beyond comes from conditions, mappings and includes that lead on. */
const MAX_LEVELS = 400;
const MAX_STACKS = 300;

export function createWorld(variables: Variables, choices: ReadonlyMap<string, number>, shared?: Budget): World {
  const budget = shared ?? { steps: BASE_STEPS };
  let tracking: Set<VariableSeed> | undefined;
  let level = 0;
  let stacks = 0;
  return {
    enter: () => ++level <= MAX_LEVELS && --budget.steps > 0,
    leave: () => {
      level--;
    },
    openStack(length) {
      if (shared === undefined) budget.steps += length;
      return ++stacks <= MAX_STACKS;
    },
    variables,
    get isTracking() {
      return tracking !== undefined;
    },
    chosen(seed, needed) {
      const variable = needed ? variables.add(seed) : variables.get(seed.key);
      return variable?.candidates[choices.get(seed.key) ?? 0];
    },
    touch(seed) {
      tracking?.add(seed);
    },
    tracked(work) {
      const outer = tracking;
      const seeds = new Set<VariableSeed>();
      tracking = seeds;
      try {
        return { result: work(), seeds };
      } finally {
        tracking = outer;
        if (outer !== undefined) for (const seed of seeds) outer.add(seed);
      }
    },
  };
}
