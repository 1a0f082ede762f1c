import type { Flow, FlowClass, FunctionFacts, Sent, SentData, TraceStep } from '@leastwise/code';
import type { NodeId, SourceRange } from '@leastwise/model';
import type { Estate, NodeOf } from '../../../estate/estate.ts';
import { exposureOrder, type ExposureFacts } from '../../exposure/exposure.ts';
import { eventSources } from '../event-sources.ts';
import { textsOf } from '../../permissions/resolve-code-value.ts';
import { carriersOf, mayReach } from './carrier-of.ts';
import { joined, readBelow } from './data-path.ts';
import { doorsOf } from './doors.ts';
import { carriedEvents, type FlowOrigin, type JoinedFacts, type JoinedFlow } from './joined-flow.ts';
import { selects, upstream } from './upstream.ts';
import { workflowSources } from './workflow-paths.ts';

/** Functions that data is followed back through. */
const maxHops = 4;
/** Places looked at for one flow. */
const maxWork = 2_000;

interface Producer {
  readonly sender: NodeId;
  readonly sent: Sent;
  readonly byRole: boolean;
}

/** Data at one place: where it came from, and whether that is all there is. */
interface Answer {
  readonly origins: readonly FlowOrigin[];
  readonly closed: boolean;
  /** Something of the estate was seen to write it. */
  readonly fed: boolean;
}

/**
 * Follows the data of each flow back through queues, topics, buses, tables and calls to the function in which it came into the
 * application. Data that only functions of the estate write, and that none of them takes from its event, is no flow.
 */
export function joinFlows(
  estate: Estate,
  exposure: ExposureFacts,
  facts: ReadonlyMap<NodeId, FunctionFacts>,
): ReadonlyMap<NodeId, JoinedFacts> {
  const producers = producersOf(estate, facts);
  const blind = blindSenders(estate, facts);
  const result = new Map<NodeId, JoinedFacts>();
  for (const [id, own] of facts) {
    if (estate.get(id, 'function') === undefined || !own.flows.some(isCarried)) {
      result.set(id, own);
      continue;
    }
    let isCut = false;
    const flows = own.flows.flatMap((flow): readonly JoinedFlow[] => {
      if (!isCarried(flow)) return [flow];
      const work: Work = { estate, exposure, facts, producers, blind, left: maxWork, isCut: false };
      const answer = resolve(work, id, flow.source, flow.class, maxHops, new Set());
      isCut ||= work.isCut;
      return settle(estate, exposure, flow, answer);
    });
    result.set(id, { ...own, flows, ...(isCut ? { incomplete: [...own.incomplete, cutAt(own)] } : {}) });
  }
  return result;
}

function cutAt(facts: FunctionFacts): FunctionFacts['incomplete'][number] {
  const [first] = facts.flows;
  return {
    reason: 'cap',
    message: `Data is followed back through ${maxHops} functions; what comes from further is not followed.`,
    ...(first === undefined ? {} : { at: first.at }),
  };
}

function isCarried({ source }: Pick<Flow, 'source'>): boolean {
  return source.trust === 'semi' && carriedEvents.has(source.event);
}

function producersOf(
  estate: Estate,
  facts: ReadonlyMap<NodeId, FunctionFacts>,
): ReadonlyMap<NodeId, readonly Producer[]> {
  const found = new Map<NodeId, Producer[]>();
  for (const [id, { sends }] of facts) {
    const sender = estate.get(id, 'function');
    if (sender === undefined) continue;
    for (const sent of sends) {
      for (const { to, byRole } of carriersOf(estate, sender, sent)) {
        const list = found.get(to);
        const producer = { sender: id, sent, byRole };
        if (list === undefined) found.set(to, [producer]);
        else list.push(producer);
      }
    }
  }
  return found;
}

const blinding: ReadonlySet<string> = new Set([
  'cap',
  'missing-file',
  'unreadable',
  'dynamic-import',
  'bundle',
  'unresolved-sdk',
]);

/** Functions of which it is not known what all they send where. */
function blindSenders(estate: Estate, facts: ReadonlyMap<NodeId, FunctionFacts>): ReadonlySet<NodeId> {
  const blind = new Set<NodeId>();
  for (const node of estate.of('function')) {
    const own = facts.get(node.id);
    const isBlind =
      own === undefined ||
      own.incomplete.some(({ reason }) => blinding.has(reason)) ||
      own.sends.some((sent) => mayReach(estate, node, sent) && carriersOf(estate, node, sent).length === 0);
    if (isBlind) blind.add(node.id);
  }
  return blind;
}

