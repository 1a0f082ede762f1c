import type { Finding, FixIntent, SourceTree } from '@leastwise/model';
import type { Estate } from '../estate/estate.ts';
import type { ScannedApplication, World } from '../scan.ts';
import { resourceOf, type Workplace } from './site.ts';
import type { EditableDocument, Writing } from './text/document.ts';
import { refuse, together } from './text/document.ts';
import { writeTerraform } from './terraform/write-terraform.ts';
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
  const place: Workplace = { estate: world.estate, tree, documents, intents, added: addedNames(intents, world.estate) };
  const format = resourceOf(world.estate, finding.subject)?.fragment.format ?? world.estate.fragments[0]?.format;
  const write = format === 'terraform' ? writeTerraform : writeTemplate;
  return together(intents.map((intent) => write(intent, place)));
}

/** Named after the resource beside which they are added, and after nothing that is there already. */
function addedNames(intents: readonly FixIntent[], estate: Estate): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const intent of intents) {
    if (intent.kind !== 'add-resource') continue;
    const found = resourceOf(estate, intent.subject);
    if (found === undefined) continue;
    const taken = new Set([...names.values(), ...found.fragment.resources.map((resource) => resource.logicalId)]);
    const base = `${found.resource.logicalId.replaceAll(/[^A-Za-z0-9]/g, '')}${intent.suffix}`;
    let name = base;
    for (let next = 2; taken.has(name); next++) name = `${base}${next}`;
    names.set(intent.suffix, name);
  }
  return names;
}

/** The first reading that has the subject of the finding. */
export function worldOf(finding: Finding, application: ScannedApplication): World | undefined {
  return (
    application.worlds.find((world) => resourceOf(world.estate, finding.subject) !== undefined) ??
    application.worlds.find((world) => world.estate.nodes.has(finding.subject))
  );
}
