import { memoryTree } from '@leastwise/model';
import { describe, expect, test } from 'vitest';
import { resolveJavaScriptModule, type JavaScriptLinkContext, type JavaScriptModule } from './javascript-modules.ts';

const json = (value: unknown): string => JSON.stringify(value);

/** A shop of three packages, one of them published from a build, with a layer and a function written in plain JavaScript. */
const shop = memoryTree({
  'package.json': json({ name: 'shop', workspaces: ['packages/*', '!packages/attic', 'services/**'] }),
  'tsconfig.base.json': `{
    // Names that every service may use.
    "compilerOptions": { "baseUrl": ".", "paths": { "@shop/*": ["packages/*/src"], "config": ["packages/config/live.ts"], }, },
  }`,
  'packages/config/live.ts': '',
  'packages/prices/package.json': json({
    name: '@prices/core',
    main: 'dist/index.js',
    exports: { '.': { types: './dist/index.d.ts', import: './dist/index.js' }, './tax/*': './dist/tax/*.js' },
  }),
  'packages/prices/src/index.ts': '',
  'packages/prices/src/tax/vat.ts': '',
  'packages/prices/src/internal.ts': '',
  'packages/attic/package.json': json({ name: 'attic' }),
  'packages/attic/index.js': '',
  'services/orders/package.json': json({
    name: 'orders',
    imports: { '#db': './src/db.js', '#lib/*': { node: './src/lib/*.js' }, '#aws': '@aws-sdk/client-s3' },
  }),
  'services/orders/tsconfig.json': json({ extends: '../../tsconfig.base.json', compilerOptions: { strict: true } }),
  'services/orders/src/place.ts': '',
  'services/orders/src/db.ts': '',
  'services/orders/src/lib/keys.mts': '',
  'services/orders/src/lib/index.js': '',
  'services/orders/src/rates.json': '{}',
  'services/orders/src/types.d.ts': '',
  'services/orders/src/mail.html': '',
  'services/orders/src/view.tsx': '',
  'services/orders/src/model/package.json': json({ main: 'order' }),
  'services/orders/src/model/order.cjs': '',
  'layers/tools/nodejs/log.js': '',
  'layers/tools/nodejs/node_modules/pino/index.js': '',
  'layers/plain/mask.js': '',
  'node_modules/stripe/package.json': json({ exports: { require: './cjs.js', import: './esm.mjs' } }),
  'node_modules/stripe/esm.mjs': '',
});

const file = (path: string): JavaScriptModule => ({ kind: 'file', file: path });
const orders = 'services/orders/src/place.ts';
const context: JavaScriptLinkContext = { codeRoot: 'services/orders', layers: ['layers/tools', 'layers/plain'] };

