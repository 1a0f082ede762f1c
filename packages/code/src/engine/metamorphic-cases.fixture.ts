import type { FlowClass } from '../facts/flow-class.ts';

/** A weakness as one statement over a variable `name`, and its repaired twin. */
export interface Weakness {
  readonly title: string;
  readonly class: FlowClass;
  readonly imports: readonly (readonly [names: string, module: string])[];
  readonly before?: string;
  readonly bad: string;
  readonly good: string;
}

export const javascriptWeaknesses: readonly Weakness[] = [
  {
    title: 'a command',
    class: 'command-injection',
    imports: [['exec, execFile', 'child_process']],
    bad: 'exec(`tar czf /tmp/${name}.tgz /tmp/orders`);',
    good: 'execFile("tar", ["czf", "/tmp/orders.tgz", "--", name]);',
  },
  {
    title: 'a query',
    class: 'sql-injection',
    imports: [['Pool', 'pg']],
    before: 'const pool = new Pool();',
    bad: 'await pool.query("SELECT * FROM orders WHERE name = \'" + name + "\'");',
    good: 'await pool.query("SELECT * FROM orders WHERE name = $1", [name]);',
  },
  {
    title: 'a path',
    class: 'path-traversal',
    imports: [
      ['readFileSync', 'fs'],
      ['basename', 'path'],
    ],
    bad: 'readFileSync("/tmp/orders/" + name);',
    good: 'readFileSync("/tmp/orders/" + basename(name));',
  },
  {
    title: 'a request',
    class: 'server-side-request-forgery',
    imports: [['request', 'undici']],
    bad: 'await request(`https://${name}/orders`);',
    good: 'await request(`https://api.example.com/orders?name=${encodeURIComponent(name)}`);',
  },
  {
    title: 'code',
    class: 'code-injection',
    imports: [['runInNewContext', 'vm']],
    bad: 'runInNewContext("total = " + name);',
    good: 'runInNewContext("total = " + Number(name));',
  },
  {
    title: 'an expression of DynamoDB',
    class: 'nosql-injection',
    imports: [
      ['DynamoDBClient', '@aws-sdk/client-dynamodb'],
      ['DynamoDBDocumentClient, ScanCommand', '@aws-sdk/lib-dynamodb'],
    ],
    before: 'const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));',
    bad: 'await db.send(new ScanCommand({ TableName: "orders", FilterExpression: `price < ${name}` }));',
    good: 'await db.send(new ScanCommand({ TableName: "orders", FilterExpression: "price < :p", ExpressionAttributeValues: { ":p": name } }));',
  },
];

type Files = Readonly<Record<string, string>>;

const read = 'const name = JSON.parse(event.body).name;';
const answer = 'return { statusCode: 204 };';

function imports(weakness: Weakness, style: 'import' | 'require' = 'import'): string {
  const lines = weakness.imports.map(([names, module]) =>
    style === 'import' ? `import { ${names} } from '${module}';` : `const { ${names} } = require('${module}');`,
  );
  return [...lines, weakness.before ?? ''].join('\n');
}

/** The same weakness as people write it; the first file holds `handler`. */
export const javascriptRewritings: Readonly<Record<string, (weakness: Weakness, work: string) => Files>> = {
  'as it is': (w, work) => ({
    'index.mjs': `${imports(w)}\nexport const handler = async (event) => { ${read} ${work} ${answer} };`,
  }),
  'module.exports': (w, work) => ({
    'index.js': `${imports(w, 'require')}\nasync function handler(event) { ${read} ${work} ${answer} }\nmodule.exports = { handler };`,
  }),
  'exports.handler with a callback': (w, work) => ({
    'index.js': `${imports(w, 'require')}\nexports.handler = async function (event, context, callback) { ${read} ${work} callback(null, { statusCode: 204 }); };`,
  }),
  TypeScript: (w, work) => ({
    'index.ts': `import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';\n${imports(w)}\ninterface Order { readonly name: string }\nexport const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => { const { name } = JSON.parse(event.body!) as Order; ${work} ${answer} };`,
  }),
  middy: (w, work) => ({
    'index.js': `import middy from '@middy/core';\nimport httpJsonBodyParser from '@middy/http-json-body-parser';\n${imports(w)}\nconst work = async (event) => { const { name } = event.body; ${work} ${answer} };\nexport const handler = middy(work).use(httpJsonBodyParser());`,
  }),
  'a helper in another file': (w, work) => ({
    'index.js': `import { keep } from './lib/keep.js';\nexport const handler = async (event) => { ${read} await keep(name); ${answer} };`,
    'lib/keep.js': `${imports(w)}\nexport async function keep(name) { ${work} }`,
  }),
  'a method of a class': (w, work) => ({
    'index.js': `${imports(w)}\nclass Orders {\n  async keep(name) { ${work} }\n  async handle(event) { ${read} await this.keep(name); ${answer} }\n}\nconst orders = new Orders();\nexport const handler = (event) => orders.handle(event);`,
  }),
  destructuring: (w, work) => ({
    'index.js': `${imports(w)}\nexport const handler = async ({ body, headers: { host = '' } = {} }) => { const { name, ...rest } = JSON.parse(body ?? '{}'); ${work} ${answer} };`,
  }),
  'map with an async callback': (w, work) => ({
    'index.js': `${imports(w)}\nexport const handler = async (event) => { const { names } = JSON.parse(event.body); await Promise.all(names.map(async (name) => { ${work} })); ${answer} };`,
  }),
  're-export': (w, work) => ({
    'index.js': `export * from './handlers/index.js';`,
    'handlers/index.js': `export { remove as handler } from './remove.js';`,
    'handlers/remove.js': `${imports(w)}\nexport const remove = async (event) => { ${read} ${work} ${answer} };`,
  }),
};

