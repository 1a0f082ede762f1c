import type { Report, Severity, SourceTree } from '@leastwise/model';
import type { CheckDoc } from '../checks/check-doc.ts';
import type { Check } from '../checks/define-check.ts';

/** What a renderer may look at besides the report itself. */
export interface RenderContext {
  /** For code frames. */
  readonly tree: SourceTree;
  /** The least severity shown on screen, in Markdown and in SARIF; JSON and CSV hold everything. */
  readonly level: Severity;
  readonly colour: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  readonly checks: readonly Check[];
  /** The prose of a check, loaded when asked for. */
  readonly prose: (check: string) => Promise<CheckDoc | undefined>;
}

/** A report in one format. Ends with a line feed. */
export type Renderer = (report: Report, context: RenderContext) => string | Promise<string>;
