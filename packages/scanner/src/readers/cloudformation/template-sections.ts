import type { Diagnostic, Unknown } from '@leastwise/model';
import { child, childEntry, type SyntaxNode } from '../syntax/syntax-node.ts';
import { expandEntries, included } from './expand-entries.ts';
import { rangeOf, type Entry, type Scope } from './scope.ts';
import { unknown } from './values.ts';

export interface Sections {
  /** The entries of a section, loops and includes expanded; of a name written twice the last one. */
  entries(section: string): ReadonlyMap<string, Entry>;
  /** Transforms of the whole template whose outcome is not in the text. */
  readonly open: readonly Unknown[];
  readonly isSam: boolean;
  /** The node of a section in the template itself. */
  node(section: string): SyntaxNode | undefined;
}

export const SAM_TRANSFORM = 'AWS::Serverless-2016-10-31';

/** Transforms that change nothing that a scan asks for. */
const QUIET: ReadonlySet<string> = new Set([SAM_TRANSFORM, 'AWS::LanguageExtensions']);

/** The sections of a template, with those of files that `AWS::Include` puts at its top level. */
export function readSections(
  root: SyntaxNode | undefined,
  scope: Scope,
  report: (diagnostic: Diagnostic) => void,
): Sections {
  const open: Unknown[] = [];
  const tops: { node: SyntaxNode; scope: Scope }[] = root === undefined ? [] : [{ node: root, scope }];
  let isSam = false;
  const transform = child(root, 'Transform') ?? child(root, 'Fn::Transform');
  for (const call of transform?.kind === 'list' ? transform.items : transform === undefined ? [] : [transform]) {
    const name = call.kind === 'scalar' ? call.text : undefined;
    if (name === SAM_TRANSFORM) isSam = true;
    if (name !== undefined && QUIET.has(name)) continue;
    if (name !== undefined) {
      open.push(
        unknown('macro', `The macro ${name} may change this template in the account.`, rangeOf(call, scope), { name }),
      );
      continue;
    }
    const found = included(call, scope);
    if ('node' in found) tops.push({ node: found.node, scope: { ...scope, file: found.file } });
    else open.push(found);
  }
  for (const { key, value, keyStart, keyEnd } of root?.kind === 'map' ? root.entries : []) {
    if (SECTIONS.has(key) && isNull(value))
      report(emptySection(key, { file: scope.file, start: keyStart, end: keyEnd }));
  }
  const read = new Map<string, ReadonlyMap<string, Entry>>();
  return {
    isSam: isSam || tops.some(({ node }) => holdsSam(child(node, 'Resources'))),
    open,
    node: (section) => child(root, section),
    entries(section) {
      const present = read.get(section);
      if (present !== undefined) return present;
      const entries = new Map<string, Entry>();
      read.set(section, entries);
      for (const top of tops) {
        const written = childEntry(top.node, section);
        if (written === undefined || isNull(written.value)) continue;
        if (written.value.kind !== 'map') {
          report(
            notAMap(section, {
              file: top.scope.file,
              start: written.keyStart,
              end: Math.max(written.keyEnd, written.value.end),
            }),
          );
          continue;
        }
        const expanded = expandEntries(written.value, top.scope);
        for (const entry of expanded.entries) entries.set(entry.key, entry);
        open.push(...expanded.open);
      }
      return entries;
    },
  };
}

/** A template may be SAM without saying so: an included one, or one that deployment would refuse. */
function holdsSam(resources: SyntaxNode | undefined): boolean {
  if (resources?.kind !== 'map') return false;
  return resources.entries.some((entry) => {
    const type = child(entry.value, 'Type');
    return type?.kind === 'scalar' && type.text.startsWith('AWS::Serverless::');
  });
}

const SECTIONS: ReadonlySet<string> = new Set([
  'Parameters',
  'Mappings',
  'Conditions',
  'Resources',
  'Outputs',
  'Globals',
]);

const isNull = (node: SyntaxNode): boolean => node.kind === 'scalar' && node.value === null;

const emptySection = (section: string, range: Diagnostic['range']): Diagnostic => ({
  code: 'section-empty',
  message: `${section} holds nothing, which CloudFormation refuses.`,
  range,
  hint: `Remove ${section}, or write entries under it.`,
  effect: 'note',
});

const notAMap = (section: string, range: Diagnostic['range']): Diagnostic => ({
  code: 'section-not-a-map',
  message: `${section} is no map, so nothing in it could be read.`,
  range,
  hint: `Write ${section} as a map from names to entries.`,
  effect: 'incomplete',
});
