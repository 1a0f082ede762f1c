import { flowClasses, type FlowClass } from '@leastwise/code';
import type { Confidence, Mappings, Severity } from '@leastwise/model';
import { describeCodeValue } from '../analyses/code/describe-code-value.ts';
import { findingFlow } from '../analyses/code/finding-flow.ts';
import { originExposure } from '../analyses/code/joins/join-flows.ts';
import type { JoinedFlow } from '../analyses/code/joins/joined-flow.ts';
import type { Exposure } from '../analyses/exposure/exposure.ts';
import type { NodeOf } from '../estate/estate.ts';
import { defineCheck, fail, notApplicable, pass, type Check, type CheckContext, type Fail } from './define-check.ts';
import { flowSeverity } from './flow-severity.ts';

export interface FlowQuestion {
  /** The bad state: `event-data-in-sql`. */
  readonly name: string;
  readonly title: string;
  readonly class: FlowClass;
  /** Which calls of the class, by the id of their row, when two checks share it. */
  readonly isAbout?: (sink: string) => boolean;
  /** When anyone on the internet can send the event. */
  readonly severity: Severity;
  readonly rows: readonly number[];
  /** What the call does with the data, after "… of its event": `becomes part of an SQL statement`. */
  readonly does: string;
  readonly fix: string;
  readonly attack?: readonly string[];
  readonly owasp?: readonly string[];
}

/** One question for one class of injection: does event data reach a call of that class unchecked? */
export function flowCheck(question: FlowQuestion): Check {
  const mappings: Mappings = {
    owasp: question.owasp ?? ['SAS-1'],
    csa: ['CSA-1'],
    cwe: [flowClasses[question.class]],
    ...(question.attack === undefined ? {} : { attack: question.attack }),
  };
  return defineCheck({
    name: question.name,
    title: question.title,
    area: 'code',
    subjects: ['function'],
    severity: question.severity,
    since: '0.1.0',
    rows: question.rows,
    mappings,
    fix: 'none',
    evaluate(subject, context) {
      const facts = context.facts.code.of(subject.id);
      if (facts === undefined) return notApplicable;
      const flows = facts.flows.filter(
        ({ class: each, sink }) => each === question.class && (question.isAbout?.(sink) ?? true),
      );
      if (flows.length === 0) return pass;
      const seen = new Map<string, number>();
      return byCall(flows).map((group) => failureOf(group, subject, question, context, seen));
    },
  });
}

/** Several parts of one event that reach one call are mended together: one group, the surest and shortest way first. */
function byCall(flows: readonly JoinedFlow[]): readonly (readonly [JoinedFlow, ...JoinedFlow[]])[] {
  const groups = new Map<string, [JoinedFlow, ...JoinedFlow[]]>();
  for (const flow of flows) {
    const key = `${flow.sink} ${flow.at.file} ${flow.at.start}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [flow]);
    else group.push(flow);
  }
  for (const group of groups.values()) {
    group.sort(
      (a, b) => sureness.indexOf(a.confidence) - sureness.indexOf(b.confidence) || a.steps.length - b.steps.length,
    );
  }
  return [...groups.values()];
}

const sureness: readonly JoinedFlow['confidence'][] = ['high', 'medium', 'low'];

function failureOf(
  group: readonly [JoinedFlow, ...JoinedFlow[]],
  subject: NodeOf<'function'>,
  question: FlowQuestion,
  context: CheckContext,
  seen: Map<string, number>,
): Fail {
  const [flow] = group;
  const exposure = exposureOf(flow, subject, context);
  const others = new Set(group.map(({ source }) => source.path)).size - 1;
  const more = others > 0 ? ` (and ${others} more)` : '';
  const source = flow.origin?.source ?? flow.source;
  const path = source.path === '' ? 'The event' : `${source.path}${more} of the event`;
  const argument = describeCodeValue(flow.argument);
  const shown = flow.argument.kind === 'text' && argument.length < 120 ? `: ${argument}` : '';
  return fail(flow.at, `${path} that starts ${startedBy(flow, subject, context)} ${question.does}${shown}.`, {
    key: nth(`${flow.sink} ${flow.source.path}`, seen),
    severity: flowSeverity(question.severity, flow, exposure),
    confidence: confidenceOf(flow),
    flow: findingFlow(flow),
    fix: { summary: question.fix },
  });
}

/** The function itself, or the one that the data came in by and the way from there. */
function startedBy(flow: JoinedFlow, subject: NodeOf<'function'>, context: CheckContext): string {
  if (flow.origin === undefined) return subject.name;
  const first = context.estate.nodes.get(flow.origin.function)?.name ?? flow.origin.function;
  return `${first}, sent to ${subject.name} through ${flow.origin.through.join(', then ')},`;
}

/** The widest of the ways in that bring this kind of event. */
function exposureOf(flow: JoinedFlow, subject: NodeOf<'function'>, context: CheckContext): Exposure {
  // Code without a template: nothing says who may start it.
  if (context.estate.fragments.every(({ format }) => format === 'code')) return 'unknown';
  return originExposure(
    context.estate,
    context.facts.exposure,
    flow.origin ?? { function: subject.id, source: flow.source },
  );
}

function confidenceOf(flow: JoinedFlow): Confidence {
  return flow.mitigations.length > 0 && flow.confidence === 'high' ? 'medium' : flow.confidence;
}

/** The same data may reach the same call in two places of one function: their order tells them apart, no line does. */
function nth(said: string, seen: Map<string, number>): string {
  const number = (seen.get(said) ?? 0) + 1;
  seen.set(said, number);
  return number === 1 ? said : `${said} ${number}`;
}
