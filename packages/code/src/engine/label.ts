import type { SourceRange } from '@leastwise/model';
import type { EventSource, TrustClass } from '../facts/event-source.ts';
import type { TraceStep } from '../facts/function-facts.ts';
import { decodings, type TransformSet } from './transforms.ts';

/** Where data of somebody else comes in. */
export interface TaintSource {
  readonly event: EventSource;
  readonly path: string;
  readonly trust: TrustClass;
  /** Low when the kind of event is not known. */
  readonly confidence: 'high' | 'medium' | 'low';
}

/** One step of the way that data took; the chain is walked backwards only when a flow is reported. */
export interface Step {
  readonly at: SourceRange;
  readonly message: string;
  readonly before: Step | undefined;
  readonly length: number;
}

/** Data of one source inside a value, with what it went through. Two labels are the same when source and transforms are. */
export interface Label {
  readonly source: TaintSource;
  readonly transforms: TransformSet;
  readonly step: Step;
}

export type Labels = readonly Label[];

/** More labels than this in one value are not told apart. */
const maxLabels = 24;
const maxSteps = 40;
const maxPathParts = 8;

export function sameLabel(a: Label, b: Label): boolean {
  return (
    a === b ||
    (a.transforms === b.transforms &&
      (a.source === b.source || (a.source.path === b.source.path && a.source.event === b.source.event)))
  );
}

export function unionLabels(a: Labels, b: Labels): Labels {
  if (a.length === 0) return b;
  if (b.length === 0 || a === b) return a;
  let result: Label[] | undefined;
  for (const label of b) {
    if ((result ?? a).some((one) => sameLabel(one, label))) continue;
    result ??= [...a];
    if (result.length >= maxLabels) break;
    result.push(label);
  }
  return result ?? a;
}

export function sameLabels(a: Labels, b: Labels): boolean {
  return a === b || (a.length === b.length && a.every((label) => b.some((one) => sameLabel(one, label))));
}

export function addStep(labels: Labels, at: SourceRange, message: string): Labels {
  if (labels.length === 0) return labels;
  return labels.map((label) => ({ ...label, step: nextStep(label.step, at, message) }));
}

export function nextStep(before: Step | undefined, at: SourceRange, message: string): Step {
  if (before !== undefined) {
    if (before.length >= maxSteps) return before;
    if (before.message === message && before.at.start === at.start && before.at.file === at.file) return before;
  }
  return { at, message, before, length: (before?.length ?? 0) + 1 };
}

/** From the source to here. */
export function stepsTo(step: Step): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  for (let one: Step | undefined = step; one !== undefined; one = one.before) {
    steps.push({ at: one.at, message: one.message });
  }
  return steps.reverse();
}

/** The label of a member of labelled data: `body` becomes `body.email`. */
export function deeper(labels: Labels, part: string): Labels {
  if (labels.length === 0) return labels;
  return labels.map((label) => {
    const source = memberOf(label.source, part);
    return source === label.source ? label : { ...label, source };
  });
}

/** The same member of the same source is one object, so that labels are told apart quickly. */
const members = new WeakMap<TaintSource, Map<string, TaintSource>>();

function memberOf(source: TaintSource, part: string): TaintSource {
  let known = members.get(source);
  if (known === undefined) members.set(source, (known = new Map()));
  let member = known.get(part);
  if (member === undefined) {
    const path = extendPath(source.path, part);
    member = path === source.path ? source : { ...source, path };
    known.set(part, member);
  }
  return member;
}

export function extendPath(path: string, part: string): string {
  if (part === '[]' && path.endsWith('[]')) return path;
  if (path.length > 160 || dots(path) + 1 >= maxPathParts) return path;
  if (path === '') return part;
  return part === '[]' ? `${path}[]` : `${path}.${part}`;
}

function dots(path: string): number {
  let count = 0;
  for (let index = path.indexOf('.'); index >= 0; index = path.indexOf('.', index + 1)) count++;
  return count;
}

/** What a guard learns holds for data of this source in this form: decoded again it is another text. */
export function guardKey(label: Label, path = label.source.path): string {
  return `${label.source.event}|${path}|${label.transforms & decodings}`;
}
