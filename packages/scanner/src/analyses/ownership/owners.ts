import { asList, asMap, asText, member, type ReportOwner, type SourceTree, type Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../../estate/estate.ts';
import { ownersOf, readCodeOwners, type CodeOwnersRule } from './codeowners.ts';

/** Who owns a node, with the place that says so; undefined when nobody does. */
export interface Owners {
  of(node: AnyNode, estate: Estate): ReportOwner | undefined;
}

/** One owner per path pattern, from `leastwise.yaml`. */
export interface ConfiguredOwner {
  readonly path: string;
  readonly owner: string;
}

/** Tag keys that name an owner, in order of preference; compared without case, `-`, `_` and namespace prefixes. */
const ownerTags: readonly string[] = ['owner', 'team', 'serviceowner', 'contact', 'owneremail', 'squad', 'maintainer'];

/** GitHub's and GitLab's places for the file. */
const codeOwnersPlaces: readonly string[] = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
];

/** A tag on the resource decides, then `leastwise.yaml`, then CODEOWNERS for the template's file. */
export function ownersIn(tree: SourceTree, configured: readonly ConfiguredOwner[]): Owners {
  const byConfiguration = configured.flatMap(({ path, owner }) =>
    readCodeOwners(`${path.replaceAll(' ', '\\ ')} ${owner}`),
  );
  const place = codeOwnersPlaces.find((candidate) => tree.stat(candidate) === 'file');
  const read = place === undefined ? undefined : tree.read(place);
  const rules = read !== undefined && 'text' in read ? readCodeOwners(read.text) : [];
  return {
    of(node) {
      return (
        byTag(node.properties) ??
        byRule(byConfiguration, node.at.file, () => 'leastwise.yaml') ??
        byRule(rules, node.at.file, (rule) => `${place} line ${rule.line}`)
      );
    },
  };
}

function byRule(
  rules: readonly CodeOwnersRule[],
  file: string,
  evidence: (rule: CodeOwnersRule) => string,
): ReportOwner | undefined {
  const rule = ownersOf(rules, file);
  return rule === undefined || rule.owners.length === 0
    ? undefined
    : { name: rule.owners.join(' '), evidence: evidence(rule) };
}

/** Tags are a list of Key and Value, or a map, by the kind of the resource. */
function byTag(properties: Value): ReportOwner | undefined {
  const tags = new Map<string, { key: string; value: string }>();
  const take = (key: string | undefined, value: Value | undefined): void => {
    const text = value === undefined ? undefined : asText(value);
    if (key === undefined || text === undefined || text === '') return;
    const plain = (key.split(':').at(-1) ?? key).toLowerCase().replaceAll(/[-_ ]/g, '');
    if (!tags.has(plain)) tags.set(plain, { key, value: text });
  };
  const written = member(properties, 'Tags');
  for (const tag of asList(written) ?? []) take(asText(member(tag, 'Key')), member(tag, 'Value'));
  for (const [key, value] of asMap(written) ?? []) take(key, value);
  for (const name of ownerTags) {
    const tag = tags.get(name);
    if (tag !== undefined) return { name: tag.value, evidence: `tag ${tag.key}` };
  }
  return undefined;
}
