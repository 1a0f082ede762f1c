import { asText, asList, asMap, settled, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../../estate/estate.ts';
import { defaultBus } from './carrier-of.ts';
import { below, joined } from './data-path.ts';
import { insideEnvelope } from './doors.ts';

/** A place of one carrier that is filled from a place of another. */
export interface Feed {
  readonly carrier: NodeId;
  readonly path: string;
  readonly at: SourceRange;
  /** Only events that this rule selects. */
  readonly rule?: NodeOf<'rule'>;
}

/** What hands on to a carrier without code in between. `open`: something does whose form is not known here. */
export function upstream(
  estate: Estate,
  carrier: NodeId,
  path: string,
): { readonly feeds: readonly Feed[]; readonly open: boolean } {
  const node = estate.nodes.get(carrier);
  if (node === undefined) return { feeds: [], open: carrier === defaultBus };
  if (node.kind === 'rule') return ofRule(estate, node, path);
  const feeds: Feed[] = [];
  let open = false;
  for (const edge of estate.edgesTo(carrier, 'routesTo')) {
    const from = estate.nodes.get(edge.from);
    const place = from === undefined ? undefined : handedOn(estate, from.kind, edge.from, carrier, path);
    if (place === undefined) open = true;
    else if (place !== 'nothing') feeds.push({ carrier: edge.from, path: place, at: edge.at });
  }
  return { feeds, open };
}

/** Where what stands at a path of a carrier stood in what handed it on. */
function handedOn(
  estate: Estate,
  kind: string,
  from: NodeId,
  to: NodeId,
  path: string,
): string | 'nothing' | undefined {
  switch (kind) {
    case 'topic': {
      if (isRaw(estate, from, to)) return path;
      const place =
        below(path, 'Message') ??
        (below(path, 'Subject') === undefined ? undefined : '@subject') ??
        attributeOf(below(path, 'MessageAttributes'));
      return place ?? 'nothing';
    }
    case 'bucket':
      return insideEnvelope('bucket', path) ?? 'nothing';
    case 'queue':
      return path;
    case 'rule':
      return estate.get(from, 'rule')?.facet.targets.items.some((one) => one.inputTransformer.kind !== 'absent') ===
        true
        ? undefined
        : path;
    case 'pipe':
      return undefined;
    case 'table':
      return insideEnvelope('table-stream', path) ?? path;
    default:
      return undefined;
  }
}

function attributeOf(rest: string | undefined): string | undefined {
  return rest === undefined ? undefined : joined('@attributes', rest.split('.')[0] ?? '*');
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html */
function isRaw(estate: Estate, topic: NodeId, queue: NodeId): boolean {
  return estate
    .of('subscription')
    .some(
      ({ facet }) =>
        estate.resolve(facet.topic, 'topic')?.id === topic &&
        estate.resolve(facet.endpoint, 'queue')?.id === queue &&
        settled(facet.raw) === true,
    );
}

function ofRule(estate: Estate, rule: NodeOf<'rule'>, path: string): ReturnType<typeof upstream> {
  const transforms = rule.facet.targets.items.some((one) => one.inputTransformer.kind !== 'absent');
  if (rule.facet.targets.items.every((one) => one.input.kind !== 'absent')) return { feeds: [], open: false };
  const bus = rule.facet.bus.kind === 'absent' ? undefined : estate.resolve(rule.facet.bus, 'event-bus');
  const isDefault = rule.facet.bus.kind === 'absent' || asText(rule.facet.bus as Value) === 'default';
  const carrier = bus?.id ?? (isDefault ? defaultBus : undefined);
  if (carrier === undefined || transforms) return { feeds: [], open: true };
  return { feeds: [{ carrier, path, at: rule.at, rule }], open: isDefault };
}

/** Whether a rule selects an event with this type and source; what is not known may be selected. */
export function selects(rule: NodeOf<'rule'>, member: 'detail-type' | 'source', texts: readonly string[]): boolean {
  const pattern = rule.facet.pattern as Value;
  const wanted = asList(asMap(pattern)?.get(member) ?? pattern);
  if (wanted === undefined || texts.length === 0) return true;
  return wanted.some((one) => {
    const text = asText(one);
    if (text !== undefined) return texts.includes(text) || texts.some((each) => each.includes('*'));
    const prefix = asMap(one)?.get('prefix');
    const start = prefix === undefined ? undefined : asText(prefix);
    return start === undefined || texts.some((each) => each.includes('*') || each.startsWith(start));
  });
}
