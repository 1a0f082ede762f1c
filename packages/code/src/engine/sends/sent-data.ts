import type { SourceRange } from '@leastwise/model';
import { flowClasses, type FlowClass } from '../../facts/flow-class.ts';
import type { SentData } from '../../facts/sent.ts';
import { spellings } from '../../specs/carriers.ts';
import { labelsAtPosition } from '../flow-position.ts';
import { inputLabels } from '../input-root.ts';
import { extendPath, nextStep, sameLabel, stepsTo, type Label, type Labels } from '../label.ts';
import type { Machine } from '../machine.ts';
import { isListLike } from '../members.ts';
import type { HeapObject, Value } from '../value.ts';

const maxDepth = 10;
const maxParts = 80;
const classes = Object.keys(flowClasses) as FlowClass[];
/** Classes whose sinks look only at how a text begins. */
const decidedByStart: readonly FlowClass[] = ['server-side-request-forgery', 'open-redirect', 'argument-injection'];

/** Which data of somebody else stands where in a value that leaves the function. */
export function sentData(machine: Machine, value: Value, path: string, at: SourceRange): readonly SentData[] {
  const found: SentData[] = [];
  collect({ machine, at, found, seen: new Set() }, value, path, maxDepth);
  return found;
}

interface Walk {
  readonly machine: Machine;
  readonly at: SourceRange;
  readonly found: SentData[];
  readonly seen: Set<HeapObject>;
}

function collect(walk: Walk, value: Value, path: string, depth: number): void {
  if (depth <= 0) {
    for (const label of walk.machine.labels(value)) add(walk, label, path, []);
    return;
  }
  switch (value.kind) {
    case 'union':
      for (const one of value.options) collect(walk, one, path, depth);
      return;
    case 'object':
      ofObject(walk, value.object, path, depth);
      return;
    case 'input':
      for (const label of inputLabels(value)) {
        const below = label.source.path.startsWith(value.path) ? label.source.path.slice(value.path.length) : '';
        add(walk, label, below === '' ? path : extend(path, below.replace(/^\./, '')), []);
      }
      return;
    case 'text': {
      const all = walk.machine.labels(value);
      for (const label of all) {
        const fixed = decidedByStart.filter(
          (one) => !holds(labelsAtPosition(walk.machine, value, 'start', one), label),
        );
        add(walk, label, path, fixed);
      }
      return;
    }
    case 'external': {
      const inner = spelledOut(value);
      if (inner !== undefined) {
        collect(walk, inner, path, depth - 1);
        return;
      }
      ofOpaque(walk, value.labels, value.members?.values, path, depth);
      return;
    }
    case 'opaque':
      if (value.spells !== undefined) collect(walk, value.spells, path, depth - 1);
      else ofOpaque(walk, value.labels, value.members?.values, path, depth);
      return;
    default:
  }
}

function ofOpaque(
  walk: Walk,
  labels: Labels,
  members: ReadonlyMap<string | number, Value | undefined> | undefined,
  path: string,
  depth: number,
): void {
  for (const label of labels) add(walk, label, path, []);
  for (const [key, one] of members ?? []) {
    if (typeof key === 'string' && one !== undefined) collect(walk, one, extend(path, key), depth - 1);
  }
}

function ofObject(walk: Walk, object: HeapObject, path: string, depth: number): void {
  if (walk.seen.has(object)) return;
  walk.seen.add(object);
  const isList = isListLike(object);
  for (const [key, one] of object.cells.values) {
    if (typeof key !== 'string' || key === '#' || key === 'keys *' || /^[gs]et /.test(key)) continue;
    collect(walk, one, extend(path, isList ? '[]' : key), depth - 1);
  }
  walk.seen.delete(object);
}

function extend(path: string, part: string): string {
  return part === '[]' || part.startsWith('[]')
    ? extendPath(path, '[]') + part.slice(2)
    : path === ''
      ? part
      : `${path}.${part}`;
}

/** What a call only spells out in another form: `order` for `Buffer.from(JSON.stringify(order))`. */
function spelledOut(value: Extract<Value, { kind: 'external' }>): Value | undefined {
  const { made, name } = value;
  if (made === undefined || !name.endsWith('()')) return undefined;
  if (spellings.ofArgument.has(name)) return made.arguments[0]?.value;
  const method = /\.(\w+)\(\)$/.exec(name)?.[1];
  if (method === undefined || !spellings.ofReceiver.has(method)) return undefined;
  return made.receiver;
}

function holds(labels: Labels, label: Label): boolean {
  return labels.some((one) => sameLabel(one, label));
}

function add(walk: Walk, label: Label, path: string, fixed: readonly FlowClass[]): void {
  const { machine, found, at } = walk;
  if (found.length >= maxParts) return;
  const { source } = label;
  if (machine.specs.isPlatformData(source.event, source.path)) return;
  const transforms = machine.effective(label);
  const steps = stepsTo(nextStep(label.step, at, 'is sent'));
  found.push({
    path,
    source: { event: source.event, path: source.path, trust: source.trust, at: steps[0]?.at ?? at },
    confidence: source.confidence,
    steps,
    harmlessFor: classes.filter((one) => fixed.includes(one) || machine.specs.rules.clears(transforms, one)),
  });
}
