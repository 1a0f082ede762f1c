/** Text that is HCL already: a reference, a call. */
export class Raw {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

export type HclValue = string | number | boolean | null | Raw | readonly HclValue[] | HclMap;
export interface HclMap {
  readonly [key: string]: HclValue;
}

/** An expression as `terraform fmt` lays it out; what follows its first line is indented by `indent`. */
export function printExpression(value: HclValue, indent: string, lineEnd: string): string {
  if (value instanceof Raw) return value.code;
  if (typeof value === 'string') return printText(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isHclList(value)) {
    if (value.every((item) => item === null || typeof item !== 'object' || item instanceof Raw))
      return `[${value.map((item) => printExpression(item, indent, lineEnd)).join(', ')}]`;
    const items = value.map((item) => `${indent}  ${printExpression(item, `${indent}  `, lineEnd)},`);
    return `[${lineEnd}${items.join(lineEnd)}${lineEnd}${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = aligned(
    entries.map(([key, inner]) => [printName(key), printExpression(inner, `${indent}  `, lineEnd)]),
  );
  return `{${lineEnd}${lines.map((line) => `${indent}  ${line}`).join(lineEnd)}${lineEnd}${indent}}`;
}

export function printText(text: string): string {
  return `"${text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('${', '$${')
    .replaceAll('%{', '%%{')}"`;
}

/** Neighbours on single lines have their equals signs below each other. */
export function aligned(entries: readonly (readonly [string, string])[]): readonly string[] {
  const widths = entries.map(([name]) => name.length);
  const isTall = (index: number): boolean => /[\r\n]/.test(entries[index]?.[1] ?? '');
  return entries.map(([name, text], index) => {
    let [from, to] = [index, index];
    while (!isTall(index) && from > 0 && !isTall(from - 1)) from--;
    while (!isTall(index) && to + 1 < entries.length && !isTall(to + 1)) to++;
    const width = Math.max(...widths.slice(from, to + 1));
    return `${name.padEnd(width)} = ${text}`;
  });
}

function printName(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : printText(key);
}

function isHclList(value: HclValue): value is readonly HclValue[] {
  return Array.isArray(value);
}

export function isHclMap(value: HclValue): value is HclMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Raw);
}

/** Blocks and attributes of a body: a map is a block, whatever else an attribute. */
export function printBody(body: HclMap, indent: string, lineEnd: string): string {
  const lines: string[] = [];
  let run: (readonly [string, string])[] = [];
  const flush = (): void => {
    lines.push(...aligned(run).map((line) => `${indent}${line}`));
    run = [];
  };
  for (const [name, value] of Object.entries(body)) {
    if (!isHclMap(value)) {
      run.push([name, printExpression(value, indent, lineEnd)]);
      continue;
    }
    flush();
    if (lines.length > 0) lines.push('');
    lines.push(`${indent}${name} {`, printBody(value, `${indent}  `, lineEnd), `${indent}}`);
  }
  flush();
  return lines.join(lineEnd);
}
