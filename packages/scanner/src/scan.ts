import type { Assignment, Diagnostic, SourceTree } from '@leastwise/model';
import type { CodeEngine } from './analyses/code/code-facts.ts';
import type { Facts } from './analyses/facts.ts';
import { factsOf } from './analyses/facts-of.ts';
import type { Check } from './checks/define-check.ts';
import { judge, type Judgement } from './checks/judge.ts';
import { mergeJudgements } from './checks/merge-judgements.ts';
import type { Settings } from './checks/settings.ts';
import { buildEstate } from './estate/build-estate.ts';
import type { Estate } from './estate/estate.ts';
import type { Application } from './readers/application.ts';

export interface ScanOptions {
  readonly tree: SourceTree;
  readonly applications: readonly Application[];
  readonly checks: readonly Check[];
  readonly settings: Settings;
  /** Reads the code of the functions; without it, what hangs on code is not judged. */
  readonly engine?: CodeEngine | undefined;
}

/** One application as it was seen: its estate under each assignment of its conditions, and what the checks say. */
export interface ScannedApplication {
  readonly name: string;
  readonly files: readonly { readonly file: string; readonly format: string }[];
  /** The default assignment first. */
  readonly worlds: readonly World[];
  readonly judgement: Judgement;
  readonly diagnostics: readonly Diagnostic[];
}

export interface World {
  readonly assignment: Assignment;
  readonly estate: Estate;
  readonly facts: Facts;
}

/** Reads nothing but the tree, keeps nothing: the same input gives the same answer. */
export function scan(options: ScanOptions): readonly ScannedApplication[] {
  return [...scanEach(options)];
}

/** One application after the other, so that a caller who keeps only its report lets go of its estates. */
export function* scanEach(options: ScanOptions): Generator<ScannedApplication, void> {
  for (const application of options.applications) yield scanApplication(application, options);
}

function scanApplication(application: Application, options: ScanOptions): ScannedApplication {
  const worlds: World[] = [];
  const files = new Map<string, string>();
  const diagnostics = new Map<string, Diagnostic>();
  const keep = (diagnostic: Diagnostic): void => {
    const { file, start, end } = diagnostic.range;
    diagnostics.set([diagnostic.code, file, start, end, diagnostic.message].join('\0'), diagnostic);
  };
  application.diagnostics.forEach(keep);
  for (const assignment of application.assignments) {
    const fragments = application.fragments(assignment);
    for (const fragment of fragments) {
      if (!files.has(fragment.file)) files.set(fragment.file, fragment.format);
      fragment.diagnostics.forEach(keep);
    }
    const estate = buildEstate(application.name, assignment, fragments);
    worlds.push({ assignment, estate, facts: factsOf(estate, options.tree, options.engine) });
  }
  const judgement = mergeJudgements(
    worlds.map((world) => ({
      assignment: world.assignment,
      judgement: judge(world.estate, world.facts, checksFor(world.estate, options.checks), options.settings),
    })),
  );
  judgement.diagnostics.forEach(keep);
  return {
    name: application.name,
    files: [...files].map(([file, format]) => ({ file, format })),
    worlds,
    judgement,
    diagnostics: [...diagnostics.values()],
  };
}

/** Of functions that were inferred from code, nothing but their code is known. */
function checksFor(estate: Estate, checks: readonly Check[]): readonly Check[] {
  const isCode = estate.fragments.length > 0 && estate.fragments.every(({ format }) => format === 'code');
  return isCode ? checks.filter(({ area }) => area === 'code') : checks;
}
