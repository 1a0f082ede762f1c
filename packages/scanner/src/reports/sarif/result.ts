import type { ReportFinding } from '@leastwise/model';
import { levelOf } from './levels.ts';
import { locationOf, plain } from './location.ts';

/** GitHub keeps 100 locations of a result and of a flow. */
const locationsTaken = 100;

export function resultOf(finding: ReportFinding, ruleIndex: number): object {
  const evidence = finding.evidence.slice(0, locationsTaken);
  const when = finding.when === undefined ? '' : ` This holds when ${finding.when}.`;
  const fix = finding.fix.summary === '' ? '' : ` Fix: ${finding.fix.summary}`;
  const title = /[.!?]$/.test(finding.title) ? finding.title : `${finding.title}.`;
  return {
    ruleId: finding.check,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: levelOf(finding.severity),
    message: plain(`${title}${when}${fix}`),
    locations: [
      {
        ...locationOf(finding.location),
        logicalLocations: [
          { fullyQualifiedName: finding.subject, kind: 'resource' },
          ...(finding.constructPath === undefined
            ? []
            : [{ fullyQualifiedName: finding.constructPath, kind: 'construct' }]),
        ],
      },
    ],
    ...(evidence.length === 0
      ? {}
      : {
          relatedLocations: evidence.map((step, index) => ({
            id: index + 1,
            ...locationOf(step.location),
            message: plain(step.message),
          })),
        }),
    // One place is no path.
    ...(evidence.length < 2
      ? {}
      : {
          codeFlows: [
            {
              threadFlows: [
                {
                  locations: evidence.map((step) => ({
                    location: { ...locationOf(step.location), message: plain(step.message) },
                  })),
                },
              ],
            },
          ],
        }),
    // GitHub reads `primaryLocationLineHash` as `<hash>:<occurrence>` and follows an alert by it.
    partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:1` },
    ...(finding.baseline === 'new' ? {} : { baselineState: finding.baseline === 'known' ? 'unchanged' : 'updated' }),
    ...(finding.suppressed === null
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: finding.suppressed.reason }] }),
    properties: {
      severity: finding.severity,
      confidence: finding.confidence,
      fix: finding.fix.kind,
      functions: finding.functions,
      ...(finding.when === undefined ? {} : { when: finding.when }),
    },
  };
}
