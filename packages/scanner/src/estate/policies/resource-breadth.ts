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
  if (parts === null)
    return /^arn:[*?]+$/.test(pattern) || /^arn:[^:]*:[*?]+$/.test(pattern) ? 'everything' : patternWithoutArn(pattern);
  const [, service, resource] = parts;
  // Queues, topics and buckets stand in an ARN by their bare name, all others behind the word for their type.
  const name = /^(s3|sqs|sns)$/.test(service ?? '')
    ? (resource ?? '')
    : (resource ?? '').replace(/^[a-z-]+[/:](?=.)/i, '');
  if (!/^[*?/:]+$/.test(name)) return 'some';
  return service === '*' ? 'everything' : 'every-of-service';
}

/** The service that an ARN pattern is about, when it is spelled: resources of others do not answer for its actions. */
export function arnService(value: Value): string | undefined {
  const service = /^arn:[^:]*:([^:]+)/.exec(spellPattern(value) ?? '')?.[1];
  return service === undefined || /[*?\uFFFC]/.test(service) ? undefined : service;
}

/** `arn:aws:s3:*` and the like, with fewer parts than an ARN has. */
function patternWithoutArn(pattern: string): Breadth {
  return /^arn:[^:]*:[^:*?]+:[*?:/]*$/.test(pattern) ? 'every-of-service' : 'some';
}
