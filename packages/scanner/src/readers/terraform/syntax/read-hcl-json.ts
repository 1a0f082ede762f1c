import { readJson } from '../../syntax/read-json.ts';
import type { MapEntry, SyntaxNode } from '../../syntax/syntax-node.ts';
import { HclError } from './cursor.ts';
import type { Expression, HclAttribute, HclBlock, HclBody, HclFile, HclLabel, TemplatePart } from './hcl.ts';
import { parseTemplateText } from './parse-text.ts';

/** How many labels a block of the top level has. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
};

/**
 * Reads a `.tf.json` file into the blocks that it means. Strings are templates. A nested block is an argument here, because
 * only its schema tells them apart. https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function readHclJson(text: string, file: string): HclFile {
  const { root, diagnostics } = readJson(text, file);
  const blocks: HclBlock[] = [];
  if (root?.kind === 'map') {
    for (const entry of root.entries) {
      const labels = Object.hasOwn(LABELS, entry.key) ? LABELS[entry.key] : undefined;
      if (labels !== undefined) collect(entry, entry.value, labels, [], blocks);
    }
  }
  const body: HclBody = { attributes: [], blocks, start: 0, end: text.length };
  return { file, body, diagnostics };
}

function collect(
  top: MapEntry,
  node: SyntaxNode,
  labels: number,
  above: readonly HclLabel[],
  blocks: HclBlock[],
): void {
  if (node.kind === 'list') {
    for (const item of node.items) collect(top, item, labels, above, blocks);
    return;
  }
  if (node.kind !== 'map') return;
  if (labels === 0) {
    const first = above[0];
    const nested =
      top.key === 'terraform'
        ? node.entries.filter(({ value }) => value.kind !== 'scalar').map((entry) => nestedBlock(entry))
        : [];
    blocks.push({
      type: top.key,
      typeStart: top.keyStart,
      typeEnd: top.keyEnd,
      labels: above,
      body: { ...bodyOf(node.entries, node), blocks: nested },
      isBroken: false,
      start: above.at(-1)?.start ?? first?.start ?? top.keyStart,
      end: node.end,
    });
    return;
  }
  for (const entry of node.entries) {
    const label: HclLabel = { text: entry.key, start: entry.keyStart, end: entry.keyEnd };
    collect(top, entry.value, labels - 1, [...above, label], blocks);
  }
}

function nestedBlock(entry: MapEntry): HclBlock {
  const entries = entry.value.kind === 'map' ? entry.value.entries : [];
  return {
    type: entry.key,
    typeStart: entry.keyStart,
    typeEnd: entry.keyEnd,
    labels: [],
    body: bodyOf(entries, entry.value),
    isBroken: false,
    start: entry.keyStart,
    end: entry.value.end,
  };
}

function bodyOf(entries: readonly MapEntry[], place: { readonly start: number; readonly end: number }): HclBody {
  const attributes = entries
    .filter(({ key }) => key !== '//')
    .map((entry): HclAttribute => ({
      name: entry.key,
      nameStart: entry.keyStart,
      nameEnd: entry.keyEnd,
      value: expressionOf(entry.value),
      start: entry.keyStart,
      end: entry.value.end,
    }));
  return { attributes, blocks: [], start: place.start, end: place.end };
}

function expressionOf(node: SyntaxNode): Expression {
  const place = { start: node.start, end: node.end };
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(expressionOf), ...place };
  if (node.kind === 'map') {
    const entries = node.entries.map(({ key, keyStart, keyEnd, value }) => ({
      key: templateAt(key, { start: keyStart, end: keyEnd }),
      value: expressionOf(value),
    }));
    return { kind: 'map', entries, ...place };
  }
  return typeof node.value === 'string'
    ? templateAt(node.value, place)
    : { kind: 'literal', value: node.value, ...place };
}

/** A string as the template that it is; every part stands where the string does. */
function templateAt(text: string, place: { readonly start: number; readonly end: number }): Expression {
  if (!text.includes('${') && !text.includes('%{')) return { kind: 'literal', value: text, ...place };
  try {
    return moved(parseTemplateText(text), place.start + 1, place) as Expression;
  } catch (error) {
    if (error instanceof HclError) return { kind: 'literal', value: text, ...place };
    throw error;
  }
}

type Part = Expression | TemplatePart;

/** Puts every place behind the opening quote; an escape before it in the string makes it a little early. */
function moved(part: Part, by: number, within: { readonly start: number; readonly end: number }): Part {
  const copy: Record<string, unknown> = { ...part };
  for (const [key, value] of Object.entries(part)) {
    if (key === 'start' || key === 'end') copy[key] = Math.min(Number(value) + by, within.end);
    else if (Array.isArray(value))
      copy[key] = value.map((each: Part) =>
        typeof each === 'object' && each !== null ? moved(each, by, within) : each,
      );
    else if (typeof value === 'object' && value !== null) copy[key] = moved(value as Part, by, within);
  }
  return copy as unknown as Part;
}
