import type { Report } from '@leastwise/model';

/** The report as its schema describes it: keys in the order of the contract, two spaces, LF. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
