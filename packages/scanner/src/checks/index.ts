// Made from this folder by `npm run docs`. Do not edit.
import type { CheckDoc } from './check-doc.ts';
import type { Check } from './define-check.ts';

/** Every check, by area and slug. */
export const allChecks: readonly Check[] = [
];

/** The prose and the examples of every check, by slug. */
export const checkDocs: Readonly<Record<string, () => Promise<{ readonly default: CheckDoc }>>> = {
};
