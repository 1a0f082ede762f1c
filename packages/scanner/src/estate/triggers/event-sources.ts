import { describe, settled, type NodeId } from '@leastwise/model';
import type { EstateBuilder, Linker, NodeOf } from '../estate.ts';
import type { Kind } from '../facets/index.ts';
import type { TriggerKind } from '../trigger.ts';
import { addTrigger } from './add-trigger.ts';
import { sourceLabel } from './source-label.ts';

const kindOfNode: Partial<Record<Kind, TriggerKind>> = {
  queue: 'queue',
  stream: 'stream',
  'stream-consumer': 'stream',
  table: 'table-stream',
  'kafka-cluster': 'kafka',
  'message-broker': 'message-broker',
  'database-cluster': 'document-db',
};

const kindOfService: Readonly<Record<string, TriggerKind>> = {
  sqs: 'queue',
  kinesis: 'stream',
  dynamodb: 'table-stream',
  kafka: 'kafka',
  mq: 'message-broker',
  rds: 'document-db',
};

const word: Partial<Record<TriggerKind, string>> = {
  queue: 'queue',
  stream: 'stream',
  'table-stream': 'stream of table',
  kafka: 'Kafka cluster',
  'message-broker': 'message broker',
  'document-db': 'document database',
};

/** Sources that Lambda polls for the function. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html */
export const linkEventSources: Linker = (estate) => {
  for (const mapping of estate.of('event-source-mapping')) {
    const target = estate.functionOf(mapping.facet.function);
    if (target === undefined) continue;
    const source = sourceOf(estate, mapping);
    const kind = kindOf(mapping, source === undefined ? undefined : estate.nodes.get(source)?.kind);
    addTrigger(estate, {
      kind,
      target,
      source,
      label: labelOf(estate, mapping, kind, source),
      invocation: 'poll',
      enabled: settled(mapping.facet.enabled) !== false,
      at: mapping.facet.source.kind === 'absent' ? mapping.keyRange : mapping.facet.source.origin,
      madeBy: mapping,
    });
  }
};

function sourceOf(estate: EstateBuilder, mapping: NodeOf<'event-source-mapping'>): NodeId | undefined {
  const node = estate.resolve(mapping.facet.source);
  if (node?.kind === 'stream-consumer') return estate.resolve(node.facet.stream, 'stream')?.id ?? node.id;
  return node?.id;
}

function kindOf(mapping: NodeOf<'event-source-mapping'>, nodeKind: Kind | undefined): TriggerKind {
  const byNode = nodeKind === undefined ? undefined : kindOfNode[nodeKind];
  if (byNode !== undefined) return byNode;
  const { facet } = mapping;
  const service = /^arn:[^:]*:([a-z]+)[-:]/.exec(describe(facet.source))?.[1];
  const byService = service === undefined ? undefined : kindOfService[service];
  if (byService !== undefined) return byService;
  if (facet.selfManaged.present || facet.topics.present) return 'kafka';
  if (facet.queues.present) return 'message-broker';
  if (facet.documentDb.present) return 'document-db';
  // Only streams have a starting position; only queues can do without one.
  return facet.startingPosition.kind === 'absent' ? 'queue' : 'stream';
}

function labelOf(
  estate: EstateBuilder,
  mapping: NodeOf<'event-source-mapping'>,
  kind: TriggerKind,
  source: NodeId | undefined,
): string {
  if (mapping.facet.selfManaged.present)
    return `Kafka topic ${mapping.facet.topics.items.map(describe).join(', ')} of a cluster run elsewhere`;
  const node = source === undefined ? undefined : estate.nodes.get(source);
  return sourceLabel(word[kind] ?? kind, node, mapping.facet.source);
}
