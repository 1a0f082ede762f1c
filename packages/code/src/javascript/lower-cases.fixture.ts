/** What people and compilers write, by the feature that it shows. */
export const lowerCases: Readonly<Record<string, string>> = {
  'constants and operators': `const total = -3 + 4 * price; const big = 10_000n; const id = typeof total === 'number' ? void 0 : null;`,
  'text joined from parts': `const a = 'orders/' + id + '.json'; const b = one + two + '-' + three; const c = \`\${id}-\${Number(n)}!\`; let d = 'x'; d += \`y\${id}\`;`,
  'a tagged template': `const query = Prisma.sql\`select * from orders where id = \${id}\`;`,
  hoisting: `run(place); function place() { return later; var later = 1; } { function place() {} place(); }`,
  shadowing: `const id = 1; { const id = 2; use(id); } function f(id) { return () => id; } use(id, missing); missing = 3;`,
  destructuring: `const { body, headers: { host = 'none' } = {}, [key]: value, ...rest } = event; const [first, , third = 3, ...others] = list; ({ a: box.a, b: [c] } = event);`,
  parameters: `function place({ id, ...more }, limit = 10, ...lines) { return arguments.length; }`,
  'optional chains': `const name = event?.body?.user.name; const sent = client?.send?.(x).then(y); const plain = (a?.b).c; delete a?.b;`,
  'logical operators': `const a = x && y && z; const b = p || q; const c = r ?? s; check(id) && run(id); find(id) || fail();`,
  'conditions that guard': `if (known(id) && !banned(id)) run(id); if (!id || bad(id)) throw new Error('no'); if (a || b) {} else c(); if (!(a && b)) d();`,
  'logical assignments': `cache.client ??= make(); let n; n ||= 1; n &&= n + 1;`,
  'compound assignments and updates': `let i = 0; i += 2; const before = i++; const after = --list[i].count; box['total'] -= 1;`,
  calls: `send(...lines, last); new Client({ region }).send(cmd); orders.place.call(null, id); (0, orders.place)(id); new (pick())(1);`,
  loops: `for (let i = 0; i < n; i++) { if (i === 3) continue; use(i); } while (more()) { if (stop) break; } do { step(); } while (again());`,
  'loops over things': `for (const { id } of orders) use(id); for (key in map) use(map[key]); async () => { for await (const part of stream) use(part); };`,
  labels: `outer: for (const a of as) { for (const b of bs) { if (b) continue outer; if (a) break outer; } } block: { if (x) break block; use(x); }`,
  'a switch': `switch (event.httpMethod) { case 'GET': read(); break; case 'PUT': case 'POST': { const id = write(); use(id); break; } default: refuse(); }`,
  'a switch that falls through': `switch (n) { case 1: one(); case 2: two(); default: other(); case 3: three(); }`,
  'a switch that is left from its middle': `for (const n of ns) { switch (n) { case 1: if (n) break; one(); break; case 2: continue; case 3: return; } after(); }`,
  try: `try { risky(); } catch ({ message }) { log(message); } finally { done(); } try { other(); } catch { quiet(); } try { x(); } catch (error) { throw error; }`,
  functions: `const place = async (event) => event.id; const named = function again(n) { return again(n - 1); }; exports.cancel = function () {}; const o = { run() {}, async *all() { yield 1; yield* others(); }, get total() { return 1; }, set total(v) {}, ['k' + 1]: () => {} };`,
  classes: `class Order extends Base { #id = 1; static table = process.env.TABLE; static { start(this); } constructor(id) { super(id); this.#id = id; } get id() { return this.#id; } static make() { return super.make(); } save() { return super.save(this.#id in all); } async ['run']() {} }`,
  'class expressions': `const A = class Inner { again() { return Inner; } }; module.exports = class extends Base {};`,
  literals: `const list = [1, , ...more]; const map = { a, 'b-c': 1, 3: 2, ...rest, __proto__: null }; const r = /^[a-z]+$/i;`,
  'generators and await': `async function* pages() { const next = await fetch(url); const sent = yield next; }`,
  'this and its relatives': `function F() { return [this, new.target, () => this]; } const here = import.meta.url;`,
  'a sequence and void': `const x = (a(), b()); for (i = 0, j = 1; ; ) {} void send();`,
  CommonJS: `const { S3 } = require('aws-sdk'); const orders = require(\`./orders\`); const name = require(pick); module.exports = { handler }; exports.other = 1;`,
  'a require of somebody else': `function load(require) { return require('fs'); }`,
  'ES modules': `import fs, { join as j } from 'fs'; import * as aws from '@aws-sdk/client-s3'; import './setup'; export const a = 1, { b } = c; export function f() {} export { a as z, fs }; export { x as y, default as w } from './x'; export * from './all'; export * as ns from './ns'; export default async (event) => event;`,
  'a default export of a class and of a function': `export default class { run() {} }\nexport { f as default }; function f() {}`,
  'a function without a name as default export': `export default function (event) { return event; }`,
  'dynamic imports': `const m = await import('./orders.js'); const n = await import(name); import { createRequire } from 'module'; const load = createRequire(import.meta.url); load('./legacy');`,
};

