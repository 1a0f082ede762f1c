import type { Diagnostic, Severity } from '@leastwise/model';
import type { ConfiguredOwner } from '../../analyses/ownership/owners.ts';
import type { CostAssumptions } from '../../checks/settings.ts';

/** What `leastwise.yaml` says. Never code; described by `schemas/leastwise.schema.json` of `@leastwise/model`. */
export interface Configuration {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly applications: readonly ApplicationSettings[];
  /** Check name → off, or another severity. */
  readonly checks: ReadonlyMap<string, 'off' | Severity>;
  readonly suppressions: readonly Suppression[];
  readonly owners: readonly ConfiguredOwner[];
  readonly cost: Partial<CostAssumptions>;
  readonly failOn?: Severity | 'never';
  readonly level?: Severity;
}

/** Values for the templates below a path. */
export interface ApplicationSettings {
  readonly path: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** The section of samconfig.toml, or the stage. */
  readonly stage?: string;
  readonly parameterFile?: string;
}

/** A finding that somebody accepted: reason and end date are required, so that nothing is silenced for ever. */
export interface Suppression {
  readonly check: string;
  /** Logical id, node id or glob over the node id; any subject when it is left out. */
  readonly subject?: string;
  readonly reason: string;
  /** ISO date; the finding returns on the day after. */
  readonly until: string;
}

export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** The file that was read, from the root. */
  readonly file?: string;
  /** Anything wrong is an error of usage: exit code 2. */
  readonly problems: readonly Diagnostic[];
}

export const emptyConfiguration: Configuration = {
  include: [],
  exclude: [],
  applications: [],
  checks: new Map(),
  suppressions: [],
  owners: [],
  cost: {},
};
