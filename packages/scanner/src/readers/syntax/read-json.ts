import type { DiagnosticList } from './diagnostic-list.ts';
import { diagnosticList } from './diagnostic-list.ts';
import { jsonString } from './json-string.ts';
import { LIMITS } from './limits.ts';
import { lastEntriesWin, shown } from './map-entries.ts';
import type { MapEntry, ScalarNode, SyntaxDocument, SyntaxNode } from './syntax-node.ts';
import { refuseText } from './unreadable-text.ts';

/**
 * Reads JSON with the place of every node. Comments and trailing commas are read over with the note `json-not-strict`;
 * what is no JSON at all becomes `template-json-invalid` beside everything read until there. Never throws, and keeps its
 * own stack, so depth costs nothing.
 */
export function readJson(text: string, file: string): SyntaxDocument {
  const refused = refuseText(text, file);
  if (refused !== undefined) return refused;
  const found = diagnosticList(file);
  const root = new JsonReader(text, found).read();
  return { root, documents: root === undefined ? [] : [root], diagnostics: found.diagnostics };
}

interface Open {
  readonly isMap: boolean;
  readonly start: number;
  readonly entries: MapEntry[];
  readonly items: SyntaxNode[];
  key: string;
  keyStart: number;
  keyEnd: number;
  /** What may stand next: a key or item, a colon, a value, or a comma. */
  expects: 'member' | 'colon' | 'value' | 'comma';
  /** Where the last comma stands that no member has followed yet. */
  comma: number;
}

