import type { Finding, OpenQuestion, SourceRange } from '@leastwise/model';
import type { ScannedApplication } from 'leastwise';

/** A resource of a tested template, as its file spells it, with what we say about it. */
export interface TestedResource {
  readonly id: string;
  readonly logicalId: string;
  readonly file: string;
  /** The type it has once deployed and, in a SAM template, the one that is written. */
  readonly types: readonly string[];
  readonly range: SourceRange;
  /** Located in its text, about it or a resource that is generated from it, or about a part of this function (its URL). */
  readonly findings: readonly Finding[];
  readonly questions: readonly OpenQuestion[];
}

export function testedResources(
  applications: readonly ScannedApplication[],
  writtenType: (range: SourceRange) => string | undefined,
): readonly TestedResource[] {
  const found = new Map<string, TestedResource>();
  for (const { worlds, judgement } of applications) {
    const sources = new Map<string, string>();
    const urls = new Set<string>();
    for (const { estate } of worlds)
      for (const node of estate.nodes.values()) {
        if (node.generatedFrom !== undefined) sources.set(node.id, node.generatedFrom.id);
        if (node.kind === 'function-url') urls.add(node.id);
      }
    for (const { estate } of worlds) {
      for (const node of estate.nodes.values()) {
        if (found.has(node.id) || (node.generatedFrom !== undefined && node.generatedFrom.id !== node.id)) continue;
        const about = (said: Finding | OpenQuestion): boolean =>
          said.subject === node.id ||
          sources.get(said.subject) === node.id ||
          within(said.at, node.at) ||
          ('functions' in said && urls.has(said.subject) && said.functions.includes(node.id));
        const written = writtenType(node.at);
        found.set(node.id, {
          id: node.id,
          logicalId: node.id.slice(node.id.lastIndexOf('/') + 1),
          file: node.at.file,
          types: [...new Set([node.type, ...(written === undefined ? [] : [written])])],
          range: node.at,
          findings: judgement.findings.filter(about),
          questions: judgement.questions.filter(about),
        });
      }
    }
  }
  return [...found.values()];
}

function within(inner: SourceRange, outer: SourceRange): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
