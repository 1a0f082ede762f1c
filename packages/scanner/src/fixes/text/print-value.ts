import { plainScalarValue } from '../../readers/syntax/plain-scalar.ts';
import type { TextStyle } from './text-style.ts';

/** A value in the words of CloudFormation, its names settled: what the printers of YAML and JSON take. */
export type Spelled = string | number | boolean | null | readonly Spelled[] | Call | SpelledMap;
export interface SpelledMap {
  readonly [key: string]: Spelled;
}
/** `!Ref Queue`, `!GetAtt Queue.Arn`, `!Sub '…'`. */
export class Call {
  readonly name: 'Ref' | 'GetAtt' | 'Sub';
  readonly argument: string;
  constructor(name: Call['name'], argument: string) {
    this.name = name;
    this.argument = argument;
  }
}

/** On one line: what stands behind a key in YAML, or anywhere in JSON and in flow style. */
export function printFlow(value: Spelled, style: TextStyle): string {
  if (value instanceof Call) return style.isJson ? jsonCall(value) : yamlCall(value, style);
  if (isList(value)) return `[${value.map((item) => printFlow(item, style)).join(', ')}]`;
  if (isMap(value)) {
    const members = Object.entries(value).map(([key, inner]) => `${printKey(key, style)}: ${printFlow(inner, style)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return printScalar(value, style);
}

/**
 * A key with its value as whole lines, without the indentation of the first and without the last line break. `indent` is
 * that of the key.
 */
export function printEntry(key: string, value: Spelled, indent: string, style: TextStyle): string {
  return `${printKey(key, style)}:${printBehindKey(value, indent, style)}`;
}

/** An item of a list with its dash; `indent` is that of the dash. */
export function printItem(value: Spelled, indent: string, style: TextStyle): string {
  if (style.isJson) return printTall(value, indent, style);
  const inner = `${indent}  `;
  if (isMap(value) && Object.keys(value).length > 0) {
    const lines = Object.entries(value).map(([key, member]) => printEntry(key, member, inner, style));
    return `- ${lines.join(style.lineEnd + inner)}`;
  }
  return `- ${printFlow(value, style)}`;
}

export function printKey(key: string, style: TextStyle): string {
  return style.isJson ? JSON.stringify(key) : printScalar(key, style);
}

/** A scalar; strings are quoted where they would mean something else without, or as `like` was. */
export function printScalar(value: string | number | boolean | null, style: TextStyle, like?: "'" | '"' | ''): string {
  if (typeof value !== 'string') {
    if (like === undefined || like === '') return String(value);
    return `${like}${String(value)}${like}`;
  }
  if (style.isJson) return JSON.stringify(value);
  if (like !== "'" && like !== '"' && isPlain(value)) return value;
  const quote = like === "'" || like === '"' ? like : style.quote;
  return quote === "'" ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

function printBehindKey(value: Spelled, indent: string, style: TextStyle): string {
  if (style.isJson) return ` ${printTall(value, indent, style)}`;
  if (value instanceof Call) return ` ${yamlCall(value, style)}`;
  if (isList(value) && value.length > 0) {
    if (value.every((item) => item === null || typeof item !== 'object') && value.length <= 4)
      return ` ${printFlow(value, style)}`;
    const deeper = indent + style.listIndent;
    return value.map((item) => `${style.lineEnd}${deeper}${printItem(item, deeper, style)}`).join('');
  }
  if (isMap(value) && Object.keys(value).length > 0) {
    const deeper = indent + style.indent;
    return Object.entries(value)
      .map(([key, inner]) => `${style.lineEnd}${deeper}${printEntry(key, inner, deeper, style)}`)
      .join('');
  }
  return ` ${printFlow(value, style)}`;
}

/** JSON over several lines. */
function printTall(value: Spelled, indent: string, style: TextStyle): string {
  const deeper = indent + style.indent;
  if (value instanceof Call) return jsonCall(value);
  if (isList(value)) {
    if (value.every((item) => item === null || typeof item !== 'object')) return printFlow(value, style);
    const items = value.map((item) => `${style.lineEnd}${deeper}${printTall(item, deeper, style)}`);
    return `[${items.join(',')}${style.lineEnd}${indent}]`;
  }
  if (isMap(value) && Object.keys(value).length > 0) {
    const members = Object.entries(value).map(
      ([key, inner]) => `${style.lineEnd}${deeper}${printEntry(key, inner, deeper, style)}`,
    );
    return `{${members.join(',')}${style.lineEnd}${indent}}`;
  }
  return printFlow(value, style);
}

function yamlCall(call: Call, style: TextStyle): string {
  return `!${call.name} ${printScalar(call.argument, style, call.name === 'Sub' ? style.quote : undefined)}`;
}

function jsonCall(call: Call): string {
  if (call.name === 'Ref') return `{ "Ref": ${JSON.stringify(call.argument)} }`;
  if (call.name === 'Sub') return `{ "Fn::Sub": ${JSON.stringify(call.argument)} }`;
  const dot = call.argument.indexOf('.');
  const [owner, attribute] = [call.argument.slice(0, dot), call.argument.slice(dot + 1)];
  return `{ "Fn::GetAtt": [${JSON.stringify(owner)}, ${JSON.stringify(attribute)}] }`;
}

/** Words that nobody has to think about; all else is quoted. */
function isPlain(text: string): boolean {
  return /^[A-Za-z_](?:[\w./+-]|:(?=[\w:])(?!:$))*$/.test(text) && typeof plainScalarValue(text) === 'string';
}

function isList(value: Spelled): value is readonly Spelled[] {
  return Array.isArray(value);
}

export function isMap(value: Spelled): value is SpelledMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Call);
}
