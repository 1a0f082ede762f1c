import type { Account } from './account.ts';
import { hopsFrom, type Hop } from './hops.ts';
import { isAdministrator } from './rank.ts';

/** A way from an identity to more than it was given, hop by hop. */
export interface Escalation {
  readonly source: string;
  readonly hops: readonly Hop[];
  readonly reaches: 'administrator' | 'any-role' | 'identity';
  /** The identity that is gained, unless it is everything. */
  readonly identity?: string;
  readonly certain: boolean;
}

export interface EscalationFinder {
  /** The shortest way to each identity and to everything, the worst first. None for who is an administrator already. */
  from(id: string): readonly Escalation[];
}

const MOST_HOPS = 4;
const worst = { administrator: 0, 'any-role': 1, identity: 2 } as const;

/** Ways are looked for when asked; the steps of an identity are worked out once. */
export function escalationsOf(account: Account): EscalationFinder {
  const hops = new Map<string, readonly Hop[]>();
  const administrators = new Map<string, boolean>();
  const found = new Map<string, readonly Escalation[]>();
  const isAdmin = (id: string): boolean => {
    const identity = account.identities.get(id);
    const known = administrators.get(id) ?? (identity !== undefined && isAdministrator(identity.compiled));
    administrators.set(id, known);
    return known;
  };
  const steps = (id: string): readonly Hop[] => {
    const identity = account.identities.get(id);
    const known = hops.get(id) ?? (identity === undefined ? [] : hopsFrom(account, identity));
    hops.set(id, known);
    return known;
  };
  return {
    from: (id) => {
      const known = found.get(id) ?? (isAdmin(id) ? [] : search(id, steps, isAdmin));
      found.set(id, known);
      return known;
    },
  };
}

function search(
  source: string,
  steps: (id: string) => readonly Hop[],
  isAdmin: (id: string) => boolean,
): readonly Escalation[] {
  const ways = new Map<string, Escalation>();
  let border: readonly { readonly id: string; readonly hops: readonly Hop[] }[] = [{ id: source, hops: [] }];
  const seen = new Set([source]);
  for (let depth = 0; depth < MOST_HOPS && border.length > 0; depth++) {
    const next: { id: string; hops: readonly Hop[] }[] = [];
    for (const place of border) {
      for (const hop of steps(place.id)) {
        const hops = [...place.hops, hop];
        const certain = hops.every((each) => each.certain);
        const { to } = hop;
        const everything = to.kind === 'identity' && isAdmin(to.id);
        const reaches = everything ? 'administrator' : to.kind;
        const key = `${reaches} ${to.kind === 'identity' ? to.id : ''}`;
        const known = ways.get(key);
        const identity = to.kind === 'identity' && to.id !== source ? { identity: to.id } : {};
        if (known === undefined || (certain && !known.certain))
          ways.set(key, { source, hops, reaches, certain, ...identity });
        if (to.kind !== 'identity' || everything || seen.has(to.id)) continue;
        seen.add(to.id);
        next.push({ id: to.id, hops });
      }
    }
    border = next;
  }
  return [...ways.values()].sort(
    (a, b) =>
      Number(b.certain) - Number(a.certain) || worst[a.reaches] - worst[b.reaches] || a.hops.length - b.hops.length,
  );
}
