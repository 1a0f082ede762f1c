import { memoryTree } from '@leastwise/model';
import { describe, expect, it } from 'vitest';
import { inOtherProjects } from './other-projects.ts';

const tree = memoryTree({
  'package.json': '{}',
  'orders/template.yaml': '',
  'orders/src/place/package.json': '{}',
  'orders/src/place/index.js': '',
  'orders/src/list/index.js': '',
  'photos/cdk.json': '{}',
  'photos/src/resize.ts': '',
  'photos/test/resize.ts': '',
  'shared/package.json': '{}',
  'shared/archive/index.js': '',
  'tools.js': '',
});
const known = {
  templates: ['orders/template.yaml'],
  handlers: ['orders/src/place/index.js', 'shared/archive/index.js'],
};

describe('code of other projects', () => {
  it.each([
    ['photos/src/resize.ts', true, 'its project has no template'],
    ['photos/test/resize.ts', false, 'tests are not deployed'],
    ['orders/src/list/index.js', false, 'the template of its project says what is deployed'],
    ['orders/src/place/index.js', false, 'it is a handler, whatever manifest lies beside it'],
    ['shared/archive/index.js', false, 'it is a handler of a template elsewhere'],
    ['tools.js', false, 'somewhere in its project is a template'],
  ])('%s: %s, because %s', (file, isOther) => {
    expect(inOtherProjects(tree, [file], known)).toEqual(isOther ? [file] : []);
  });
});
