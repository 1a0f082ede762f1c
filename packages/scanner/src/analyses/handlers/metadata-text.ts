import { asText, member } from '@leastwise/model';
import type { NodeOf } from '../../estate/estate.ts';

/** One entry of the Metadata of a function: how SAM builds it (`BuildMethod`), or where CDK keeps its asset. */
export function metadataText(node: NodeOf<'function'>, key: string): string | undefined {
  return node.metadata === undefined ? undefined : asText(member(node.metadata, key));
}
