import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { buildEstate } from '../../estate/build-estate.ts';
import { readTemplateText } from '../../readers/cloudformation/read-template-text.ts';
import { handlerFacts } from './handler-facts.ts';
import type { HandlerFact } from './handler.ts';

const assignment = { label: '', conditions: new Map<string, boolean>(), isDefault: true };

function handlerOf(resource: string, files: Readonly<Record<string, string>>): HandlerFact {
  const text = `Resources:\n  Ship:\n    Type: AWS::Lambda::Function\n${resource}`;
  const estate = buildEstate('orders', assignment, readTemplateText(text, 'services/orders/template.yaml'));
  return handlerFacts(estate, memoryTree({ ...files, 'services/orders/template.yaml': text })).of(
    estate.of('function')[0]?.id ?? '',
  );
}

const zip = (runtime: string, handler: string, code: string, more = ''): string =>
  `    Properties:\n      Runtime: ${runtime}\n      Handler: ${handler}\n      Code: ${code}\n${more}`;
const ours = 'export const handler = 1;';

/** Template, files → where the handler is. */
const resolved: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
  [
    'a folder beside the template',
    zip('nodejs24.x', 'app.handler', 'src'),
    { 'services/orders/src/app.mjs': ours },
    'services/orders/src/app.mjs',
  ],
  [
    'a folder above the template',
    zip('nodejs24.x', 'app.handler', '../../libs/ship/'),
    { 'libs/ship/app.js': 'exports.handler = 1' },
    'libs/ship/app.js',
  ],
  [
    'TypeScript before JavaScript',
    zip('nodejs24.x', 'app.handler', 'src'),
    { 'services/orders/src/app.ts': ours, 'services/orders/src/app.js': '' },
    'services/orders/src/app.ts',
  ],
  [
    'what a script packs into an archive beside it',
    zip('python3.14', 'ship.handler', 'build/ship.zip'),
    { 'services/orders/build/src/ship.py': 'def handler(event, context): return event' },
    'services/orders/build/src/ship.py',
  ],
  [
    'the index of a folder',
    zip('nodejs24.x', 'ship.handler', 'src'),
    { 'services/orders/src/ship/index.ts': ours },
    'services/orders/src/ship/index.ts',
  ],
  [
    'a path of exports after the first dot',
    zip('nodejs24.x', 'app.handlers.ship', 'src'),
    { 'services/orders/src/app.js': 'exports.handlers = { ship() {} }' },
    'services/orders/src/app.js',
  ],
  [
    'compiled output, by tsconfig',
    zip('nodejs24.x', 'out/app.handler', '.'),
    {
      'services/orders/tsconfig.json': '{ // built\n  "outDir": "./out",\n  "rootDir": "lib" }',
      'services/orders/lib/app.ts': ours,
    },
    'services/orders/lib/app.ts',
  ],
  [
    'compiled output, by habit',
    zip('nodejs24.x', 'dist/ship/app.handler', '.'),
    { 'services/orders/src/ship/app.ts': ours },
    'services/orders/src/ship/app.ts',
  ],
  [
    'an output folder that is not there',
    zip('nodejs24.x', 'app.handler', 'dist'),
    { 'services/orders/src/app.ts': ours },
    'services/orders/src/app.ts',
  ],
  [
    'the entry point of a bundle',
    `    Metadata:\n      BuildMethod: esbuild\n      BuildProperties:\n        EntryPoints: [handlers/ship.ts]\n${zip('nodejs24.x', 'ship.handler', 'src')}`,
    { 'services/orders/src/handlers/ship.ts': ours },
    'services/orders/src/handlers/ship.ts',
  ],
  [
    'an asset of CDK',
    `    Metadata:\n      aws:asset:path: asset.0a1b\n      aws:asset:property: Code\n    Properties:\n      Runtime: nodejs24.x\n      Handler: index.handler\n      Code: { S3Bucket: assets, S3Key: 0a1b.zip }\n`,
    { 'services/orders/asset.0a1b/index.js': 'exports.handler = 1' },
    'services/orders/asset.0a1b/index.js',
  ],
  [
    'a Python module with dots',
    zip('python3.14', 'shop.ship.handler', 'src'),
    { 'services/orders/src/shop/ship.py': 'def handler(e, c): ...' },
    'services/orders/src/shop/ship.py',
  ],
  [
    'a Python package',
    zip('python3.14', 'shop.handler', 'src'),
    { 'services/orders/src/shop/__init__.py': 'from .ship import handler' },
    'services/orders/src/shop/__init__.py',
  ],
  [
    'a Ruby file',
    zip('ruby3.4', 'app.handler', 'src'),
    { 'services/orders/src/app.rb': 'def handler(event:, context:)\nend' },
    'services/orders/src/app.rb',
  ],
  [
    'behind a monitoring wrapper',
    zip(
      'nodejs24.x',
      'node_modules/datadog-lambda-js/dist/handler.handler',
      'src',
      '      Environment: { Variables: { DD_LAMBDA_HANDLER: app.handler } }\n',
    ),
    { 'services/orders/src/app.js': 'exports.handler = 1' },
    'services/orders/src/app.js',
  ],
  [
    'a container image with its Dockerfile',
    `    Metadata: { DockerContext: ./image, Dockerfile: Dockerfile }\n    Properties: { PackageType: Image }\n`,
    {
      'services/orders/image/Dockerfile': 'FROM public.ecr.aws/lambda/python:3.14\nCOPY src/ ./\nCMD ["app.handler"]\n',
      'services/orders/image/src/app.py': 'def handler(e, c): ...',
    },
    'services/orders/image/src/app.py',
  ],
  [
    'inline code',
    zip('python3.14', 'index.handler', '{ ZipFile: "def handler(e, c): return e" }'),
    {},
    'services/orders/template.yaml',
  ],
];

