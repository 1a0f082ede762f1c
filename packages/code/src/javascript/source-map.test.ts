import { memoryTree } from '@leastwise/model';
import { expect, test } from 'vitest';
import { readSourceMap, type SourceMap } from './source-map.ts';

const source = 'export const handler = async (event: Event) => {\n  return place(event.id);\n};\n';
const generated = 'var handler = async (event) => {\n  return place(event.id);\n};\n';
/** Line 1 column 0 → 0:13, line 2 column 2 → 1:2, column 9 → 1:9. */
const mappings = 'AAAa;EACX,OAAO';
const base = { version: 3, sources: ['../src/place.ts'], mappings };
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

function read(map: string, files: Readonly<Record<string, string>> = {}): ReturnType<typeof readSourceMap> {
  const text = `${generated}//# sourceMappingURL=${map}\n`;
  return readSourceMap(memoryTree({ 'out/place.js': text, 'src/place.ts': source, ...files }), 'out/place.js', text);
}

function expectMap(map: ReturnType<typeof readSourceMap>): asserts map is SourceMap {
  expect(map).toHaveProperty('sources');
}

test('a place of the generated text is found in the source of the tree', () => {
  const map = read(`data:application/json;charset=utf-8;base64,${base64(base)}`);
  expectMap(map);
  expect(map.sources).toEqual([{ name: '../src/place.ts', file: 'src/place.ts', text: source, isPackage: false }]);
  const original = map.originalOf(generated.indexOf('place('));
  expect(source.slice(original?.offset)).toMatch(/^place\(event/);
  expect(map.originalOf(0)?.offset).toBe(13);
});

test('a map stands in a file, or beside the generated one without a word', () => {
  const files = { 'out/place.js.map': JSON.stringify({ ...base, sourceRoot: '..', sources: ['src/place.ts'] }) };
  const named = read('place.js.map', files);
  expectMap(named);
  expect(named.sources[0]?.file).toBe('src/place.ts');
  const beside = readSourceMap(memoryTree({ ...files, 'src/place.ts': source }), 'out/place.js', generated);
  expectMap(beside);
  expect(beside.sources[0]?.file).toBe('src/place.ts');
});

test('the text that the map carries counts when the tree has none, or another one', () => {
  const gone = read(
    `data:application/json;base64,${base64({ ...base, sources: ['gone.ts'], sourcesContent: [source] })}`,
  );
  expectMap(gone);
  expect(gone.sources).toEqual([{ name: 'gone.ts', text: source, isPackage: false }]);
  const older = `// older\n${source}`;
  const edited = read(`data:application/json;base64,${base64({ ...base, sourcesContent: [older] })}`);
  expectMap(edited);
  expect(edited.sources[0]).toMatchObject({ file: 'src/place.ts', text: older });
});

test('webpack names sources from the folder that it ran in', () => {
  const sources = ['webpack://shop/./src/place.ts', 'webpack:///./node_modules/uuid/index.js', 'webpack/bootstrap'];
  const map = read(`data:application/json;base64,${base64({ ...base, sources })}`);
  expectMap(map);
  expect(map.sources.map(({ name, file, isPackage }) => ({ name, file, isPackage }))).toEqual([
    { name: 'src/place.ts', file: 'src/place.ts', isPackage: false },
    { name: 'node_modules/uuid/index.js', file: undefined, isPackage: true },
    { name: 'webpack/bootstrap', file: undefined, isPackage: false },
  ]);
});

test.each([
  ['../../etc/map.json', 'outside of the root'],
  ['https://example.com/place.js.map', 'outside of the root'],
  ['gone.js.map', 'cannot be read'],
  ['data:application/json;base64,bm8=', 'not a source map'],
  ['data:text/plain,x', 'cannot be decoded'],
  [`data:application/json;base64,${base64({ ...base, mappings: 'AAAa;§' })}`, 'not a source map'],
])('a map that cannot be used says why: %s', (url, why) => {
  const map = read(url);
  expect(map).toMatchObject({ failure: expect.stringContaining(why) });
});

test('a text without a map has none', () => {
  expect(readSourceMap(memoryTree({}), 'a.js', generated)).toBeUndefined();
});
