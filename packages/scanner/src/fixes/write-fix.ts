import type { Finding, SourceTree } from '@leastwise/model';
import type { ScannedApplication, World } from '../scan.ts';
import { resourceOf, type Workplace } from './site.ts';
import type { EditableDocument, Writing } from './text/document.ts';
import { refuse, together } from './text/document.ts';
import { writeTemplate } from './write-template.ts';

/** The edits that a finding's fix comes to in the user's text, or why there are none. */
export function writeFix(
  finding: Finding,
  application: ScannedApplication,
  tree: SourceTree,
  documents: Map<string, EditableDocument | undefined>,
): Writing {
  const { intents } = finding;
  if (intents === undefined || intents.length === 0) return refuse('A person has to decide what to write.');
  const world = worldOf(finding, application);
  if (world === undefined) return refuse('What it is about is in none of the readings.');
  const place: Workplace = { estate: world.estate, tree, documents };
  return together(intents.map((intent) => writeTemplate(intent, place)));
}

/** The first reading that has the subject of the finding. */
export function worldOf(finding: Finding, application: ScannedApplication): World | undefined {
  return (
    application.worlds.find((world) => resourceOf(world.estate, finding.subject) !== undefined) ??
    application.worlds.find((world) => world.estate.nodes.has(finding.subject))
  );
}