export const typescriptCases: Readonly<Record<string, string>> = {
  'types vanish': `import type { A } from './a'; import { type B, c } from './b'; import { type D } from './d'; export type { A } from './a'; interface I {} type T = I; declare const g: string; declare function h(): void; const x = <any>(c as T)!.y satisfies T; export type Z = 1;`,
  'overloads and abstract members': `function f(a: string): void; function f(a: any) { return a; } abstract class C { abstract m(): void; declare x: string; y?: string; n(this: C, a?: string) {} }`,
  enums: `enum Status { Open, Paid = 'paid', Shipped = 3, Lost, Mixed = Open | Shipped } const enum Flag { A = -1, B } declare enum Ambient { X } use(Status.Open);`,
  namespaces: `namespace Orders { export const table = 'orders'; const hidden = 1; export function key() { return table; } } namespace Orders { export class More {} } namespace A.B { export const c = 1; }`,
  'parameter properties': `class Repo { constructor(private readonly table: string, public limit = 10, other: number) { start(); } }`,
  decorators: `@Controller('orders') class Orders { constructor(@Inject(DB) private db: Db) {} @Post(':id') place(@Body() body: Order, @Param('id') id: string) {} @Input() name: string; }`,
  'import equals and export equals': `import fs = require('fs'); import Status = Orders.Status; import type x = require('x'); export = handler;`,
  'annotated parameters': `export const handler = async (event: APIGatewayProxyEventV2 & {\n  extra: string }, { id }: Context = {}): Promise<void> => {};`,
};

export const compiledCases: Readonly<Record<string, string>> = {
  'TypeScript to CommonJS': `"use strict"; var __importDefault = (this && this.__importDefault) || function (m) { return m; };
Object.defineProperty(exports, "__esModule", { value: true }); exports.place = exports.handler = void 0;
const express_1 = __importDefault(require("express")); const fs = __importStar(require("fs")); const orders_1 = require("./orders");
Object.defineProperty(exports, "place", { enumerable: true, get: function () { return orders_1.place; } });
__exportStar(require("./more"), exports); const handler = async () => (0, orders_1.place)(express_1.default); exports.handler = handler;`,
  'TypeScript with generators for async': `function handler(event) { return __awaiter(this, void 0, void 0, function* () { const x = yield load(event); return x; }); }`,
  Babel: `Object.defineProperty(exports, "__esModule", { value: true }); exports.default = void 0; var _fs = _interopRequireDefault(require("fs")); var _all = require("./all");
Object.keys(_all).forEach(function (key) { if (key === "default") return; Object.defineProperty(exports, key, { enumerable: true, get: function () { return _all[key]; } }); });
const handler = function () { var _ref = _asyncToGenerator(function* (event) { yield _fs.default.promises.readFile(event.name); }); return function handler(_x) { return _ref.apply(this, arguments); }; }(); var _default = handler; exports.default = _default;`,
  esbuild: `var src_exports = {}; __export(src_exports, { handler: () => handler, late: () => late }); module.exports = __toCommonJS(src_exports); var import_client = require("@aws-sdk/client-s3"); var import_lib = __toESM(require("./lib"), 1); var handler = async (event) => { (0, import_lib.default)(event); }; var late; late = 1; 0 && (module.exports = { handler });`,
};

export const jsxCases: Readonly<Record<string, string>> = {
  elements: `const page = <Layout title="Orders" {...rest} wide><ui.List items={items}/> text {name} <b class={c}>x</b><></>{/* nothing */}</Layout>;`,
};
