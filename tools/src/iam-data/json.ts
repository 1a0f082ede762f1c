import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A JSON file of a source package, plain or gzip-compressed. The caller names the shape that the package promises. */
export function readJson(path: string): unknown {
  const bytes = readFileSync(path);
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** In the order of code points, the same on every machine. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export function sortedEntries(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(record(value)).toSorted(([one], [other]) => byText(one, other));
}
