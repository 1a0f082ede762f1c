import type { Mappings } from '@leastwise/model';

/**
 * The identifiers of several parts of a question, each once. A check that answers more than one question of the peers
 * keeps them apart, so that a finding names only those of the part that failed.
 */
export function joinMappings(...parts: readonly Mappings[]): Mappings {
  const joined: Record<string, (string | number)[]> = {};
  for (const part of parts) {
    for (const [list, ids] of Object.entries(part) as [string, readonly (string | number)[]][]) {
      const known = (joined[list] ??= []);
      for (const id of ids) if (!known.includes(id)) known.push(id);
    }
  }
  return joined as Mappings;
}
