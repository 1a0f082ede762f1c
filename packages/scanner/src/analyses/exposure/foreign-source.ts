import { describe, settled, type Unknown, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import type { StartVerdict } from './started-by.ts';

/**
 * The verdict of a way in whose source stands outside the tree: who may write there is written elsewhere. Undefined when
 * the source is in the tree, or can be no one else's.
 */
export function foreignSource(trigger: NodeOf<'trigger'>, estate: Estate): StartVerdict | undefined {
  const { facet } = trigger;
  if (facet.kind === 'rule') return ruleOfForeignBus(trigger, estate);
  if (facet.source !== undefined || !elsewhere.has(facet.kind)) return undefined;
  const written =
    estate.get(trigger.generatedFrom?.id, 'event-source-mapping')?.facet.source ??
    estate.get(trigger.generatedFrom?.id, 'subscription')?.facet.topic;
  const open = written === undefined ? undefined : estate.openReason(written);
  return notKnown(facet.label, open);
}

const elsewhere: ReadonlySet<string> = new Set([
  'queue',
  'topic',
  'stream',
  'table-stream',
  'kafka',
  'message-broker',
  'document-db',
  'bucket',
]);

function notKnown(label: string, open: Unknown | undefined): StartVerdict {
  return {
    exposure: 'unknown',
    message: `${label}: it stands outside these templates`,
    reason: `Who may write to ${label} is not in these templates${open === undefined ? '.' : `: ${open.reason}`}`,
    ...(open?.settleWith === undefined ? {} : { settleWith: open.settleWith }),
  };
}

/** The default bus takes events of the own account only, a partner's bus those of the partner. */
function ruleOfForeignBus(trigger: NodeOf<'trigger'>, estate: Estate): StartVerdict | undefined {
  const rule = estate.get(trigger.facet.source, 'rule');
  if (rule === undefined || isDefaultBus(rule.facet.bus) || estate.resolve(rule.facet.bus, 'event-bus') !== undefined)
    return undefined;
  const name = describe(rule.facet.bus);
  if (/(^|event-bus\/)aws\.partner\//.test(name)) {
    return { exposure: 'authenticated', message: `a partner sends events to bus ${name}`, at: rule.facet.bus.origin };
  }
  return notKnown(`event bus ${name}`, estate.openReason(rule.facet.bus));
}

/** `default`, its ARN, or nothing written. */
export function isDefaultBus(bus: Value): boolean {
  if (bus.kind === 'absent') return true;
  return /^(default|arn:.*:event-bus\/default)$/.test(String(settled(bus) ?? describe(bus)));
}
