import type { SourceRange } from '@leastwise/model';
import type { Machine } from '../machine.ts';
import { opaque, type Value } from '../value.ts';

/** The event with its body parsed: what `httpJsonBodyParser` and the like leave. */
export function jsonBodyEvent(machine: Machine, event: Value, at: SourceRange): Value {
  const body = machine.get(event, 'body', at);
  const labels = machine.transformed(machine.labels(body), 'json-parsed', at, 'is parsed as JSON');
  const object = machine.newObject('plain', at, { prototype: event });
  machine.journal.write(object.cells, 'body', opaque(labels, 'any', 'the parsed body'));
  return { kind: 'object', object };
}