interface Work {
  readonly estate: Estate;
  readonly exposure: ExposureFacts;
  readonly facts: ReadonlyMap<NodeId, FunctionFacts>;
  readonly producers: ReadonlyMap<NodeId, readonly Producer[]>;
  readonly blind: ReadonlySet<NodeId>;
  left: number;
  isCut: boolean;
}

const notKnown: Answer = { origins: [], closed: false, fed: false };

/** Data at a path of a function's event. */
function resolve(
  work: Work,
  functionId: NodeId,
  source: Flow['source'],
  flowClass: FlowClass,
  hops: number,
  on: ReadonlySet<string>,
): Answer {
  const key = `${functionId} ${source.event} ${source.path}`;
  // Data that a function sends back to itself comes from wherever it first came.
  if (on.has(key)) return { origins: [], closed: true, fed: true };
  if (hops === 0 || work.left-- <= 0) {
    work.isCut = true;
    return notKnown;
  }
  const seen = new Set([...on, key]);
  const doors = doorsOf(work.estate, work.exposure, functionId, source.event, source.path);
  if (doors.length === 0) return notKnown;
  return all(
    doors.map((door) => {
      const machine = work.estate.get(door.carrier, 'state-machine');
      const next: Next = { flowClass, hops, on: seen, into: functionId, at: door.at };
      const answer =
        machine === undefined
          ? atCarrier(work, door.carrier, door.path, next, [])
          : atWorkflow(work, machine, door.path, next);
      return { ...answer, closed: answer.closed && door.shut };
    }),
  );
}

interface Next {
  readonly flowClass: FlowClass;
  readonly hops: number;
  readonly on: ReadonlySet<string>;
  readonly into: NodeId;
  readonly at: SourceRange;
}

function all(answers: readonly Answer[]): Answer {
  return {
    origins: answers.flatMap(({ origins }) => origins),
    closed: answers.length > 0 && answers.every(({ closed }) => closed),
    fed: answers.some(({ fed }) => fed),
  };
}

type Rules = readonly NodeOf<'rule'>[];

/** Data at a place of a carrier: what functions write there, and what other carriers hand on. */
function atCarrier(work: Work, carrier: NodeId, path: string, next: Next, rules: Rules, depth = 0): Answer {
  const { estate } = work;
  const answers: Answer[] = [];
  for (const producer of work.producers.get(carrier) ?? []) {
    if (!rules.every((rule) => isSelected(estate, rule, producer))) continue;
    answers.push({ origins: [], closed: true, fed: true });
    for (const data of producer.sent.data) {
      const rest = readBelow(data.path, path);
      if (rest === undefined) continue;
      answers.push(throughSender(work, producer.sender, data, rest, next, carrier, producer.byRole));
    }
  }
  const { feeds, open } = upstream(estate, carrier, path);
  for (const feed of feeds) {
    if (depth >= 6) continue;
    const inner = atCarrier(
      work,
      feed.carrier,
      feed.path,
      next,
      feed.rule === undefined ? rules : [...rules, feed.rule],
      depth + 1,
    );
    answers.push(inner);
  }
  const writers = estate.edgesTo(carrier, 'writes', 'invokes').map(({ from }) => from);
  const isSeen = writers.every((id) => estate.get(id, 'function') === undefined || !work.blind.has(id));
  const answer = all(answers);
  return { ...answer, closed: answer.closed && answer.fed && isSeen && !open };
}

function isSelected(estate: Estate, rule: NodeOf<'rule'>, { sender, sent }: Producer): boolean {
  const from = estate.get(sender, 'function');
  if (from === undefined) return true;
  const texts = (value: Sent['detailType']): readonly string[] =>
    value === undefined ? [] : textsOf(estate, from, value);
  return selects(rule, 'detail-type', texts(sent.detailType)) && selects(rule, 'source', texts(sent.eventSource));
}

