import type { EventSchema, SourcePath } from '../spec.ts';

/**
 * When nobody says what starts a function, any event may: what one kind of event holds of somebody else is tainted, what
 * the platform writes at a path that no other event has is clean, and everything else may be an argument of whoever invokes it.
 */
export function unknownEvent(schemas: readonly EventSchema[]): EventSchema {
  const paths = new Map<string, SourcePath>([['', { path: '', trust: 'semi' }]]);
  for (const schema of schemas) {
    for (const path of schema.sourcePaths) {
      const known = paths.get(path.path);
      if (path.path === '') continue;
      if (known === undefined || (known.trust !== 'outside' && path.trust === 'outside')) paths.set(path.path, path);
    }
  }
  const written = schemas.flatMap((schema) => [...schema.clean, ...Object.keys(schema.known)]);
  const clean = new Set(written.filter((path) => isTelling(path) && !paths.has(path)));
  return {
    source: 'unknown',
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html',
    sourcePaths: [...paths.values()],
    clean: [...clean].sort(),
    known: {},
  };
}

/** Names that an invoker's own event would hardly have: `id` and `version` are anybody's. */
function isTelling(path: string): boolean {
  return path.includes('.') || path.includes('[]') || /[a-z][A-Z]/.test(path) || path === 'resource';
}
