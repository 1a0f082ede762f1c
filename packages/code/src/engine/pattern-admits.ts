import type { Transform } from '../specs/spec.ts';
import { admitted, transformsOf } from './pattern-characters.ts';

/**
 * What a regular expression says of a text that it matches as a whole; nothing when it does not hold it at both ends, or
 * admits too much to say anything. Read as text, never run.
 */
export function patternAdmits(source: string, isWhole: boolean, flags = ''): readonly Transform[] {
  let body = source;
  const isStart = /^(\^|\\A)/.test(body);
  const isEnd = /([^\\]|^)(\$|\\Z|\\z)$/.test(body);
  if (!isWhole && (!isStart || !isEnd)) return [];
  if (flags.includes('m')) return [];
  body = body.replace(/^(\^|\\A)/, '').replace(/(\$|\\Z|\\z)$/, '');
  const characters = admitted(body);
  if (characters === undefined) return [];
  return transformsOf(characters);
}
