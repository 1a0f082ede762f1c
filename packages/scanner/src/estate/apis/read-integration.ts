import { describe, settled, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { AnyNode, Estate } from '../estate.ts';
import type { Kind } from '../facets/index.ts';
import type { RouteFacet } from '../route.ts';

export type Integration = RouteFacet['integration'];

/** An integration as a resource or an OpenAPI document writes it. */
export interface WrittenIntegration {
  readonly present: boolean;
  readonly type: Value<string>;
  /** HTTP and WebSocket APIs: `SQS-SendMessage`. */
  readonly subtype?: Value<string>;
  readonly uri: Value;
  readonly credentials: Value;
  readonly connectionType: Value<string>;
  readonly timeout: Value<number>;
  readonly parameters: readonly Value[];
  readonly templates: readonly Value[];
  /** `X-Amz-Invocation-Type` or what stands in its place: `'Event'` makes the call asynchronous. */
  readonly invocationType?: Value;
  readonly at: SourceRange;
}

/** What a service integration may hand a request to. */
const services: readonly Kind[] = [
  'queue',
  'topic',
  'table',
  'stream',
  'delivery-stream',
  'event-bus',
  'state-machine',
  'bucket',
];

/** Says what a call reaches. */
export function readIntegration(estate: Estate, written: WrittenIntegration): Integration {
  const { uri, credentials, timeout, at } = written;
  const reached = reachedBy(estate, written);
  return {
    kind: reached.kind,
    ...(reached.target === undefined ? {} : { target: reached.target }),
    uri,
    credentials,
    timeout,
    asynchronous: isEvent(written.invocationType),
    at,
  };
}

function reachedBy(estate: Estate, written: WrittenIntegration): { kind: Integration['kind']; target?: NodeId } {
  const type = settled(written.type)?.toUpperCase();
  if (type === 'MOCK') return { kind: 'mock' };
  const called = estate.functionOf(written.uri);
  if (called !== undefined) return { kind: 'lambda', target: called.qualifier ?? called.function.id };
  const spelled = describe(written.uri);
  const subtype = written.subtype === undefined ? undefined : settled(written.subtype);
  if (subtype === undefined && (/:lambda:path\/|:function:/.test(spelled) || isLambdaReference(estate, written.uri)))
    return { kind: 'lambda' };
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    return { kind: settled(written.connectionType) === 'VPC_LINK' ? 'vpc-link' : 'http' };
  }
  const service = serviceTarget(estate, written);
  if (service !== undefined) return { kind: 'service', target: service.id };
  if (subtype !== undefined || /:apigateway:/.test(spelled)) return { kind: 'service' };
  return { kind: 'unknown' };
}

/** The queue, table, ... of a service integration: named in the address, in a parameter or in a mapping template. */
function serviceTarget(estate: Estate, written: WrittenIntegration): AnyNode | undefined {
  for (const value of [written.uri, ...written.parameters, ...written.templates]) {
    for (const candidate of references(value)) {
      const node = estate.resolve(candidate, ...services);
      if (node !== undefined && services.includes(node.kind)) return node;
    }
  }
  return undefined;
}

function references(value: Value): readonly Value[] {
  if (value.kind !== 'text') return [value];
  return [
    value,
    ...value.parts.filter(
      (part): part is Extract<typeof part, { kind: 'reference' }> =>
        typeof part !== 'string' && part.kind === 'reference',
    ),
  ];
}

function isLambdaReference(estate: Estate, uri: Value): boolean {
  const node = estate.resolve(uri);
  return node?.kind === 'function' || node?.kind === 'function-alias' || node?.kind === 'function-version';
}

function isEvent(value: Value | undefined): boolean {
  return value !== undefined && /^'?event'?$/i.test(describe(value));
}
