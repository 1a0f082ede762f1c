/** The library behind the command: read applications from a source tree, scan them, build the report. */
export { ownersIn, type Owners } from './analyses/ownership/owners.ts';
export type { Check, CheckContext, Outcome } from './checks/define-check.ts';
export { allChecks } from './checks/index.ts';
export { loadDoc } from './checks/load-doc.ts';
export { defaultSettings, type Settings } from './checks/settings.ts';
export { buildEstate } from './estate/build-estate.ts';
export type { Estate } from './estate/estate.ts';
export { planFixes, type FixOutcome, type FixPlan } from './fixes/plan-fixes.ts';
export { unifiedDiff } from './fixes/unified-diff.ts';
export type { Application } from './readers/application.ts';
export { readApplications, type TemplateInputs } from './readers/read-applications.ts';
export { buildReport } from './reports/build-report.ts';
export { locatorOf } from './reports/locator.ts';
export { reportPart } from './reports/report-part.ts';
export { scan, type ScannedApplication } from './scan.ts';
export { discover } from './sources/discovery.ts';
export { diskTree } from './sources/disk-tree.ts';
export { findRoot } from './sources/root.ts';
