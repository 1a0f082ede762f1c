import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { IrModule } from '../ir/index.ts';
import { lowerJavaScript } from './index.ts';
import { lowerCases, typescriptCases } from './lower-cases.fixture.ts';
import { parseText } from './parse.ts';
import { forEachOperation, spansOfCalls, spansOfFunctions, walkSyntax } from './syntax-walk.fixture.ts';

const packages = fileURLToPath(new URL('../../..', import.meta.url));
const sources = readdirSync(packages, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?:code|model)\/src\/.*\.ts$/.test(path.replaceAll('\\', '/')))
  .toSorted()
  .map((path): [string, string] => [path, readFileSync(join(packages, path), 'utf8')]);
const cases = [...Object.values(lowerCases), ...Object.values(typescriptCases)].map((text, index): [string, string] => [
  `case-${index}.ts`,
  text,
]);

describe('a plain walk over the tree and the operations agree', () => {
  test('on the functions of our own sources and of every case', () => {
    for (const [file, text] of [...sources, ...cases]) {
      const { module, syntax } = both(file, text);
      expect({ file, functions: spansOfFunctions(module) }).toEqual({ file, functions: syntax.functions });
    }
  });

  test('on the calls of our own sources and of every case', () => {
    for (const [file, text] of [...sources, ...cases]) {
      const { module, syntax } = both(file, text);
      const lowered = spansOfCalls(module);
      expect({ file, lost: syntax.calls.filter((span) => !lowered.has(span)) }).toEqual({ file, lost: [] });
    }
  });
});

test('no operation uses a register or variable before the module has it', () => {
  for (const [file, text] of [...sources.slice(0, 300), ...cases]) {
    const { module } = both(file, text);
    for (const one of module.functions) {
      const written = new Set(one.parameters.map((parameter) => parameter.register));
      forEachOperation(one.body, (operation) => {
        if ('to' in operation && operation.to !== undefined) {
          expect(written.has(operation.to), `${file}: r${operation.to} is written twice`).toBe(false);
          written.add(operation.to);
        }
        if (operation.op === 'iterate') written.add(operation.item);
        if (operation.op === 'load' || operation.op === 'store') {
          expect(module.variables[operation.variable]).toBeDefined();
        }
        if (operation.op === 'binary') {
          expect(written.has(operation.left) && written.has(operation.right)).toBe(true);
        }
      });
      expect(Math.max(-1, ...written)).toBeLessThan(one.registers);
    }
  }
});

function both(file: string, text: string): { module: IrModule; syntax: ReturnType<typeof walkSyntax> } {
  const program = parseText(file, text);
  if (!('body' in program)) throw new Error(`${file} cannot be parsed.`);
  return { module: lowerJavaScript(file, text), syntax: walkSyntax(program.body) };
}
