import { settled } from '@leastwise/model';
import { feeds } from '../../analyses/functions/feeds.ts';
import { openRole } from '../../analyses/functions/open-role.ts';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { triggersOf } from '../../estate/triggers/triggers-of.ts';
import { defineCheck, fail, notApplicable, pass, type Outcome } from '../define-check.ts';

/** Lambda notices loops through these and stops them after 16 turns: https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html */
const noticed = new Set(['queue', 'topic', 'bucket']);
const looping = new Set(['queue', 'topic', 'bucket', 'stream', 'table-stream', 'rule']);

export default defineCheck({
  name: 'recursive-trigger-loop',
  title: 'The function may start itself through what it writes',
  area: 'function',
  subjects: ['function'],
  severity: 'medium',
  confidence: 'medium',
  since: '0.1.0',
  rows: [242],
  mappings: { owasp: ['SAS-8'], csa: ['CSA-8'], cwe: [674, 400], attack: ['T1496'] },
  fix: 'none',
  evaluate(subject, { estate }) {
    const ways = triggersOf(estate, subject.id).filter(({ facet }) => facet.enabled && looping.has(facet.kind));
    if (ways.length === 0) return notApplicable;
    const outcomes: Outcome[] = [];
    for (const way of ways) {
      const source = sourceOf(estate, way);
      const allowed = source === undefined ? undefined : feeds(estate, subject, source);
      if (source === undefined || allowed === undefined) continue;
      const stopped = noticed.has(way.facet.kind) && settled(subject.facet.recursiveLoop) !== 'Allow';
      const filtered = isFiltered(estate, way);
      outcomes.push(
        fail(
          way.facet.at,
          `${subject.name} is started by ${way.facet.label} and may write there: each turn can start the next, and all are paid.`,
          {
            key: source,
            severity: filtered ? 'info' : stopped ? 'low' : 'medium',
            confidence: filtered ? 'low' : 'medium',
            evidence: [
              { at: way.facet.at, message: `${way.facet.label} starts it` },
              { at: allowed, message: 'its role may write there' },
            ],
            fix: { summary: 'write to another resource, or filter what starts the function' },
          },
        ),
      );
    }
    if (outcomes.length > 0) return outcomes;
    const open = ways.some((way) => sourceOf(estate, way) !== undefined) ? openRole(estate, subject) : undefined;
    if (open === undefined) return pass;
    return {
      result: 'unknown',
      at: open.origin,
      what: 'whether the function may write to what starts it',
      why: open.reason,
      ...(open.settleWith === undefined ? {} : { settleWith: open.settleWith }),
    };
  },
});

/** For a rule the bus behind it, for everything else the source itself. */
function sourceOf(estate: Estate, way: NodeOf<'trigger'>): string | undefined {
  const rule = estate.get(way.facet.source, 'rule');
  return rule === undefined ? way.facet.source : estate.resolve(rule.facet.bus, 'event-bus')?.id;
}

/** A prefix, suffix or pattern lets only some of what is written start the function: whether its own writes pass is not known. */
function isFiltered(estate: Estate, way: NodeOf<'trigger'>): boolean {
  if (way.facet.kind === 'rule') return true;
  const bucket = estate.get(way.facet.source, 'bucket');
  if (bucket !== undefined) {
    return bucket.facet.notifications.functions.items.some(
      (item) => item.target.origin === way.facet.at && item.rules.items.length > 0,
    );
  }
  const mapping = estate.get(way.generatedFrom?.id, 'event-source-mapping');
  if (mapping !== undefined) return mapping.facet.filters.items.length > 0;
  const subscription = estate.get(way.generatedFrom?.id, 'subscription');
  return subscription !== undefined && subscription.facet.filter.kind !== 'absent';
}
