import type { EventSource } from '../../facts/event-source.ts';
import type { EventSchema } from '../spec.ts';

/** Whether the platform writes what stands at this path of an event that is text inside another event. */
export type IsPlatformData = (event: EventSource, path: string) => boolean;

/** A queue's message can hold the event of a bucket: its `Records[].s3.bucket.name` is no more a stranger's than in the bucket's own. */
export function nestedPlatformData(schemas: readonly EventSchema[]): IsPlatformData {
  const bySource = new Map(schemas.map((schema) => [schema.source, schema]));
  const paths = new Map<EventSource, Set<string>>();
  const all = new Set<string>();
  for (const schema of schemas) {
    const own = new Set<string>();
    for (const [path, sources] of Object.entries(schema.nested ?? {})) {
      for (const source of sources) {
        const inner = bySource.get(source);
        for (const clean of [...(inner?.clean ?? []), ...Object.keys(inner?.known ?? {})]) {
          if (isTelling(clean)) own.add(`${path}.${clean}`);
        }
        // A topic writes to a queue what a bucket told it.
        for (const [deeper, others] of Object.entries(inner?.nested ?? {})) {
          for (const clean of others.flatMap((other) => bySource.get(other)?.clean ?? [])) {
            if (isTelling(clean)) own.add(`${path}.${deeper}.${clean}`);
          }
        }
      }
    }
    for (const path of own) all.add(path);
    paths.set(schema.source, own);
  }
  paths.set('unknown', all);
  return (event, path) => {
    const known = paths.get(event);
    if (known === undefined || known.size === 0) return false;
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      if (known.has(path.slice(0, end))) return true;
    }
    return false;
  };
}

/** A message of the application has an `id`, a `source` or a `time` of its own; only longer paths tell the platform's event. */
function isTelling(path: string): boolean {
  return path.includes('.') || /^[A-Z]/.test(path);
}
