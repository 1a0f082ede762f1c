import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actionInfo, expandActionPattern, operationNeeds, operationsOf, serviceActions } from './index.ts';
import { packIndex, servicePrefixes } from './shard.ts';

const folder = new URL('../../data/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as {
  readonly coverage: Readonly<Record<'all' | 'javaScriptV2', { readonly operations: number; readonly known: number }>>;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
};
const services = packIndex()
  .services.trim()
  .split('\n')
  .map((line) => line.split('\t'));
const ids = services.map(([id]) => id ?? '');
const operations = ids.flatMap((service) => operationsOf(service).map((operation) => ({ service, operation })));

describe('the committed IAM data', () => {
  it.each(Object.entries(manifest.files))('%s is what the manifest says', (name, { bytes, sha256 }) => {
    const content = readFileSync(new URL(name, folder));
    expect(content.length).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  });

  it('stays below a megabyte', () => {
    expect(Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(1_000_000);
  });

  it('names no action that does not exist', () => {
    const wrong = operations.flatMap(({ service, operation }) =>
      (operationNeeds(service, operation) ?? [])
        .filter(({ action }) => actionInfo(action)?.action !== action)
        .map(({ action }) => `${service}.${operation}: ${action}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names no dependent action that does not exist', () => {
    const wrong = expandActionPattern('*').filter((action) =>
      actionInfo(action)?.dependentActions.some((needed) => actionInfo(needed) === undefined),
    );
    expect(wrong).toEqual([]);
  });

  it('knows the needs of nearly every operation, and of every one that AWS lists an action for', () => {
    const known = operations.filter(({ service, operation }) => operationNeeds(service, operation) !== undefined);
    expect(operations.length).toBeGreaterThan(19_000);
    expect(known.length / operations.length).toBeGreaterThan(0.994);
    const missed = operations.filter(
      ({ service, operation }) =>
        !known.some((each) => each.service === service && each.operation === operation) &&
        actionInfo(`${services.find(([id]) => id === service)?.[1]}:${operation}`) !== undefined,
    );
    expect(missed).toEqual([]);
  });

  it('knows at least 99.8 % of the operations that are not newer than the reference of actions', () => {
    const { all, javaScriptV2 } = manifest.coverage;
    expect(all.operations).toBe(operations.length);
    expect(javaScriptV2.operations).toBeGreaterThan(15_000);
    expect(javaScriptV2.known / javaScriptV2.operations).toBeGreaterThanOrEqual(0.998);
  });

  it('gives every operation that needs something a permission that it is named after', () => {
    const without = operations.filter(({ service, operation }) => {
      const needs = operationNeeds(service, operation);
      return needs !== undefined && needs.length > 0 && needs[0]?.primary !== true;
    });
    expect(without).toEqual([]);
  });

  it('fills every resource template from a type of the service of the action, down to its members', () => {
    const broken = operations.flatMap(({ service, operation }) =>
      (operationNeeds(service, operation) ?? []).flatMap((need) =>
        need.resources
          .filter(({ parts }) => parts.length === 0 || (parts.length === 1 && parts[0]?.kind === 'any'))
          .map(({ type }) => `${service}.${operation}: ${type}`),
      ),
    );
    expect(broken).toEqual([]);
  });

  it('has a shard for every prefix of a service', () => {
    const prefixes = new Set(servicePrefixes());
    expect(services.filter(([, prefix]) => !prefixes.has(prefix ?? ''))).toEqual([]);
    expect(serviceActions('S3')?.prefix).toBe('s3');
  });
});
