import { memoryTree, type Known } from '@leastwise/model';
import { expect, it } from 'vitest';
import { inlineCode } from './inline-code.ts';

const code = 'import os\ndef handler(event, _):\n    os.system("ls " + event["path"])\n';
const block = `      ZipFile: |\n${code.replaceAll(/^(?=.)/gm, '        ')}`;
const json = `{ "ZipFile": ${JSON.stringify(code)} }`;

it.each([
  ['a block of YAML', block, block.indexOf('|')],
  ['a text of JSON', json, json.indexOf('"import')],
])('finds a call in %s where it is written', (_, template, start) => {
  const value: Known = { kind: 'known', value: code, origin: { file: 't', start, end: template.length } };
  const inline = inlineCode(value, memoryTree({ t: template }));
  for (const word of ['import', 'os.system', 'event["path"]', 'def handler']) {
    const from = inline?.offsetOf(code.indexOf(word)) ?? -1;
    const to = inline?.offsetOf(code.indexOf(word) + word.length - 1) ?? -1;
    expect(template.slice(from, to + 1).replaceAll('\\"', '"')).toBe(word);
  }
});
