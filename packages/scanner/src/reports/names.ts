import type { Report, ReportFinding, ReportFunction, ReportResource } from '@leastwise/model';

/** What the ids of a report are called, and where they belong. */
export interface Names {
  /** `PlaceOrder`. */
  of(id: string): string;
  /** `bucket Photos`; of a function its name alone. */
  withKind(id: string): string;
  applicationOf(finding: ReportFinding): string;
}

export function namesIn(report: Report): Names {
  const functions = new Map<string, ReportFunction>(report.functions.map((entry) => [entry.id, entry]));
  const resources = new Map<string, ReportResource>(report.resources.map((entry) => [entry.id, entry]));
  const byFile = new Map<string, string>();
  for (const input of report.inputs) if (!byFile.has(input.file)) byFile.set(input.file, input.application);
  const of = (id: string): string => (functions.get(id) ?? resources.get(id))?.name ?? lastPart(id);
  return {
    of,
    withKind(id) {
      const resource = resources.get(id);
      return resource === undefined ? of(id) : `${resource.kind.replaceAll('-', ' ')} ${resource.name}`;
    },
    applicationOf(finding) {
      const owner = functions.get(finding.functions[0] ?? finding.subject) ?? resources.get(finding.subject);
      return owner?.application ?? byFile.get(finding.location.file) ?? '';
    },
  };
}

function lastPart(id: string): string {
  const local = id.slice(id.indexOf('#') + 1);
  return id.includes('#') ? local.slice(local.lastIndexOf('/') + 1) : id;
}