const missing: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['a module that is not there', zip('nodejs24.x', 'ship.handler', 'src'), { 'services/orders/src/app.js': ours }],
  [
    'an export that is not there',
    zip('nodejs24.x', 'app.main', 'src'),
    { 'services/orders/src/app.js': 'exports.handler = 1' },
  ],
  [
    'a function that is not there',
    zip('python3.14', 'app.main', 'src'),
    { 'services/orders/src/app.py': 'def handler(e, c): ...' },
  ],
  [
    'no module at all',
    zip('nodejs24.x', 'handler', 'src'),
    { 'services/orders/src/handler.js': 'exports.handler = 1' },
  ],
  ['inline code under another name', zip('nodejs24.x', 'app.handler', '{ ZipFile: exports.handler = 1 }'), {}],
];

const unknown: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['an object in a bucket', zip('nodejs24.x', 'app.handler', '{ S3Bucket: builds, S3Key: ship.zip }'), {}],
  ['a folder that is not there', zip('nodejs24.x', 'app.handler', 'generated'), {}],
  ['a folder outside of the root', zip('nodejs24.x', 'app.handler', '../../../elsewhere'), {}],
  ['an archive', zip('java25', 'shop.Ship::handle', 'target/ship.jar'), {}],
  ['a compiled runtime', zip('provided.al2023', 'bootstrap', 'src'), { 'services/orders/src/main.go': '' }],
  [
    'a makefile',
    `    Metadata: { BuildMethod: makefile }\n${zip('nodejs24.x', 'ship.handler', 'src')}`,
    { 'services/orders/src/app.js': ours },
  ],
  [
    'a layer of unknown content',
    zip('python3.14', 'ship.handler', 'src', '      Layers: [arn:aws:lambda:eu-west-1:444455556666:layer:ship:1]\n'),
    { 'services/orders/src/app.py': '' },
  ],
  [
    'a handler inside a layer',
    zip('nodejs24.x', '/opt/nodejs/ship.handler', 'src'),
    { 'services/orders/src/app.js': ours },
  ],
  [
    'an image without its Dockerfile',
    `    Properties: { PackageType: Image, Code: { ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/ship:1 } }\n`,
    {},
  ],
  ['odd values', `    Properties: { Runtime: [1], Handler: { a: b }, Code: [] }\n`, {}],
  ['no properties', `    Properties: text\n`, {}],
];

describe('the handler of a function', () => {
  it.each(resolved)('is found for %s', (_, resource, files, file) => {
    expect(handlerOf(resource, files)).toMatchObject({ status: 'resolved', file });
  });
  it.each(missing)('is missing for %s', (_, resource, files) => {
    expect(handlerOf(resource, files)).toMatchObject({ status: 'missing', reason: expect.stringMatching(/\.$/) });
  });
  it.each(unknown)('is unknown for %s', (_, resource, files) => {
    expect(handlerOf(resource, files)).toMatchObject({
      status: 'unknown',
      open: { reason: expect.stringMatching(/\.$/) },
    });
  });
});
