import type { CodeLanguage } from '../ir/module.ts';
import type { AliasSpec, CalleeName } from './spec.ts';

/** Rewrites names by the aliases until nothing matches; the longest prefix of whole segments first. */
export type CanonicalName = (language: CodeLanguage, name: CalleeName) => CalleeName;

interface Node {
  readonly children: Map<string, Node>;
  to?: CalleeName;
}

/** Each alias leads to a final name after a few; a cycle would be a mistake of the table. */
const maxRewrites = 8;

export function canonicalNames(aliases: readonly AliasSpec[]): CanonicalName {
  const roots = new Map<string, Node>();
  for (const alias of aliases) {
    for (const from of alias.from) {
      let node: Node = roots.get(alias.language) ?? { children: new Map() };
      roots.set(alias.language, node);
      for (const segment of segments(from)) {
        const child: Node = node.children.get(segment) ?? { children: new Map() };
        node.children.set(segment, child);
        node = child;
      }
      node.to = alias.to;
    }
  }
  const done = new Map<string, CalleeName>();
  return (language, name) => {
    const key = `${language}|${name}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    const root: Node = roots.get(language) ?? { children: new Map() };
    let current = name;
    for (let round = 0; round < maxRewrites; round++) {
      const next = rewritten(root, current);
      if (next === undefined || next === current) break;
      current = next;
    }
    done.set(key, current);
    return current;
  };
}

function rewritten(root: Node, name: CalleeName): CalleeName | undefined {
  const parts = segments(name);
  const found = longest(root, parts, 0);
  return found === undefined ? undefined : joined(found.to, parts.slice(found.length));
}

/** An exact segment goes before `*`, which is any one member. */
function longest(
  node: Node,
  parts: readonly string[],
  at: number,
): { readonly to: CalleeName; readonly length: number } | undefined {
  const part = parts[at];
  if (part !== undefined) {
    const exact = node.children.get(part);
    const found = exact === undefined ? undefined : longest(exact, parts, at + 1);
    if (found !== undefined) return found;
    const any = part.startsWith('(') || part.startsWith('[') ? undefined : node.children.get('*');
    const wild = any === undefined ? undefined : longest(any, parts, at + 1);
    if (wild !== undefined) return wild;
  }
  return node.to === undefined ? undefined : { to: node.to, length: at };
}

/** `boto3#client(s3).get_object` as `boto3#`, `client`, `(s3)`, `get_object`. */
function segments(name: CalleeName): readonly string[] {
  const hash = name.indexOf('#') + 1;
  return [name.slice(0, hash), ...(name.slice(hash).match(/\([^)]*\)|\[\]|[^.()[\]]+/g) ?? [])];
}

function joined(to: CalleeName, rest: readonly string[]): CalleeName {
  return rest.reduce(
    (name, part) =>
      part.startsWith('(') || part.startsWith('[') || name.endsWith('#') ? name + part : `${name}.${part}`,
    to,
  );
}
