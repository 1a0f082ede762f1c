import type { Random } from './random.ts';

/** Damages a template as editors, merges and attackers do: one to eight of the ways below. */
export function mutate(text: string, random: Random): string {
  let mutated = text;
  const ways = 1 + random.below(8);
  for (let way = 0; way < ways; way++) mutated = random.pick(WAYS)(mutated, random);
  return mutated;
}

type Way = (text: string, random: Random) => string;

/** What may stand where something else is expected: each kind of value, and each intrinsic with an argument of the wrong kind. */
const VALUES = [
  'null',
  '~',
  '""',
  '0',
  '-1',
  '1e999',
  '.nan',
  'true',
  'false',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '{"": {}}',
  '"*"',
  '{"a": [1, {"b": null}]}',
  '2026-11-01',
  '{"Ref": "Nothing"}',
  '{"Ref": []}',
  '{"Ref": "AWS::NoValue"}',
  '{"Ref": "AWS::Region"}',
  '{"Fn::GetAtt": "a"}',
  '{"Fn::GetAtt": ["F", "Arn", "x"]}',
  '{"Fn::GetAtt": {}}',
  '{"Fn::Sub": []}',
  '{"Fn::Sub": "${"}',
  '{"Fn::Sub": ["${a}", {"a": []}]}',
  '{"Fn::Join": [",", {"Ref": "X"}]}',
  '{"Fn::Join": null}',
  '{"Fn::If": ["No"]}',
  '{"Fn::If": ["IsProd", {"Ref": "AWS::NoValue"}, []]}',
  '{"Fn::Select": ["x", "y"]}',
  '{"Fn::Split": [1, 2]}',
  '{"Fn::FindInMap": [{}, [], 1]}',
  '{"Fn::ImportValue": {"Fn::Sub": 1}}',
  '{"Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "./template.yaml"}}}',
  '{"Fn::ForEach::X": ["A", ["b"], {"${A}": {"Ref": "A"}}]}',
  '{"Fn::Cidr": ["10.0.0.0/8", 99999, 8]}',
  '{"Fn::Base64": {}}',
  '{"Fn::Length": 3}',
  '{"Fn::ToJsonString": [{"a": {"Ref": "B"}}]}',
  '{"Condition": "A"}',
  '"{{resolve:secretsmanager:a:SecretString:b}}"',
  '"{{resolve:"',
  '"arn:aws:iam::123456789012:role/x"',
  '"arn:::::"',
  '"__proto__"',
  '"\\ud800"',
  '"a: b"',
  '!Ref X',
  '!Sub',
  '!GetAtt A.B',
  '!Unknown {a: 1}',
  '&a [1]',
  '*a',
  '"${"',
  '"../../../etc/passwd"',
];

const NOISE = [
  '\t',
  '\n',
  '\r',
  ' ',
  ':',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '>',
  '#',
  '&a ',
  '*a',
  '!',
  '!!int ',
  '%',
  '@',
  '---\n',
  '...',
  '<<: ',
  ',',
  '\uD800',
  '\uFEFF',
  '\\',
  '\0',
  '\u2028',
  '\u{1F4A9}',
];

const WAYS: readonly Way[] = [
  replaceValue,
  replaceValue,
  replaceValue,
  replaceValue,
  dropLines,
  repeatLines,
  moveLines,
  indent,
  copyName,
  copyName,
  addNoise,
  cutOff,
  swapWords,
];

/** Puts another kind of value behind a key. */
function replaceValue(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = pickLine(lines, random, (line) => /:\s*\S/.test(line) || /^\s*-\s+\S/.test(line) || /:\s*$/.test(line));
  if (at === undefined) return text;
  const line = lines[at] ?? '';
  const value = random.pick(VALUES);
  const isBlock = /:\s*$/.test(line);
  const comma = /,\s*$/.test(line) ? ',' : '';
  lines[at] =
    /:\s/.test(line) || isBlock
      ? line.replace(/:(\s.*)?$/, `: ${value}${comma}`)
      : line.replace(/-\s.*$/, `- ${value}`);
  if (isBlock && random.below(2) === 0) lines.splice(at + 1, blockBelow(lines, at));
  return lines.join('\n');
}

function dropLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  lines.splice(at, random.below(2) === 0 ? 1 : 1 + blockBelow(lines, at));
  return lines.join('\n');
}

function repeatLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const block = lines.slice(at, at + 1 + blockBelow(lines, at));
  lines.splice(at, 0, ...block);
  return lines.join('\n');
}

function moveLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const block = lines.splice(at, 1 + blockBelow(lines, at));
  lines.splice(random.below(lines.length + 1), 0, ...block);
  return lines.join('\n');
}

function indent(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const by = random.pick(['  ', ' ', '\t', '    ']);
  const end = at + 1 + blockBelow(lines, at);
  for (let index = at; index < end; index++)
    lines[index] = random.below(2) === 0 ? by + (lines[index] ?? '') : (lines[index] ?? '').replace(by, '');
  return lines.join('\n');
}

/** Puts one name where another stands, so that references, types and keys meet the wrong partner. */
function copyName(text: string, random: Random): string {
  const names = text.match(/[A-Za-z][A-Za-z0-9:_]{2,60}/g);
  if (names === null) return text;
  const from = random.pick(names);
  const to = random.pick(names);
  const first = text.indexOf(from, random.below(text.length));
  const at = first < 0 ? text.indexOf(from) : first;
  return text.slice(0, at) + to + text.slice(at + from.length);
}

function swapWords(text: string, random: Random): string {
  const words = [...text.matchAll(/"[^"\n]{0,80}"|'[^'\n]{0,80}'/g)];
  if (words.length === 0) return text;
  const word = random.pick(words);
  return text.slice(0, word.index) + random.pick(VALUES) + text.slice(word.index + word[0].length);
}

function addNoise(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(NOISE) + text.slice(at + random.below(4));
}

function cutOff(text: string, random: Random): string {
  return random.below(4) === 0 ? text.slice(0, random.below(text.length + 1)) : text;
}

function pickLine(lines: readonly string[], random: Random, wanted: (line: string) => boolean): number | undefined {
  const start = random.below(lines.length);
  for (let step = 0; step < lines.length; step++) {
    const at = (start + step) % lines.length;
    if (wanted(lines[at] ?? '')) return at;
  }
  return undefined;
}

/** How many of the following lines stand further in. */
function blockBelow(lines: readonly string[], at: number): number {
  const depth = depthOf(lines[at] ?? '');
  let count = 0;
  while (at + 1 + count < lines.length && depthOf(lines[at + 1 + count] ?? '') > depth) count++;
  return count;
}

const depthOf = (line: string): number =>
  line.trim() === '' ? Number.POSITIVE_INFINITY : line.length - line.trimStart().length;
