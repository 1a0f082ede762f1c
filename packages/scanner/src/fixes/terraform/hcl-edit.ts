import { attributeOf, type HclBlock, type HclBody } from '../../readers/terraform/syntax/hcl.ts';
import { refuse, written, type Writing } from '../text/document.ts';
import { lineStart, lineStop } from '../text/text-style.ts';
import { aligned, printBody, printExpression, type HclMap, type HclValue } from './hcl-print.ts';

export interface HclText {
  readonly file: string;
  readonly text: string;
  readonly lineEnd: string;
}

/** Sets an argument at a path of nested blocks: replaces its value, or adds it in the layout of its neighbours. */
export function setArgument(source: HclText, block: HclBlock, path: readonly string[], value: HclValue): Writing {
  const [step = '', ...rest] = path;
  const { body } = block;
  if (rest.length === 0) return setAttribute(source, block, step, value);
  if (body.blocks.some((inner) => inner.type === 'dynamic' && inner.labels[0]?.text === step))
    return refuse(`The blocks ${step} are made by a dynamic block.`);
  const inner = body.blocks.filter((each) => each.type === step);
  const [only] = inner;
  if (inner.length > 1) return refuse(`There are several blocks ${step}.`);
  if (only !== undefined) return setArgument(source, only, rest, value);
  if (attributeOf(body, step) !== undefined) return refuse(`${step} is written as an attribute.`);
  const nested = rest.reduceRight<HclValue>((below, name) => ({ [name]: below }), value);
  return insertBlock(source, block, step, nested as HclMap);
}

/** Puts several arguments into one nested block, which is made where it is missing. */
export function setArguments(
  source: HclText,
  block: HclBlock,
  entries: readonly { readonly path: readonly string[]; readonly value: HclValue }[],
): readonly Writing[] {
  const missing = new Map<string, { readonly path: readonly string[]; readonly value: HclValue }[]>();
  const single: Writing[] = [];
  for (const entry of entries) {
    const [step = ''] = entry.path;
    const isNew =
      entry.path.length > 1 && !block.body.blocks.some((each) => each.type === step || each.labels[0]?.text === step);
    if (isNew && attributeOf(block.body, step) === undefined) missing.set(step, [...(missing.get(step) ?? []), entry]);
    else single.push(setArgument(source, block, entry.path, entry.value));
  }
  for (const [step, members] of missing) {
    const body: Record<string, HclValue> = {};
    for (const { path, value } of members) put(body, path.slice(1), value);
    single.push(insertBlock(source, block, step, body));
  }
  return single;
}

function put(body: Record<string, HclValue>, path: readonly string[], value: HclValue): void {
  const [step = '', ...rest] = path;
  if (rest.length === 0) body[step] = value;
  else {
    const below: Record<string, HclValue> = { ...(body[step] as HclMap | undefined) };
    put(below, rest, value);
    body[step] = below;
  }
}

/** A block of its own behind another. */
export function insertAfter(source: HclText, block: HclBlock, head: string, body: HclMap): Writing {
  const { file, text, lineEnd } = source;
  const at = lineStop(text, block.end);
  const inner = Object.keys(body).length === 0 ? '' : `${lineEnd}${printBody(body, '  ', lineEnd)}${lineEnd}`;
  return written([{ file, start: at, end: at, text: `${lineEnd}${lineEnd}${head} {${inner}}`, claims: head }]);
}

function setAttribute(source: HclText, block: HclBlock, name: string, value: HclValue): Writing {
  const { file, text, lineEnd } = source;
  const found = attributeOf(block.body, name);
  const indent = indentOf(text, block) + '  ';
  if (found !== undefined) {
    if (found.file !== undefined && found.file !== file) return refuse('An override file says it.');
    const { start, end, kind } = found.value;
    const review =
      kind === 'literal' ? [] : ['It replaces what is computed there, such as a variable, by a fixed value.'];
    const expression = printExpression(value, indent, lineEnd);
    return written([{ file, start, end, text: expression, claims: `${start}=` }], ...review);
  }
  return insertAttribute(source, block, name, value);
}

function insertAttribute(source: HclText, block: HclBlock, name: string, value: HclValue): Writing {
  const { file, text, lineEnd } = source;
  const { body } = block;
  const indent = `${indentOf(text, block)}  `;
  const expression = printExpression(value, indent, lineEnd);
  const claims = `${body.start}:${name}`;
  if (isInline(text, body)) return inline(source, block, `${name} = ${expression}`);
  const last = body.attributes.at(-1);
  if (last === undefined) {
    const at = lineStop(text, body.start);
    return written([{ file, start: at, end: at, text: `${lineEnd}${indent}${name} = ${expression}`, claims }]);
  }
  const at = lineStop(text, last.end);
  const width = equalsColumn(text, body);
  const fits = width !== undefined && name.length < width && !/[\r\n]/.test(expression);
  // A name that is too long for the column of its neighbours gets an empty line, so that theirs stays.
  const line = fits ? `${name.padEnd(width - 1)} = ${expression}` : `${aligned([[name, expression]])[0]}`;
  const gap = fits || (width === name.length + 1 && !/[\r\n]/.test(expression)) ? '' : lineEnd;
  return written([{ file, start: at, end: at, text: `${lineEnd}${gap}${indent}${line}`, claims }]);
}

export function insertBlock(source: HclText, block: HclBlock, name: string, body: HclMap): Writing {
  const { file, text, lineEnd } = source;
  const outer = indentOf(text, block);
  const indent = `${outer}  `;
  const inner = `${indent}${name} {${lineEnd}${printBody(body, `${indent}  `, lineEnd)}${lineEnd}${indent}}`;
  if (isInline(text, block.body)) return inline(source, block, inner.slice(indent.length));
  const last = [...block.body.attributes, ...block.body.blocks].reduce(
    (end, each) => Math.max(end, each.end),
    block.body.start,
  );
  const at = lineStop(text, last);
  const gap = last === block.body.start ? '' : lineEnd;
  return written([
    { file, start: at, end: at, text: `${lineEnd}${gap}${inner}`, claims: `${block.body.start}:${name}` },
  ]);
}

/** `resource "x" "y" {}` is opened up; what holds something on one line is left to its author. */
function inline(source: HclText, block: HclBlock, line: string): Writing {
  const { file, text, lineEnd } = source;
  const { start, end } = block.body;
  if (text.slice(start + 1, end - 1).trim() !== '') return refuse('The block is written on one line.');
  const outer = indentOf(text, block);
  return written([{ file, start, end, text: `{${lineEnd}${outer}  ${line}${lineEnd}${outer}}`, claims: `${start}:` }]);
}

function isInline(text: string, body: HclBody): boolean {
  return !/[\r\n]/.test(text.slice(body.start, body.end));
}

/** How far the equals signs of the last run of attributes stand from their names; undefined where that differs. */
function equalsColumn(text: string, body: HclBody): number | undefined {
  const last = body.attributes.at(-1);
  if (last === undefined || /[\r\n]/.test(text.slice(last.start, last.end))) return undefined;
  const equals = text.indexOf('=', last.nameEnd);
  return equals === -1 ? undefined : equals - last.nameStart;
}

function indentOf(text: string, block: HclBlock): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, block.start), block.start))?.[0] ?? '';
}
