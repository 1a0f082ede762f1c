import { createHash } from 'node:crypto';
import { asText, type Value } from '@leastwise/model';
import { keyOf } from './read-value.ts';

/** The ten digits that SAM puts behind a logical id to keep it apart: of a stage name, a domain name, a hosted zone. */
function shortHash(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 10);
}

export function isAlphanumeric(text: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(text);
}

/** A suffix of a logical id: as it is when it may stand there, else its hash. */
export function idSuffix(text: string): string {
  return text === '' || isAlphanumeric(text) ? text : shortHash(text);
}

/** The same digits for the same value, whatever it is: a plain text as SAM hashes it, anything else by what it says. */
export function valueHash(...values: readonly Value[]): string {
  const texts = values.map((value) => asText(value) ?? keyOf(value));
  return shortHash(texts.length === 1 ? (texts[0] ?? '') : JSON.stringify(texts));
}
