import { gunzipSync, gzipSync } from 'node:zlib';
import type { Value } from '@leastwise/model';
import { readJson } from '../../../syntax/read-json.ts';
import { known } from '../../../cloudformation/values.ts';
import { decodeText, encodedAs, isEncodedText, jsonText, structureOf } from '../encoded-text.ts';
import { argument, mistake, plainText, result, textArgument, type Call, type TerraformFunction } from './call.ts';

const of =
  (change: (text: string) => string | undefined): TerraformFunction =>
  (call) => {
    const text = textArgument(call, 0);
    if (text === undefined) return undefined;
    return change(text) ?? mistake(call, 'the text is not encoded like this.');
  };

/** https://developer.hashicorp.com/terraform/language/functions/jsonencode and the pages beside it */
export const encodingFunctions: Readonly<Record<string, TerraformFunction>> = {
  jsonencode(call) {
    const value = call.args[0];
    if (value === undefined) return undefined;
    if (value.kind === 'known' && (value.value instanceof Map || Array.isArray(value.value)) && !isEncodedText(value))
      return encodedAs({ ...value, origin: call.origin });
    if (value.kind === 'known') return jsonText(value);
    return value.kind === 'reference' || value.kind === 'text' ? jsonText(value) : undefined;
  },
  yamlencode(call) {
    const value = call.args[0];
    return value?.kind === 'known' && typeof value.value === 'object'
      ? encodedAs({ ...value, origin: call.origin })
      : undefined;
  },
  jsondecode: (call) => decoded(call, 'json'),
  yamldecode: (call) => decoded(call, 'yaml'),
  csvdecode(call) {
    const text = textArgument(call, 0);
    if (text === undefined) return undefined;
    const [header, ...rows] = csvRows(text);
    if (header === undefined) return mistake(call, 'there is no header.');
    return result(
      call,
      rows.map((row) =>
        known(new Map(header.map((name, index) => [name, known(row[index] ?? '', call.origin)])), call.origin),
      ),
    );
  },
  base64encode: of((text) => Buffer.from(text, 'utf8').toString('base64')),
  base64decode: of((text) =>
    /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : undefined,
  ),
  base64gzip: of((text) => gzipSync(text).toString('base64')),
  base64gunzip: of((text) => {
    try {
      return gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: 1_000_000 }).toString('utf8');
    } catch {
      return undefined;
    }
  }),
  textencodebase64: of((text) => Buffer.from(text, 'utf8').toString('base64')),
  textdecodebase64: of((text) => Buffer.from(text, 'base64').toString('utf8')),
  urlencode: of((text) =>
    encodeURIComponent(text.replaceAll(LONE, '\uFFFD'))
      .replaceAll('%20', '+')
      .replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`),
  ),
  urldecode: of((text) => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      return undefined;
    }
  }),
};

function decoded(call: Call, language: 'json' | 'yaml'): Value | undefined {
  const value = argument(call, 0);
  if (value === undefined) return undefined;
  if (isEncodedText(value)) return structureOf(value);
  const structure = decodeText(value, language);
  if (structure !== undefined) return structure;
  const text = plainText(value);
  if (text === undefined) return undefined;
  const scalar = readJson(text, call.origin.file);
  if (scalar.root?.kind === 'scalar' && scalar.diagnostics.length === 0) return known(scalar.root.value, call.origin);
  return language === 'yaml' && !text.includes('\n')
    ? known(text, call.origin)
    : mistake(call, 'the text cannot be read.');
}

/** Half of a surrogate pair. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** RFC 4180. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    if (row.length > 0 || cell !== '') rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}
