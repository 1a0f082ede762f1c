import type { FlowClass } from '../facts/flow-class.ts';
import type { CodeLanguage } from '../ir/module.ts';
import { handlerCode } from './example.ts';
import type { Example, SanitizerSpec, Transform } from './spec.ts';

/** A sink that shows whether a value is still dangerous for a class. */
export interface Use {
  readonly class: FlowClass;
  readonly imports: string;
  /** What the examples call `X`. */
  readonly tainted: string;
  readonly code: (value: string) => string;
}

const text = { javascript: 'input', python: 'input' } as const;
const anything = { javascript: 'body.input', python: 'body["input"]' } as const;

const files = {
  javascript: {
    imports: 'import { readFileSync } from "node:fs";',
    code: (value: string) => 'return readFileSync(`/tmp/photos/${' + value + '}`, "utf8");',
  },
  python: { imports: '', code: (value: string) => `return open(f"/tmp/photos/{${value}}").read()` },
} as const;

/** JavaScript, then Python: imports and what is done with the value. */
const uses: Readonly<Partial<Record<Transform, Readonly<Record<CodeLanguage, Use>>>>> = {
  'shell-quoted': use(
    'command-injection',
    text,
    'import { execSync } from "node:child_process";',
    (value) => 'return execSync(`file ${' + value + '}`);',
    'import os',
    (value) => `return os.system(f"file {${value}}")`,
  ),
  'file-name': use(
    'path-traversal',
    text,
    files.javascript.imports,
    files.javascript.code,
    files.python.imports,
    files.python.code,
  ),
  'inside-folder': use(
    'path-traversal',
    text,
    files.javascript.imports,
    (value) => `return readFileSync(${value}, "utf8");`,
    '',
    (value) => `return open(${value}).read()`,
  ),
  'url-encoded': use(
    'path-traversal',
    text,
    files.javascript.imports,
    files.javascript.code,
    files.python.imports,
    files.python.code,
  ),
  'html-escaped': use(
    'cross-site-scripting',
    text,
    '',
    (value) => 'return { statusCode: 200, headers: { "Content-Type": "text/html" }, body: `<p>${' + value + '}</p>` };',
    '',
    (value) => `return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<p>{${value}}</p>"}`,
  ),
  'sql-escaped': use(
    'sql-injection',
    text,
    'import pg from "pg";\nconst db = new pg.Client();',
    (value) => 'return db.query(`SELECT * FROM orders WHERE id = ${' + value + '}`);',
    'import psycopg2\ndb = psycopg2.connect("")',
    (value) => `return db.cursor().execute(f"SELECT * FROM orders WHERE id = {${value}}")`,
  ),
  'regex-escaped': use(
    'regex-denial-of-service',
    text,
    '',
    (value) => `return new RegExp(${value}).test("photo");`,
    'import re',
    (value) => `return re.search(${value}, "photo")`,
  ),
  'ldap-escaped': use(
    'ldap-injection',
    text,
    'import ldap from "ldapjs";\nconst directory = ldap.createClient({});',
    (value) => 'directory.search("ou=people", { filter: `(uid=${' + value + '})` });',
    'import ldap\ndirectory = ldap.initialize("ldaps://directory")',
    (value) => `return directory.search_s("ou=people", 2, f"(uid={${value}})")`,
  ),
  'xpath-escaped': use(
    'xpath-injection',
    text,
    'import xpath from "xpath";',
    (value) => 'return xpath.select(`//order[@id=${' + value + '}]`, {});',
    'from lxml import etree\norders = etree.fromstring("<orders/>")',
    (value) => `return orders.xpath(f"//order[@id={${value}}]")`,
  ),
  'line-free': use(
    'log-injection',
    text,
    '',
    (value) => 'console.log(`order ${' + value + '}`);',
    '',
    (value) => `print(f"order {${value}}")`,
  ),
  'json-encoded': use(
    'log-injection',
    text,
    '',
    (value) => 'console.log(`order ${' + value + '}`);',
    '',
    (value) => `print(f"order {${value}}")`,
  ),
  'host-checked': use(
    'server-side-request-forgery',
    text,
    '',
    (value) => `return fetch(${value});`,
    'import requests',
    (value) => `return requests.get(${value}).text`,
  ),
  'text-only': use(
    'nosql-injection',
    anything,
    'import { MongoClient } from "mongodb";\nconst users = new MongoClient("mongodb://db").db("shop").collection("users");',
    (value) => `return users.findOne({ name: ${value} });`,
    'from pymongo import MongoClient\nusers = MongoClient()["shop"]["users"]',
    (value) => `return users.find_one({"name": ${value}})`,
  ),
};

