import type { EventSource } from '@leastwise/code';
import type { NodeId, SourceRange } from '@leastwise/model';
import type { Estate, NodeOf } from '../../../estate/estate.ts';
import type { ExposureFacts } from '../../exposure/exposure.ts';
import { eventSources } from '../event-sources.ts';
import { below, joined, withoutTypes } from './data-path.ts';

/** A place of an event as a place of what carries it. */
export interface Door {
  readonly carrier: NodeId;
  readonly path: string;
  readonly at: SourceRange;
  readonly label: string;
  /** Nobody but functions of the estate was seen to write here. */
  readonly shut: boolean;
}

/** The ways by which data at a path of a function's event comes in. */
export function doorsOf(
  estate: Estate,
  exposure: ExposureFacts,
  functionId: NodeId,
  event: EventSource,
  path: string,
): readonly Door[] {
  const ways = exposure.waysIn(functionId);
  const subject = estate.get(functionId, 'function');
  if (ways.length === 0 && subject !== undefined) {
    // Nothing in the text starts it, so that only a call by name can.
    return [{ carrier: functionId, path, at: subject.at, label: 'a call', shut: true }];
  }
  return ways
    .filter(({ trigger }) => eventSources(estate, [trigger]).includes(event))
    .flatMap((way): readonly Door[] => {
      const place = placeOf(estate, way.trigger, path);
      if (place === undefined) return [];
      return [
        {
          ...place,
          at: way.trigger.facet.at,
          label: way.trigger.facet.label,
          shut: way.exposure === 'internal' || way.mediated,
        },
      ];
    });
}

function placeOf(
  estate: Estate,
  trigger: NodeOf<'trigger'>,
  path: string,
): { readonly carrier: NodeId; readonly path: string } | undefined {
  const { kind, source, function: started } = trigger.facet;
  if (kind === 'invoke' || kind === 'permission') return { carrier: started, path };
  if (source === undefined) return undefined;
  if (kind === 'state-machine' || kind === 'rule') return { carrier: source, path };
  if (kind === 'pipe') return { carrier: source, path: below(path, '[]') ?? path };
  const inner = insideEnvelope(kind, path);
  return inner === undefined ? undefined : { carrier: source, path: inner };
}

/** What a carrier holds, by where it stands in the event that Lambda makes of it. */
export function insideEnvelope(kind: string, path: string): string | undefined {
  switch (kind) {
    case 'queue':
      return below(path, 'Records[].body') ?? attribute(below(path, 'Records[].messageAttributes'));
    case 'topic':
      return (
        below(path, 'Records[].Sns.Message') ??
        attribute(below(path, 'Records[].Sns.MessageAttributes')) ??
        (below(path, 'Records[].Sns.Subject') === undefined ? undefined : '@subject')
      );
    case 'stream':
      return below(path, 'Records[].kinesis.data') ?? (path.endsWith('partitionKey') ? '@partition' : undefined);
    case 'delivery-stream':
      return below(path, 'records[].data');
    case 'bucket':
      return below(path, 'Records[].s3.object.key') === undefined ? undefined : 'key';
    case 'table-stream': {
      const image = ['NewImage', 'OldImage', 'Keys']
        .map((one) => below(path, `Records[].dynamodb.${one}`))
        .find((one) => one !== undefined);
      return image === undefined ? undefined : withoutTypes(image);
    }
    default:
      return undefined;
  }
}

function attribute(rest: string | undefined): string | undefined {
  if (rest === undefined) return undefined;
  return joined('@attributes', rest.split('.')[0] ?? '*');
}
