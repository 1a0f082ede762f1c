import type { Flow } from '../facts/function-facts.ts';
import type { SinkSpec } from '../specs/spec.ts';
import { toCodeValue } from './code-value.ts';
import { labelsAtPosition } from './flow-position.ts';
import { nextStep, stepsTo, type Label } from './label.ts';
import type { CallSite, Machine } from './machine.ts';
import { valuesAt } from './places.ts';
import { holds } from './requirements.ts';
import type { Value } from './value.ts';

/** Reports the data that reaches a dangerous argument of a call of this name. */
export function checkSinks(machine: Machine, name: string, site: CallSite): void {
  const exact = machine.specs.sinks(site.language, name);
  for (const sink of exact) checkSink(machine, sink, name, site, 0);
  if (exact.length > 0) return;
  const method = site.method ?? name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('#')) + 1);
  for (const sink of machine.specs.sinks(site.language, `*#${method}`)) checkSink(machine, sink, name, site, 1);
}

/** A method of this name on something that is not known. */
export function checkMethodSinks(machine: Machine, site: CallSite): void {
  if (site.method === undefined) return;
  for (const sink of machine.specs.sinks(site.language, `*#${site.method}`)) {
    checkSink(machine, sink, site.method, site, 1);
  }
}

const levels = ['low', 'medium', 'high'] as const;

function checkSink(machine: Machine, sink: SinkSpec, name: string, site: CallSite, doubt: number): void {
  // A whole answer that is made of data is no header or page that the code puts data into.
  if (
    name.startsWith('return#') &&
    hasMember(sink) &&
    site.arguments[0]?.value.kind !== 'object' &&
    site.arguments[0]?.value.kind !== 'union'
  )
    return;
  const values = valuesAt(machine, site, sink.argument);
  if (values.length === 0) return;
  let doubts = doubt;
  const labelled: { readonly value: Value; readonly labels: readonly Label[] }[] = [];
  for (const value of values) {
    const labels = labelsAtPosition(machine, value, sink.position, sink.class).filter(
      (label) =>
        !machine.specs.rules.clears(machine.effective(label), sink.class) &&
        sink.notFrom?.includes(label.source.event) !== true &&
        !machine.specs.isPlatformData(label.source.event, label.source.path),
    );
    if (labels.length > 0) labelled.push({ value, labels });
  }
  if (labelled.length === 0) return;
  for (const requirement of sink.when ?? []) {
    const truth = holds(machine, site, requirement);
    if (truth === false) return;
    if (truth === undefined) doubts = Math.max(doubts, 1);
  }
  for (const { value, labels } of labelled) {
    for (const label of labels) machine.facts.flow(flowOf(machine, sink, name, site, value, label, doubts));
  }
}

function hasMember(sink: SinkSpec): boolean {
  return typeof sink.argument === 'object' && sink.argument.member !== undefined;
}

function flowOf(
  machine: Machine,
  sink: SinkSpec,
  name: string,
  site: CallSite,
  value: Value,
  label: Label,
  doubts: number,
): Flow {
  const last = nextStep(label.step, site.at, `reaches ${shownName(name)}`);
  const steps = stepsTo(last);
  const { source } = label;
  let level = levels.indexOf(sink.confidence ?? 'high') - doubts;
  level = Math.min(level, levels.indexOf(source.confidence));
  if (source.trust === 'stored' || source.trust === 'third-party' || source.trust === 'internal') level = 0;
  const mitigations: string[] = [];
  const { rules } = machine.specs;
  const set = machine.effective(label);
  if (rules.has(set, 'schema-checked')) {
    mitigations.push('a schema checks the shape of the data');
    level--;
  }
  return {
    class: sink.class,
    sink: sink.id,
    callee: name,
    at: site.at,
    source: { event: source.event, path: source.path, trust: source.trust, at: steps[0]?.at ?? site.at },
    steps,
    confidence: levels[Math.max(0, level)] ?? 'low',
    argument: toCodeValue(machine, value),
    mitigations,
  };
}

/** `child_process.exec` for `child_process#exec`. */
export function shownName(name: string): string {
  return name
    .replace(/^(global|builtins)#/, '')
    .replace('#', '.')
    .replace(/\.$/, '');
}
