import type { SourceRange, Unknown, Value } from '@leastwise/model';
import { intrinsicOf } from '../../cloudformation/intrinsic.ts';
import { textValue } from '../../cloudformation/text-value.ts';
import { known } from '../../cloudformation/values.ts';
import type { MapEntry, ScalarNode, SyntaxNode } from '../../syntax/syntax-node.ts';

interface FoundPiece {
  readonly node: SyntaxNode;
  readonly assumed?: string | undefined;
}

type At = (node: SyntaxNode) => SourceRange;

/** `#{AWS::Region}` is how the plugin serverless-pseudo-parameters writes it. */
const PSEUDO = /[$#]\{AWS::[A-Za-z]+\}/;

const isWritten = (node: SyntaxNode): boolean => node.file !== undefined || node.end > 0;

/** What a variable stands for, in the place of the variable. Maps and lists keep the place where they are written. */
export function placed(found: SyntaxNode, use: ScalarNode, at: At, inSub: boolean, assumed?: string): SyntaxNode {
  const tag = use.tag ?? found.tag;
  if (found.kind !== 'scalar') return use.tag === undefined ? found : { ...found, tag: use.tag };
  const via = [...(isWritten(found) ? [at(found)] : []), ...(found.resolved?.via ?? [])].slice(0, 8);
  const origin = at(use);
  const place = { start: use.start, end: use.end, file: use.file, ...(tag === undefined ? {} : { tag }) };
  const through = via.length === 0 ? {} : { via };
  if (found.resolved !== undefined && found.resolved.kind !== 'known') {
    return { ...found, ...place, resolved: { ...found.resolved, origin, ...through } };
  }
  const before = found.resolved?.kind === 'known' ? found.resolved.assumed : undefined;
  const input = assumed ?? before;
  const resolved: Value = {
    ...known(found.value, origin),
    ...through,
    ...(input === undefined ? {} : { assumed: input }),
  };
  return withPseudo({ ...found, ...place, resolved }, inSub);
}

/** Joins literals and what variables stand for to one text. */
export function joinTexts(
  pieces: readonly (string | FoundPiece | Unknown)[],
  use: ScalarNode,
  at: At,
  inSub: boolean,
): SyntaxNode {
  const nodes = pieces.flatMap((piece) => (typeof piece === 'object' && 'node' in piece ? [piece.node] : []));
  if (nodes.length === 0 && pieces.every((piece) => typeof piece === 'string')) return withPseudo(use, inSub);
  if (nodes.some((node) => intrinsicOf(node) !== undefined)) return joinCall(pieces, use);
  const origin = at(use);
  const parts = pieces.map((piece): string | Value => {
    if (typeof piece === 'string') return piece;
    if (!('node' in piece)) return piece;
    const value = valueOf(placed(piece.node, use, at, true, piece.assumed), origin);
    return value;
  });
  const resolved = textValue(parts, origin);
  const text = resolved.kind === 'known' && typeof resolved.value === 'string' ? resolved.value : use.text;
  return withPseudo({ ...use, value: text, text, quoted: true, resolved }, inSub);
}

function valueOf(node: SyntaxNode, origin: SourceRange): Value {
  if (node.kind === 'scalar') return node.resolved ?? known(node.value, origin);
  return {
    kind: 'unknown',
    cause: 'invalid',
    reason: 'A text is expected here, and the variable stands for a map or a list.',
    origin,
  };
}

/** A variable that stands for an intrinsic function, inside a text. */
function joinCall(pieces: readonly (string | FoundPiece | Unknown)[], use: ScalarNode): SyntaxNode {
  const { start, end, file } = use;
  const place = { start, end, file };
  const scalar = (text: string, resolved?: Value): SyntaxNode => ({
    kind: 'scalar',
    value: text,
    text,
    quoted: true,
    ...place,
    ...(resolved === undefined ? {} : { resolved }),
  });
  const items = pieces.map((piece) =>
    typeof piece === 'string' ? scalar(piece) : 'node' in piece ? piece.node : scalar('', piece),
  );
  const value: SyntaxNode = { kind: 'list', items: [scalar(''), { kind: 'list', items, ...place }], ...place };
  const entry: MapEntry = { key: 'Fn::Join', keyStart: start, keyEnd: start, file, value };
  return { kind: 'map', entries: [entry], ...place };
}

/** A pseudo parameter in a text makes it one for `Fn::Sub`. */
function withPseudo(node: ScalarNode, inSub: boolean): ScalarNode {
  if (node.tag !== undefined && node.tag !== '!Sub') return node;
  const changed = node.text.includes('#{AWS::') ? dollars(node) : node;
  return inSub || node.tag !== undefined || !holdsPseudo(changed) ? changed : { ...changed, tag: '!Sub' };
}

function holdsPseudo(node: ScalarNode): boolean {
  if (node.resolved === undefined) return PSEUDO.test(node.text);
  if (node.resolved.kind === 'known')
    return typeof node.resolved.value === 'string' && PSEUDO.test(node.resolved.value);
  return (
    node.resolved.kind === 'text' && node.resolved.parts.some((part) => typeof part === 'string' && PSEUDO.test(part))
  );
}

const DOLLARS = /#\{(AWS::[A-Za-z]+)\}/g;

function dollars(node: ScalarNode): ScalarNode {
  const change = (text: string): string => text.replaceAll(DOLLARS, '${$1}');
  const { resolved } = node;
  const text = change(node.text);
  if (resolved === undefined) return { ...node, text, value: text };
  if (resolved.kind === 'known' && typeof resolved.value === 'string') {
    return { ...node, text, value: text, resolved: { ...resolved, value: change(resolved.value) } };
  }
  if (resolved.kind !== 'text') return node;
  const parts = resolved.parts.map((part) => (typeof part === 'string' ? change(part) : part));
  return { ...node, resolved: { ...resolved, parts } };
}