const LITERALS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
/** Characters that end a bare word. */
const WORD = /[^\s,:[\]{}"/]+|\//y;

/** Goes once over the text of one file. */
class JsonReader {
  readonly #text: string;
  readonly #found: DiagnosticList;
  readonly #stack: Open[] = [];
  #at = 0;
  #root: SyntaxNode | undefined;
  #looseNoted = false;

  constructor(text: string, found: DiagnosticList) {
    this.#text = text;
    this.#found = found;
  }

  read(): SyntaxNode | undefined {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    for (;;) {
      this.#skipTrivia();
      if (this.#at >= this.#text.length) break;
      if (this.#root !== undefined && this.#stack.length === 0) {
        this.#invalid(this.#at, this.#text.length, 'there is text behind the end of the value');
        return this.#root;
      }
      if (!this.#token()) break;
    }
    if (this.#stack.length > 0 && this.#at >= this.#text.length) {
      this.#invalid(this.#text.length, this.#text.length, 'the text ends inside a map or list');
    }
    while (this.#stack.length > 0) this.#close(this.#at);
    return this.#root;
  }

  /** Reads one token; false when nothing after it can be trusted. */
  #token(): boolean {
    const top = this.#stack[this.#stack.length - 1];
    switch (this.#text.charCodeAt(this.#at)) {
      case 0x7b:
        return this.#open(true, top);
      case 0x5b:
        return this.#open(false, top);
      case 0x7d:
      case 0x5d:
        return this.#closing(top);
      case 0x2c:
        if (top === undefined || top.expects !== 'comma') return this.#unexpected();
        top.expects = 'member';
        top.comma = this.#at++;
        return true;
      case 0x3a:
        if (top === undefined || top.expects !== 'colon') return this.#unexpected();
        top.expects = 'value';
        this.#at++;
        return true;
      case 0x22:
        return this.#string(top);
      default:
        return this.#word(top);
    }
  }

  #open(isMap: boolean, top: Open | undefined): boolean {
    if (!this.#mayBegin(top)) return this.#unexpected();
    if (this.#stack.length >= LIMITS.depth) {
      this.#found.add(
        'template-too-deep',
        'incomplete',
        this.#at,
        this.#at + 1,
        `The file nests maps and lists deeper than ${LIMITS.depth} levels; it was read only up to here.`,
        'Flatten the nested maps and lists.',
      );
      return false;
    }
    const open: Open = {
      isMap,
      start: this.#at,
      entries: [],
      items: [],
      key: '',
      keyStart: 0,
      keyEnd: 0,
      expects: 'member',
      comma: -1,
    };
    this.#stack.push(open);
    this.#at++;
    return true;
  }

  #closing(top: Open | undefined): boolean {
    const closesMap = this.#text.charCodeAt(this.#at) === 0x7d;
    if (top === undefined || top.isMap !== closesMap || top.expects === 'colon' || top.expects === 'value')
      return this.#unexpected();
    if (top.expects === 'member' && top.comma >= 0) this.#loose(top.comma, 'a comma stands behind the last member');
    this.#close(++this.#at);
    return true;
  }

  #close(end: number): void {
    const open = this.#stack.pop();
    if (open === undefined) return;
    const { start } = open;
    this.#deliver(
      open.isMap
        ? { kind: 'map', start, end, tag: undefined, entries: lastEntriesWin(open.entries, this.#found) }
        : { kind: 'list', start, end, tag: undefined, items: open.items },
    );
  }

  #string(top: Open | undefined): boolean {
    const start = this.#at;
    const read = jsonString(this.#text, start);
    if (read.problem !== undefined) this.#invalid(read.problem.at, read.problem.at + 1, read.problem.message);
    if (read.hasControlCharacter) this.#loose(start, 'a line break or tab stands inside a string');
    if (top?.isMap === true && top.expects === 'member') {
      top.key = read.value;
      top.keyStart = start;
      top.keyEnd = read.end;
      top.expects = 'colon';
      this.#at = read.end;
      return read.closed;
    }
    if (!this.#mayBegin(top)) return this.#unexpected();
    this.#at = read.end;
    this.#deliver({
      kind: 'scalar',
      start,
      end: read.end,
      tag: undefined,
      value: read.value,
      text: read.value,
      quoted: true,
    });
    return read.closed;
  }

  #word(top: Open | undefined): boolean {
    if (!this.#mayBegin(top)) return this.#unexpected();
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#text)?.[0] ?? '';
    const start = this.#at;
    const end = start + word.length;
    if (word === '') return this.#unexpected();
    let value: ScalarNode['value'] = word;
    const literal = LITERALS.get(word);
    if (literal !== undefined) value = literal;
    else if (NUMBER.test(word)) value = Number(word);
    else this.#invalid(start, end, `${shown(word)} is neither a string in quotes nor a number, true, false or null`);
    this.#at = end;
    this.#deliver({ kind: 'scalar', start, end, tag: undefined, value, text: word, quoted: false });
    return true;
  }

  #mayBegin(top: Open | undefined): boolean {
    return top === undefined || top.expects === (top.isMap ? 'value' : 'member');
  }

  #deliver(node: SyntaxNode): void {
    const top = this.#stack[this.#stack.length - 1];
    if (top === undefined) this.#root = node;
    else {
      top.expects = 'comma';
      top.comma = -1;
      if (top.isMap)
        top.entries.push({ key: top.key, keyStart: top.keyStart, keyEnd: top.keyEnd, value: node, merged: undefined });
      else top.items.push(node);
    }
  }

  #skipTrivia(): void {
    const text = this.#text;
    for (;;) {
      const unit = text.charCodeAt(this.#at);
      if (unit === 32 || unit === 10 || unit === 13 || unit === 9) this.#at++;
      else if (unit === 0x2f && (text.charCodeAt(this.#at + 1) === 0x2f || text.charCodeAt(this.#at + 1) === 0x2a))
        this.#comment();
      else return;
    }
  }

  #comment(): void {
    this.#loose(this.#at, 'there is a comment');
    const close = this.#text.charCodeAt(this.#at + 1) === 0x2f ? '\n' : '*/';
    const end = this.#text.indexOf(close, this.#at + 2);
    this.#at = end === -1 ? this.#text.length : end + close.length;
  }

  #unexpected(): boolean {
    const top = this.#stack[this.#stack.length - 1];
    const wanted = {
      member: 'a key or value',
      colon: 'a colon',
      value: 'a value',
      comma: 'a comma or the closing bracket',
    };
    const expected =
      top === undefined ? 'a value' : top.isMap && top.expects === 'member' ? 'a key in quotes' : wanted[top.expects];
    this.#invalid(this.#at, this.#at + 1, `${expected} was expected here`);
    return false;
  }

  #invalid(start: number, end: number, why: string): void {
    this.#found.add(
      'template-json-invalid',
      'incomplete',
      start,
      Math.min(end, this.#text.length),
      `This is no valid JSON: ${why}.`,
      'Correct it; "aws cloudformation validate-template" must accept the file.',
    );
  }

  /** Once a file: a commented file has hundreds of comments, and one note says it. */
  #loose(at: number, why: string): void {
    if (this.#looseNoted) return;
    this.#looseNoted = true;
    this.#found.add(
      'json-not-strict',
      'note',
      at,
      Math.min(at + 1, this.#text.length),
      `JSON does not allow this: ${why}. It was read over.`,
      'Remove it, so that every tool can read the file.',
    );
  }
}
