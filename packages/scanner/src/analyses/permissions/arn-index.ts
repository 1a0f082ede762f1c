import type { AnyNode, Estate } from '../../estate/estate.ts';
import { arnOf } from './spell-arn.ts';

/** The nodes of an estate by their ARNs in the spelling of `spell-arn.ts`. */
export interface ArnIndex {
  /** The node that an ARN or pattern is (a part of): an object of its bucket, an index of its table, a stream of its log group. */
  nodeOf(spelled: string): AnyNode | undefined;
}

const known = new WeakMap<Estate, ArnIndex>();

export function arnIndex(estate: Estate): ArnIndex {
  let found = known.get(estate);
  if (found === undefined) known.set(estate, (found = build(estate)));
  return found;
}

function build(estate: Estate): ArnIndex {
  const byArn = new Map<string, AnyNode>();
  for (const node of estate.nodes.values()) {
    const arn = arnOf(estate, node);
    if (arn !== undefined && !byArn.has(arn)) byArn.set(arn, node);
  }
  return {
    nodeOf(spelled) {
      let text = spelled;
      for (let cut = text.length; cut > 0; cut = Math.max(text.lastIndexOf('/'), text.lastIndexOf(':'))) {
        text = text.slice(0, cut);
        const node = byArn.get(text);
        if (node !== undefined) return node;
      }
      return undefined;
    },
  };
}
