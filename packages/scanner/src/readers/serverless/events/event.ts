import { asMap, asText, type Value } from '@leastwise/model';
import type { Maker } from '../../cloudformation/sam/made.ts';
import { flagOf, get } from '../../cloudformation/sam/read-value.ts';
import type { Bench, Cause, Draft, ServiceFunction } from '../bench.ts';
import { alphanumeric, upperFirst } from '../naming.ts';

/** One item of `events`. */
export interface ServiceEvent {
  /** `http`, `sqs`, ... */
  readonly type: string;
  /** What stands under the type: a text for the short form, a map for the long one; absent for a type alone. */
  readonly value: Value;
  readonly owner: ServiceFunction;
  /** Counts the events of this type on the function, from 1. */
  readonly index: number;
  readonly make: Maker;
  readonly cause: Cause;
  get(...path: readonly (string | number)[]): Value | undefined;
}

/** The member of the long form, else the short form itself. */
export function shortOr(event: ServiceEvent, name: string): Value | undefined {
  if (asMap(event.value) !== undefined && !isArnMap(event.value)) return event.get(name);
  return event.value.kind === 'absent' ? undefined : event.value;
}

/** `arn: !GetAtt ...` is read already; what is left as a map with these keys could not be. */
const isArnMap = (value: Value): boolean => get(value, 'Fn::GetAtt') !== undefined;

/** `enabled: false` turns a trigger off; it is still deployed. */
export const isDisabled = (event: ServiceEvent): boolean => flagOf(event.get('enabled')) === false;

/** A copy of the map with the names as CloudFormation writes them: `batchSize` → `BatchSize`. */
export function capitalized(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'known') return value;
  const data = value.value;
  if (data instanceof Map) {
    const entries = [...(data as ReadonlyMap<string, Value>)].map(
      ([key, inner]) => [upperFirst(key), capitalized(inner) ?? inner] as const,
    );
    return { ...value, value: new Map(entries) };
  }
  return Array.isArray(data)
    ? { ...value, value: (data as readonly Value[]).map((item) => capitalized(item) ?? item) }
    : value;
}

/** Lets a service start the function. */
export function permit(
  event: ServiceEvent,
  logicalId: string,
  principal: Value | string,
  conditions: { readonly arn?: Value | undefined; readonly account?: Value; readonly token?: Value | undefined },
  bench: Bench,
): Draft {
  const { make, owner } = event;
  return bench.add(
    logicalId,
    'AWS::Lambda::Permission',
    {
      FunctionName: owner.arn(make.origin),
      Action: 'lambda:InvokeFunction',
      Principal: principal,
      SourceArn: conditions.arn,
      SourceAccount: conditions.account,
      EventSourceToken: conditions.token,
    },
    event.cause,
  );
}

/** The last part of an ARN or of a reference, as the framework builds logical ids of it. */
export function sourceName(value: Value | undefined, fallback: string): string {
  if (value?.kind === 'reference') return alphanumeric(value.node.slice(value.node.lastIndexOf('/') + 1));
  const text = value === undefined ? undefined : (asText(value) ?? lastText(value));
  if (text === undefined) return alphanumeric(fallback);
  const last =
    text
      .split(/[:/]/)
      .filter((part) => part !== '')
      .at(-1) ?? fallback;
  return alphanumeric(last);
}

function lastText(value: Value): string | undefined {
  if (value.kind !== 'text') return undefined;
  const part = value.parts.at(-1);
  if (typeof part === 'string') return part;
  return part?.kind === 'reference' ? part.node.slice(part.node.lastIndexOf('/') + 1) : undefined;
}

/** Streams of a table are named by the table: `arn:...:table/Orders/stream/2020-...`. */
export function streamName(value: Value | undefined): string {
  const text = value === undefined ? undefined : asText(value);
  const table = text === undefined ? undefined : /:table\/([^/]+)/.exec(text)?.[1];
  return table === undefined ? sourceName(value, 'Stream') : alphanumeric(table);
}

export function missing(event: ServiceEvent, property: string, bench: Bench): void {
  const { owner, type, value } = event;
  if (value.kind === 'unknown') {
    bench.unknowns.push(value);
    return;
  }
  bench.invalid(
    event.cause.keyRange,
    `The event ${type} of ${owner.key} has no ${property}.`,
    `Write ${property} under the event.`,
  );
}