function atWorkflow(work: Work, machine: NodeOf<'state-machine'>, path: string, next: Next): Answer {
  const answers = workflowSources(work.estate, machine, next.into, path).map((source): Answer => {
    switch (source.kind) {
      case 'open':
        return notKnown;
      case 'execution':
        return atCarrier(work, machine.id, source.path, next, []);
      case 'result': {
        const facts = work.facts.get(source.function);
        if (facts === undefined || work.blind.has(source.function)) return notKnown;
        const found = facts.returns.flatMap((data): readonly Answer[] => {
          const rest = readBelow(data.path, source.path);
          return rest === undefined ? [] : [throughSender(work, source.function, data, rest, next, machine.id, false)];
        });
        return all([{ origins: [], closed: true, fed: true }, ...found]);
      }
    }
  });
  // All that the task gets is written in the definition.
  return answers.length === 0 ? { origins: [], closed: true, fed: true } : all(answers);
}

/** One piece of data that a function sends on: its own event's, or what it was sent itself. */
function throughSender(
  work: Work,
  sender: NodeId,
  data: SentData,
  rest: string,
  next: Next,
  carrier: NodeId,
  byRole: boolean,
): Answer {
  if (data.harmlessFor.includes(next.flowClass)) return { origins: [], closed: true, fed: true };
  const source = { ...data.source, path: joined(data.source.path, rest) };
  const name = carrierName(work.estate, carrier, next.into);
  const hop = (steps: readonly TraceStep[]): readonly TraceStep[] => [
    ...steps.slice(0, -1),
    ...data.steps
      .slice(-1)
      .map(({ at }) => ({ at, message: `${nameOf(work.estate, sender)} sends it through ${name}` })),
    { at: next.at, message: `${name} starts ${nameOf(work.estate, next.into)}` },
  ];
  const own: FlowOrigin = {
    function: sender,
    source,
    through: [name],
    steps: hop(data.steps),
    confidence: byRole && data.confidence === 'high' ? 'medium' : data.confidence,
  };
  if (!isCarried({ source })) return { origins: [own], closed: true, fed: true };
  const before = resolve(work, sender, source, next.flowClass, next.hops - 1, next.on);
  const through = before.origins.map((origin): FlowOrigin => ({
    ...origin,
    through: [...origin.through, name],
    steps: [...origin.steps, ...hop(data.steps)],
    confidence: lower(origin.confidence, own.confidence),
  }));
  return { origins: before.closed ? through : [...through, own], closed: true, fed: true };
}

function carrierName(estate: Estate, carrier: NodeId, into: NodeId): string {
  if (carrier === into) return 'a call';
  const node = estate.nodes.get(carrier);
  return node === undefined ? 'the default event bus' : `${node.kind.replaceAll('-', ' ')} ${node.name}`;
}

function nameOf(estate: Estate, id: NodeId): string {
  return estate.nodes.get(id)?.name ?? id;
}

const levels = ['low', 'medium', 'high'] as const;

function lower(a: Flow['confidence'], b: Flow['confidence']): Flow['confidence'] {
  return levels[Math.min(levels.indexOf(a), levels.indexOf(b))] ?? 'low';
}

const trustOrder = ['outside', 'semi', 'third-party', 'stored', 'internal'] as const;

/** The flow with the widest of its origins; nothing when every writer is known and none of them sends such data. */
function settle(estate: Estate, exposure: ExposureFacts, flow: Flow, answer: Answer): readonly JoinedFlow[] {
  const rank = (origin: FlowOrigin): number =>
    trustOrder.indexOf(origin.source.trust) * 10 + exposureOrder.indexOf(originExposure(estate, exposure, origin));
  const [best] = [...answer.origins].sort(
    (a, b) => rank(a) - rank(b) || a.through.length - b.through.length || a.steps.length - b.steps.length,
  );
  if (best === undefined) return answer.closed ? [] : [flow];
  const isWide = best.source.trust === 'outside' || best.source.trust === 'semi';
  if (!isWide && !answer.closed) return [flow];
  return [
    {
      ...flow,
      origin: best,
      steps: [...best.steps, ...flow.steps],
      confidence: isWide ? lower(flow.confidence, best.confidence) : 'low',
    },
  ];
}

/** Who can start the function that the data came in by, in the way that brings it. */
export function originExposure(
  estate: Estate,
  exposure: ExposureFacts,
  origin: Pick<FlowOrigin, 'function' | 'source'>,
): (typeof exposureOrder)[number] {
  const ways = exposure.waysIn(origin.function);
  const own = ways.filter(({ trigger }) => eventSources(estate, [trigger]).includes(origin.source.event));
  const exposures = (own.length > 0 ? own : ways).map((way) => way.exposure);
  return exposureOrder.find((one) => exposures.includes(one)) ?? exposure.of(origin.function);
}
