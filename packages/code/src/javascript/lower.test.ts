import { describe, expect, test } from 'vitest';
import { printIr } from '../ir/index.ts';
import { lowerJavaScript } from './index.ts';
import { compiledCases, jsxCases, lowerCases, typescriptCases } from './lower-cases.fixture.ts';

describe.each([
  ['JavaScript', 'order.js', lowerCases],
  ['TypeScript', 'order.ts', typescriptCases],
  ['compiled code', 'order.js', compiledCases],
  ['JSX', 'page.js', jsxCases],
])('%s becomes operations:', (_, file, cases) => {
  test.each(Object.entries(cases))('%s', (_, text) => {
    const module = lowerJavaScript(file, text);
    expect(module.problems).toEqual([]);
    expect(`${text}\n\n${printIr(module)}`).toMatchSnapshot();
  });
});