describe('an import leads to', () => {
  test.each<[string, string, JavaScriptModule]>([
    ['a file without its extension', './db', file('services/orders/src/db.ts')],
    ['the TypeScript source of .js', './db.js', file('services/orders/src/db.ts')],
    ['the source of .mjs', './lib/keys.mjs', file('services/orders/src/lib/keys.mts')],
    ['a component', './view', file('services/orders/src/view.tsx')],
    ['the index of a folder', './lib', file('services/orders/src/lib/index.js')],
    ['the index of a folder with a slash', './lib/', file('services/orders/src/lib/index.js')],
    ['the folder that the file stands in', '..', { kind: 'missing', reason: 'no-file', message: expect.anything() }],
    ['the main file of a folder', './model', file('services/orders/src/model/order.cjs')],
    ['data', './rates.json', { kind: 'json', file: 'services/orders/src/rates.json' }],
    ['data without its extension', './rates', { kind: 'json', file: 'services/orders/src/rates.json' }],
    ['a file that is named by the query of a bundler', './db?inline', file('services/orders/src/db.ts')],
    ['a name of tsconfig that is inherited', 'config', file('packages/config/live.ts')],
    ['a name of tsconfig with a star', '@shop/prices', file('packages/prices/src/index.ts')],
    ['a path from baseUrl', 'packages/config/live', file('packages/config/live.ts')],
    ['the source of a workspace package that is not built', '@prices/core', file('packages/prices/src/index.ts')],
    ['a path that a workspace package exports', '@prices/core/tax/vat', file('packages/prices/src/tax/vat.ts')],
    ['a path of a workspace package below src', '@prices/core/internal', file('packages/prices/src/internal.ts')],
    ['a private name', '#db', file('services/orders/src/db.ts')],
    ['a private name with a star and a condition', '#lib/index', file('services/orders/src/lib/index.js')],
    ['a package by a private name', '#aws', { kind: 'package', name: '@aws-sdk/client-s3', subpath: '' }],
    ['the package itself', 'orders/src/db', file('services/orders/src/db.ts')],
    ['a file of a layer', '/opt/nodejs/log', file('layers/tools/nodejs/log.js')],
    ['a file that the build puts into nodejs', '/opt/nodejs/mask', file('layers/plain/mask.js')],
    ['a file of the deployed code', '/var/task/src/db', file('services/orders/src/db.ts')],
    ['a module of Node', 'fs', { kind: 'builtin', name: 'fs' }],
    ['a module of Node with its prefix', 'node:fs/promises', { kind: 'builtin', name: 'fs/promises' }],
    ['a package with a path', '@middy/core/util/x', { kind: 'package', name: '@middy/core', subpath: 'util/x' }],
    ['a package that the workspace leaves out', 'attic', { kind: 'package', name: 'attic', subpath: '' }],
    ['a package in a layer', 'pino', { kind: 'package', name: 'pino', subpath: '' }],
    ['a package that is installed', 'stripe', { kind: 'package', name: 'stripe', subpath: '' }],
  ])('%s', (_, specifier, expected) => {
    expect(resolveJavaScriptModule(shop, orders, specifier, context)).toEqual(expected);
  });

  test.each<[string, string, string]>([
    ['a path out of the root', '../../../../etc/passwd', 'outside-root'],
    ['a file that is not there', './gone', 'no-file'],
    ['a layer of another function', '/opt/python/x', 'no-file'],
    ['types only', './types.d.ts', 'not-code'],
    ['text', './mail.html', 'not-code'],
    ['an address', 'https://example.com/mod.js', 'not-code'],
  ])('nothing: %s', (_, specifier, reason) => {
    expect(resolveJavaScriptModule(shop, orders, specifier, context)).toMatchObject({ kind: 'missing', reason });
  });
});

test('packages that stand in the tree are entered when it is asked', () => {
  const follow = { ...context, followPackages: true };
  expect(resolveJavaScriptModule(shop, orders, 'stripe', follow)).toEqual(file('node_modules/stripe/esm.mjs'));
  expect(resolveJavaScriptModule(shop, orders, 'pino', follow)).toEqual(
    file('layers/tools/nodejs/node_modules/pino/index.js'),
  );
});

test('the workspaces of pnpm are read from their own file', () => {
  const tree = memoryTree({
    'package.json': '{}',
    'pnpm-workspace.yaml': "packages:\n  # libraries\n  - 'libs/*' # all\n  - apps/**\ncatalog:\n  - nothing\n",
    'libs/mail/package.json': json({ name: 'mail', source: 'src/send.ts', main: 'lib/send.js' }),
    'libs/mail/src/send.ts': '',
    'apps/a/b/package.json': json({ name: 'deep' }),
    'apps/a/b/index.ts': '',
    'apps/shop.ts': '',
  });
  expect(resolveJavaScriptModule(tree, 'apps/shop.ts', 'mail')).toEqual(file('libs/mail/src/send.ts'));
  expect(resolveJavaScriptModule(tree, 'apps/shop.ts', 'deep')).toEqual(file('apps/a/b/index.ts'));
});

test('configurations that extend each other in a ring end', () => {
  const tree = memoryTree({
    'tsconfig.json': json({ extends: './other.json' }),
    'other.json': json({ extends: './tsconfig' }),
    'a.ts': '',
  });
  expect(resolveJavaScriptModule(tree, 'a.ts', 'orders')).toEqual({ kind: 'package', name: 'orders', subpath: '' });
});

test('a hostile configuration does not take long', () => {
  const tree = memoryTree({
    'tsconfig.json': '/*'.repeat(500_000),
    'package.json': json({ workspaces: ['**/**/**/**', `${'*'.repeat(5_000)}a`] }),
    'x/y/z.ts': '',
  });
  expect(resolveJavaScriptModule(tree, 'x/y/z.ts', 'orders').kind).toBe('package');
});
