import { memoryTree } from '@leastwise/model';
import { describe, expect, test } from 'vitest';
import { distributionOf } from './python-distributions.ts';
import { resolvePythonModule, type PythonLinkContext, type PythonModule } from './python-modules.ts';

/** A photo shop: two functions, a layer as it is zipped, a layer as SAM builds it, and requirements beside the code. */
const shop = memoryTree({
  'services/photos/app.py': '',
  'services/photos/storage/__init__.py': '',
  'services/photos/storage/keys.py': '',
  'services/photos/storage/s3/__init__.py': '',
  'services/photos/json.py': '',
  'services/photos/plugins/resize.py': '',
  'services/photos/yaml/example.txt': '',
  'services/photos/requests/__init__.py': '',
  'services/photos/requests/sessions.py': '',
  'services/photos/requests-2.32.3.dist-info/top_level.txt': 'requests\n',
  'services/photos/dateutil/__init__.py': '',
  'services/photos/python_dateutil-2.9.0.dist-info/METADATA': '',
  'services/orders/handlers/place.py': '',
  'services/orders/handlers/prices.py': '',
  'services/orders/src/orders/__init__.py': '',
  'services/orders/src/orders/tax.py': '',
  'services/orders/tests/both.py': '',
  'services/orders/tests/both/__init__.py': '',
  'layers/tools/python/watermark.py': '',
  'layers/tools/python/lib/python3.12/site-packages/numpy/__init__.py': '',
  'layers/built/mailer/__init__.py': '',
});

const photos: PythonLinkContext = { codeRoot: 'services/photos', layers: ['layers/tools', 'layers/built'] };
const orders: PythonLinkContext = { codeRoot: 'services/orders' };
const file = (path: string): PythonModule => ({ kind: 'file', file: path });
const folder = (path: string): PythonModule => ({ kind: 'folder', folder: path, file: `${path}/__init__.py` });

const cases: readonly (readonly [
  what: string,
  from: string,
  specifier: string,
  context: PythonLinkContext,
  expected: PythonModule,
])[] = [
  [
    'a module beside the handler',
    'services/photos/app.py',
    'storage.keys',
    photos,
    file('services/photos/storage/keys.py'),
  ],
  ['a package', 'services/photos/app.py', 'storage', photos, folder('services/photos/storage')],
  ['the package of the file', 'services/photos/storage/keys.py', '.', photos, folder('services/photos/storage')],
  ['a neighbour', 'services/photos/storage/__init__.py', '.keys', photos, file('services/photos/storage/keys.py')],
  [
    'the package around',
    'services/photos/storage/s3/__init__.py',
    '..keys',
    photos,
    file('services/photos/storage/keys.py'),
  ],
  [
    'a file of our own with the name of a standard module, as /var/task goes first',
    'services/photos/app.py',
    'json',
    photos,
    file('services/photos/json.py'),
  ],
  ['a standard module', 'services/photos/app.py', 'os.path', photos, { kind: 'builtin', name: 'os.path' }],
  [
    'a package without __init__',
    'services/photos/app.py',
    'plugins',
    photos,
    { kind: 'namespace', folder: 'services/photos/plugins' },
  ],
  ['a module of one', 'services/photos/app.py', 'plugins.resize', photos, file('services/photos/plugins/resize.py')],
  [
    'a folder that holds no code is not the package of its name',
    'services/photos/app.py',
    'yaml',
    photos,
    { kind: 'package', name: 'yaml', module: 'yaml', distribution: 'PyYAML' },
  ],
  [
    'requirements beside the code',
    'services/photos/app.py',
    'requests.sessions',
    photos,
    { kind: 'package', name: 'requests', module: 'requests.sessions', distribution: 'requests' },
  ],
  [
    'requirements that are installed under another name',
    'services/photos/app.py',
    'dateutil',
    photos,
    { kind: 'package', name: 'dateutil', module: 'dateutil', distribution: 'python-dateutil' },
  ],
  [
    'requirements beside the code, when asked to follow them',
    'services/photos/app.py',
    'requests.sessions',
    { ...photos, followPackages: true },
    file('services/photos/requests/sessions.py'),
  ],
  ['a layer as it is zipped', 'services/photos/app.py', 'watermark', photos, file('layers/tools/python/watermark.py')],
  [
    'a package installed into a layer',
    'services/photos/app.py',
    'numpy',
    photos,
    { kind: 'package', name: 'numpy', module: 'numpy', distribution: 'numpy' },
  ],
  ['a layer as SAM builds it', 'services/photos/app.py', 'mailer', photos, folder('layers/built/mailer')],
  [
    'a src layout',
    'services/orders/handlers/place.py',
    'orders.tax',
    orders,
    file('services/orders/src/orders/tax.py'),
  ],
  [
    'the folder of the handler',
    'services/orders/handlers/place.py',
    'prices',
    orders,
    file('services/orders/handlers/prices.py'),
  ],
  ['a package before a module', 'services/orders/tests/x.py', 'both', orders, folder('services/orders/tests/both')],
  [
    'a package of nobody here',
    'services/orders/handlers/place.py',
    'aws_lambda_powertools.utilities',
    orders,
    {
      kind: 'package',
      name: 'aws_lambda_powertools',
      module: 'aws_lambda_powertools.utilities',
      distribution: 'aws-lambda-powertools',
    },
  ],
  [
    'a module that its package does not have',
    'services/photos/app.py',
    'storage.lost',
    photos,
    { kind: 'missing', reason: 'no-file', message: 'No file was found for the module `storage.lost`.' },
  ],
  [
    'more dots than folders',
    'app.py',
    '..orders',
    {},
    { kind: 'missing', reason: 'outside-root', message: '`..orders` leads out of the root.' },
  ],
];

describe('an import of Python leads to', () => {
  test.each(cases)('%s', (_, from, specifier, context, expected) => {
    expect(resolvePythonModule(shop, from, specifier, context)).toEqual(expected);
  });
});

test.each([
  ['yaml.nodes', 'PyYAML'],
  ['google.cloud.storage', 'google-cloud-storage'],
  ['some_tool', 'some-tool'],
])('%s is installed as %s', (specifier, distribution) => {
  expect(distributionOf(specifier)).toBe(distribution);
});