function use(
  flowClass: FlowClass,
  tainted: Readonly<Record<CodeLanguage, string>>,
  jsImports: string,
  js: Use['code'],
  pyImports: string,
  py: Use['code'],
): Readonly<Record<CodeLanguage, Use>> {
  return {
    javascript: { class: flowClass, tainted: tainted.javascript, imports: jsImports, code: js },
    python: { class: flowClass, tainted: tainted.python, imports: pyImports, code: py },
  };
}

export function commandUse(language: CodeLanguage): Use {
  const found = uses['shell-quoted']?.[language];
  if (found === undefined) throw new Error('There is no use for commands.');
  return found;
}

/** A sink of a class that the transform clears. */
export function useClearedBy(transform: Transform, language: CodeLanguage): Use {
  const stand = transform === 'schema-checked' || transform === 'operator-free' ? 'text-only' : transform;
  return uses[stand]?.[language] ?? commandUse(language);
}

/** The value as it comes, in the sink. */
export function rawCode(language: CodeLanguage, sink: Use): string {
  return handlerCode(language, sink.imports, sink.code(sink.tainted));
}

/** The result of an example in the sink. */
export function exampleCode(language: CodeLanguage, example: Example, sink: Use): string {
  const { imports, statements } = split(example, sink);
  const value = withTainted(example.value, sink);
  const lines = language === 'javascript' ? [`const result = ${value};`] : [`result = ${value}`];
  return handlerCode(
    language,
    [imports, sink.imports].join('\n').trim(),
    [...statements, ...lines, sink.code('result')].join('\n'),
  );
}

/** A guard before the sink that is given the value itself. */
export function guardedCode(row: SanitizerSpec, sink: Use): string {
  const { imports, statements } = split(row.example, sink);
  const test = withTainted(row.example.value, sink);
  const lines = row.language === 'javascript' ? javascriptGuard(row.works, test) : pythonGuard(row.works, test);
  return handlerCode(
    row.language,
    [imports, sink.imports].join('\n').trim(),
    [...statements, ...lines, sink.code(sink.tainted)].join('\n'),
  );
}

function javascriptGuard(works: SanitizerSpec['works'], test: string): readonly string[] {
  if (works === 'throws') return [`${test};`];
  return [`if (${works === 'guard' ? '!' : ''}(${test})) return { statusCode: 400 };`];
}

function pythonGuard(works: SanitizerSpec['works'], test: string): readonly string[] {
  if (works === 'throws') return [test];
  return [`if ${works === 'guard' ? 'not ' : ''}(${test}):`, '    return {"statusCode": 400}'];
}

function split(example: Example, sink: Use): { readonly imports: string; readonly statements: readonly string[] } {
  const lines = (example.before ?? '').split('\n').filter((line) => line !== '');
  const isStatement = (line: string): boolean => !/^(?:import|from) /.test(line);
  return {
    imports: lines.filter((line) => !isStatement(line)).join('\n'),
    statements: lines.filter(isStatement).map((line) => withTainted(line, sink)),
  };
}

function withTainted(code: string, sink: Use): string {
  return code.replace(/\bX\b/g, sink.tainted);
}
