import type { SourceRange } from './source-range.ts';

/**
 * Expected trouble with an input, as data. A diagnostic never hides the findings of others.
 * `code` is kebab-case and stable (`template-yaml-invalid`, `path-outside-root`); `message` says what is wrong and why,
 * `hint` what to do next.
 */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly range: SourceRange;
  readonly hint: string;
  /**
   * `incomplete`: a recognised template or its code could not be read in full (exit code 4);
   * `note`: nothing was lost that a check needs.
   */
  readonly effect: 'incomplete' | 'note';
}
