import type { CodeLanguage } from '../ir/module.ts';
import type { FlowClass } from '../facts/flow-class.ts';
import type { SinkSpec } from './spec.ts';

/** One row of a table of sinks; what the whole table has in common is said once. */
export interface SinkRow extends Omit<SinkSpec, 'language' | 'class' | 'position'> {
  readonly class?: FlowClass;
  readonly position?: SinkSpec['position'];
  /** Imports and other lines before the handler, of both examples. */
  readonly before?: string;
}

export interface SinkDefaults {
  readonly language: CodeLanguage;
  readonly class: FlowClass;
  readonly position: SinkSpec['position'];
}

/**
 * Completes the rows of one table. In the examples `input` is a text of the query and `body` the parsed body of an API
 * request; either is declared when an example uses it.
 */
export function sinksOf(defaults: SinkDefaults, rows: readonly SinkRow[]): readonly SinkSpec[] {
  return rows.map(({ before = '', ...row }) => ({
    ...defaults,
    ...row,
    id: `${defaults.language}/${row.id}`,
    bad: handlerCode(defaults.language, before, row.bad),
    good: handlerCode(defaults.language, before, row.good),
  }));
}

/** A whole file with a handler that does this. */
export function handlerCode(language: CodeLanguage, before: string, body: string): string {
  const usesInput = /\binput\b/.test(body);
  const usesBody = /\bbody\b/.test(body);
  if (language === 'javascript') {
    const lines = [
      ...(usesInput ? ['const input = event.queryStringParameters.input;'] : []),
      ...(usesBody ? ['const body = JSON.parse(event.body);'] : []),
      ...body.split('\n'),
    ];
    return `${headed(before)}export const handler = async (event) => {\n${indented(lines, '  ')}\n};\n`;
  }
  const lines = [
    ...(usesInput ? ['input = event["queryStringParameters"]["input"]'] : []),
    ...(usesBody ? ['body = json.loads(event["body"])'] : []),
    ...body.split('\n'),
  ];
  const imports = usesBody ? `import json\n${before}` : before;
  return `${headed(imports)}def handler(event, context):\n${indented(lines, '    ')}\n`;
}

function headed(before: string): string {
  return before === '' ? '' : `${before.trimEnd()}\n\n`;
}

/** What comes after an empty line stands beside the handler. */
function indented(lines: readonly string[], by: string): string {
  const end = lines.includes('') ? lines.indexOf('') : lines.length;
  return lines.map((line, index) => (index >= end ? line : by + line)).join('\n');
}
