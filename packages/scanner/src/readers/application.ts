import type { Assignment, Diagnostic, Fragment } from '@leastwise/model';

/**
 * What is deployed together: a template with its nested stacks, templates joined by exports and imports, the stacks of a
 * CDK assembly. Readers make it; `fragments` reads it under one assignment of its conditions.
 */
export interface Application {
  readonly name: string;
  /** The default first; one entry, with an empty label, when nothing hangs on a condition. */
  readonly assignments: readonly Assignment[];
  fragments(assignment: Assignment): readonly Fragment[];
  /** What was met before any assignment: broken text, a missing file, assignments left out. */
  readonly diagnostics: readonly Diagnostic[];
}
