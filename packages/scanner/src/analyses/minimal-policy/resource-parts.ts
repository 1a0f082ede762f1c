import { unknownText } from '@leastwise/iam';
import { logicalIdOf, type NodeId } from '@leastwise/model';
import { arnForms } from '../permissions/arn-form.ts';
import { accountToken, arnOf, nodeToken, regionToken, stackToken } from '../permissions/spell-arn.ts';
import type { AnyNode, Estate, NodeOf } from '../../estate/estate.ts';

/** A piece of an ARN that each dialect spells in its own words. */
export type ResourcePart =
  | string
  | { readonly kind: 'attribute'; readonly node: AnyNode; readonly attribute: 'Arn' | 'Name' }
  | { readonly kind: 'pseudo'; readonly name: 'Region' | 'AccountId' | 'StackName' | 'Partition' }
  | { readonly kind: 'parameter'; readonly name: string };

/** Takes a resource of a minimal policy apart; a text says why it cannot be written down. */
export type ResourceReader = (spelled: string) => readonly ResourcePart[] | string;

/** Kinds whose ARN no attribute answers, or whose `Arn` has something behind it, as that of a log group. */
const withoutArn: ReadonlySet<string> = new Set([
  'parameter',
  'key-alias',
  'log-group',
  'rest-api',
  'http-api',
  'identity-pool',
  'database-cluster',
  'database-instance',
]);

/**
 * Resources of the same application are named by reference instead of by their ARN. A function is never named in its own policy: the
 * function waits for its role, so the made-up end of its name becomes `*` behind the stack's name and its own.
 */
export function resourceReader(estate: Estate, subject: NodeOf<'function'>): ResourceReader {
  const byArn: { readonly arn: string; readonly node: AnyNode }[] = [];
  const byToken = new Map<string, NodeId>();
  for (const node of estate.nodes.values()) {
    byToken.set(nodeToken(node.id), node.id);
    const arn = node.id === subject.id || withoutArn.has(node.kind) ? undefined : arnOf(estate, node);
    if (arn !== undefined && !arn.includes(unknownText)) byArn.push({ arn, node });
  }
  byArn.sort((a, b) => b.arn.length - a.arn.length || (a.node.id < b.node.id ? -1 : 1));
  const named = new Map(byArn.map(({ arn, node }) => [arn, node]));
  return (spelled) => {
    if (spelled.includes(unknownText)) return 'A part of the resource is not known.';
    // The ARN itself, or something below it: `/*`, `/index/*`, `:*`.
    for (
      let end = spelled.length;
      end > 0;
      end = Math.max(spelled.lastIndexOf('/', end - 1), spelled.lastIndexOf(':', end - 1))
    ) {
      const node = named.get(spelled.slice(0, end));
      if (node === undefined) continue;
      const rest = partsOf(spelled.slice(end));
      return typeof rest === 'string' ? rest : [{ kind: 'attribute', node, attribute: 'Arn' }, ...rest];
    }
    return partsOf(spelled);
  };

  function partsOf(text: string): readonly ResourcePart[] | string {
    const parts: ResourcePart[] = [];
    for (const piece of text.split(/((?:⟨StackName⟩-[A-Za-z0-9]+-)?⟨[^⟩]*⟩)/)) {
      if (piece === '') continue;
      const part = piece.includes('⟨') ? tokenPart(piece) : [piece];
      if (typeof part === 'string') return part;
      parts.push(...part);
    }
    const first = parts[0];
    return typeof first === 'string' && first.startsWith('arn:aws:')
      ? ['arn:', { kind: 'pseudo', name: 'Partition' }, first.slice('arn:aws'.length), ...parts.slice(1)]
      : parts;
  }

  function tokenPart(piece: string): readonly ResourcePart[] | string {
    const token = piece.slice(piece.lastIndexOf('⟨'));
    const pseudo = { [regionToken]: 'Region', [accountToken]: 'AccountId', [stackToken]: 'StackName' }[piece];
    if (pseudo === 'Region' || pseudo === 'AccountId' || pseudo === 'StackName')
      return [{ kind: 'pseudo', name: pseudo }];
    const id = byToken.get(token);
    const node = id === undefined ? undefined : estate.nodes.get(id);
    if (node?.id === subject.id) return [{ kind: 'pseudo', name: 'StackName' }, `-${logicalIdOf(subject.id)}-*`];
    if (node !== undefined && arnForms[node.kind] !== undefined)
      return [{ kind: 'attribute', node, attribute: 'Name' }];
    const name = /^⟨\?((?:(?:var|local)\.)?[A-Za-z]\w*)⟩$/.exec(piece)?.[1];
    return name === undefined
      ? `${piece.replaceAll(/[⟨⟩?!]/g, '')} cannot be named in a policy of this application.`
      : [{ kind: 'parameter', name }];
  }
}
