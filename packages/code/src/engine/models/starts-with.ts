import { learned, urlPart } from '../guards.ts';
import type { Machine } from '../machine.ts';
import { fixedPrefix } from '../text.ts';
import { testValue } from '../truth.ts';
import type { Value } from '../value.ts';

/**
 * `url.startsWith('https://api.example.com/')` fixes the host; a resolved path that begins with a folder is inside it. A path
 * that was not resolved may still hold `..`, and a URL without the slash may go on as another host.
 */
export function startsWithTest(machine: Machine, text: Value, start: Value): Value {
  const prefix = fixedPrefix(start);
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]+[/?#]/i.test(prefix)) return testValue(learned(machine, text, 'host-checked'));
  if (text.kind === 'external' && urlPart(text) !== undefined) return testValue(learned(machine, text, 'host-checked'));
  if (/^\/[^/\\]/.test(prefix) && !isResolved(text)) return testValue([]);
  return testValue(
    isResolved(text) && machine.labels(start).length === 0 ? learned(machine, text, 'inside-folder') : [],
  );
}

/** The result of a call that leaves no `..` in a path. */
export function isResolved(value: Value): boolean {
  if (value.kind === 'union') return value.options.every(isResolved);
  if (value.kind === 'opaque') return value.type === 'path';
  return (
    value.kind === 'external' &&
    /(^|[#.])(resolve|normalize|realpath|realpathSync|realpath\.native|abspath|normpath|absolute)\(\)(\.as_posix\(\))?$/.test(
      value.name,
    )
  );
}
