import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { inventoryOf } from './inventory/inventory.ts';
import { reachMatrix } from './inventory/reach-matrix.ts';
import { orderServiceReport } from './order-service-report.fixture.ts';

const load = createRequire(import.meta.url);
const schemaOf = (name: string): object => load(`@leastwise/model/schemas/${name}.schema.json`) as object;

function errorsOf(schema: string, data: unknown): unknown {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schemaOf(schema));
  return validate(data) ? [] : validate.errors;
}

it('the report keeps its contract', () => {
  expect(errorsOf('report', orderServiceReport)).toEqual([]);
  expect(errorsOf('report', { ...orderServiceReport, surprise: 1 })).not.toEqual([]);
});

it('the inventory keeps its contract', () => {
  expect(errorsOf('inventory', inventoryOf(orderServiceReport, { unowned: false }))).toEqual([]);
});

it('the matrix keeps its contract', () => {
  expect(errorsOf('reach-matrix', reachMatrix(orderServiceReport))).toEqual([]);
});

it.each(['report', 'inventory', 'reach-matrix', 'leastwise'])(
  'every property of the %s schema is described',
  (name) => {
    const missing: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties') {
          for (const [property, inner] of Object.entries(value as Record<string, Record<string, unknown>>)) {
            if (inner['description'] === undefined && inner['$ref'] === undefined) missing.push(`${path}.${property}`);
          }
        }
        walk(value, `${path}.${key}`);
      }
    };
    walk(schemaOf(name), name);
    expect(missing).toEqual([]);
  },
);
