import type { Value } from '@leastwise/model';
import { spellPattern } from './spell-pattern.ts';

/**
 * How much a Resource pattern takes in. `everything`: `*`. `every-of-service`: all resources of a service or of one of its
 * types, of any account or the own (`arn:aws:s3:::*`, `arn:aws:dynamodb:eu-west-1:…:table/*`). `some`: it names at least a part of a name.
 */
export type Breadth = 'everything' | 'every-of-service' | 'some' | 'unknown';

export function resourceBreadth(value: Value): Breadth {
  if (value.kind === 'reference') return 'some';
  const pattern = spellPattern(value);
  if (pattern === undefined) return 'unknown';
  if (/^[*?]+$/.test(pattern)) return 'everything';
  const parts = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.*)$/s.exec(pattern);
  if (parts === null) return /^arn:[*?]+$/.test(pattern) || /^arn:[^:]*:[*?]+$/.test(pattern) ? 'everything' : patternWithoutArn(pattern);
  const [, service, resource] = parts;
  const name = (resource ?? '').replace(/^[a-z-]+[/:](?=.)/i, '');
  if (!/^[*?/:]+$/.test(name)) return 'some';
  return service === '*' ? 'everything' : 'every-of-service';
}

/** `arn:aws:s3:*` and the like, with fewer parts than an ARN has. */
function patternWithoutArn(pattern: string): Breadth {
  return /^arn:[^:]*:[^:*?]+:[*?:/]*$/.test(pattern) ? 'every-of-service' : 'some';
}