export const pythonWeaknesses: readonly Weakness[] = [
  {
    title: 'a command',
    class: 'command-injection',
    imports: [['run', 'subprocess']],
    bad: 'run(f"tar czf /tmp/{name}.tgz /tmp/orders", shell=True)',
    good: 'run(["tar", "czf", "/tmp/orders.tgz", "--", name])',
  },
  {
    title: 'a query',
    class: 'sql-injection',
    imports: [['connect', 'psycopg2']],
    before: 'cursor = connect("").cursor()',
    bad: 'cursor.execute("SELECT * FROM orders WHERE name = \'%s\'" % name)',
    good: 'cursor.execute("SELECT * FROM orders WHERE name = %s", (name,))',
  },
  {
    title: 'a path',
    class: 'path-traversal',
    imports: [['basename, join', 'os.path']],
    bad: 'open(join("/tmp/orders", name)).read()',
    good: 'open(join("/tmp/orders", basename(name))).read()',
  },
  {
    title: 'a request',
    class: 'server-side-request-forgery',
    imports: [['get', 'requests']],
    bad: 'get(f"https://{name}/orders", timeout=5)',
    good: 'get("https://api.example.com/orders", params={"name": name}, timeout=5)',
  },
  {
    title: 'data that becomes objects',
    class: 'unsafe-deserialization',
    imports: [
      ['loads', 'pickle'],
      ['b64decode', 'base64'],
    ],
    bad: 'loads(b64decode(name))',
    good: 'b64decode(name)',
  },
];

const readPython = 'name = json.loads(event["body"])["name"]';

function pythonImports(weakness: Weakness): string {
  const lines = weakness.imports.map(([names, module]) => `from ${module} import ${names}`);
  return ['import json', ...lines, weakness.before ?? ''].join('\n');
}

export const pythonRewritings: Readonly<Record<string, (weakness: Weakness, work: string) => Files>> = {
  'as it is': (w, work) => ({
    'app.py': `${pythonImports(w)}\ndef handler(event, context):\n    ${readPython}\n    ${work}\n`,
  }),
  'an alias of the handler': (w, work) => ({
    'app.py': `${pythonImports(w)}\ndef remove(event, _context=None):\n    ${readPython}\n    ${work}\nhandler = remove\n`,
  }),
  types: (w, work) => ({
    'app.py': `from typing import Any, Dict\n${pythonImports(w)}\ndef handler(event: Dict[str, Any], context: Any) -> Dict[str, int]:\n    order: Dict[str, str] = json.loads(event.get("body") or "{}")\n    name: str = order.get("name", "")\n    ${work}\n    return {"statusCode": 204}\n`,
  }),
  'decorators of Powertools': (w, work) => ({
    'app.py': `from aws_lambda_powertools import Logger, Tracer\n${pythonImports(w)}\nlogger = Logger()\ntracer = Tracer()\n@logger.inject_lambda_context\n@tracer.capture_lambda_handler\ndef handler(event, context):\n    ${readPython}\n    ${work}\n`,
  }),
  'a helper in another file': (w, work) => ({
    'app.py': `import json\nfrom lib.keep import keep\ndef handler(event, context):\n    ${readPython}\n    keep(name)\n`,
    'lib/__init__.py': '',
    'lib/keep.py': `${pythonImports(w)}\ndef keep(name):\n    ${work}\n`,
  }),
  'a method of a class': (w, work) => ({
    'app.py': `${pythonImports(w)}\nclass Orders:\n    def keep(self, name):\n        ${work}\n    def handle(self, event):\n        ${readPython}\n        self.keep(name)\ndef handler(event, context):\n    return Orders().handle(event)\n`,
  }),
  unpacking: (w, work) => ({
    'app.py': `${pythonImports(w)}\ndef keep(*, name, **rest):\n    ${work}\ndef handler(event, context):\n    body, *_ = event["body"], None\n    keep(**json.loads(body))\n`,
  }),
  'a comprehension over a function': (w, work) => ({
    'app.py': `${pythonImports(w)}\ndef keep(name):\n    ${work}\ndef handler(event, context):\n    return [keep(order["name"]) for order in json.loads(event["body"])["orders"]]\n`,
  }),
  're-export': (w, work) => ({
    'app.py': 'from handlers import *\n',
    'handlers/__init__.py': 'from .remove import remove as handler\n',
    'handlers/remove.py': `${pythonImports(w)}\ndef remove(event, context):\n    ${readPython}\n    ${work}\n`,
  }),
};
