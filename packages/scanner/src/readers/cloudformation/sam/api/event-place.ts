import { asText, describe, type Value } from '@leastwise/model';
import type { SamEvent } from '../events/event.ts';
import { isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';

/**
 * The path of an event as text. What a parameter without default says is known only to a deployment, which needs it and
 * has one: the route is there all the same, with the open part in angle brackets (`/<Stage>/orders`), since braces would
 * mean a path parameter. Undefined when nothing usable is written.
 */
export function pathText(path: Value | undefined): string | undefined {
  if (!isSet(path)) return undefined;
  if (path.kind === 'known') return asText(path);
  const shown = describe(path).replaceAll(/\$\{([^}]*)\}/g, '<$1>');
  return shown.startsWith('/') ? shown : `/${shown}`;
}

/** The method of an event: any, where only a deployment knows. */
export function methodText(method: Value | undefined): string | undefined {
  if (!isSet(method)) return undefined;
  return method.kind === 'known' ? asText(method) : 'any';
}

/** Lists what of the place of an event only a deployment knows. */
export function tellOpenPlace(event: SamEvent, bench: Workbench): void {
  for (const name of ['Path', 'Method']) {
    const value = event.get(name);
    if (value?.kind === 'unknown') bench.unknowns.push(value);
    else if (value?.kind === 'known' && typeof value.value === 'number') {
      bench.note(
        value.origin,
        `${name} of the event ${event.id} is a number, which SAM refuses.`,
        'Write it in quotes.',
      );
    }
  }
}
