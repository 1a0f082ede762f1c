import { isAbsent } from '@leastwise/model';
import type { NodeOf, Estate } from '../../estate/estate.ts';
import { triggersOf } from '../../estate/triggers/triggers-of.ts';
import { defineCheck, fail, notApplicable, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

/** One thing that comes in starts several functions: what a stranger sends is paid as many times. */
export default defineCheck({
  name: 'fan-out-without-limit',
  title: 'What anyone may send starts several functions without a limit',
  area: 'cost',
  subjects: ['topic', 'event-bus', 'bucket', 'stream', 'table'],
  severity: 'low',
  confidence: 'medium',
  since: '0.1.0',
  rows: [243],
  mappings: { owasp: ['SAS-8'], csa: ['CSA-8'], cwe: [770, 400], attack: ['T1496', 'T1499'] },
  fix: 'review',
  evaluate(subject, { estate, facts }) {
    const started = startedBy(estate, subject.id);
    if (started.length < 2) return notApplicable;
    const unlimited = started.filter(({ called }) => isAbsent(called.facet.reservedConcurrency));
    if (unlimited.length < 2) return pass;
    const exposure = facts.exposure.of(subject.id);
    if (exposure === 'unknown')
      return {
        result: 'unknown',
        at: subject.keyRange,
        what: `who may put something into ${subject.name}`,
        why: 'It is known only to a deployment.',
      };
    if (exposure !== 'public' && exposure !== 'public-sign-up') return notApplicable;
    return fail(
      subject.keyRange,
      `Each thing that ${exposure === 'public' ? 'anyone' : 'anyone who signs up'} puts into ${subject.name} starts ${unlimited.length} functions, none of which has a limit.`,
      {
        evidence: unlimited.map(({ called, way }) => ({
          at: way.facet.at,
          message: `${way.facet.label} starts ${called.name}`,
        })),
        fix: {
          summary: 'set ReservedConcurrentExecutions on the functions, or a limit where the things come in',
          edit: unlimited.map(({ called }) => set(called, 'reservedConcurrency', 10)),
        },
      },
    );
  },
});

interface Started {
  readonly called: NodeOf<'function'>;
  readonly way: NodeOf<'trigger'>;
}

const indexes = new WeakMap<Estate, ReadonlyMap<string, readonly Started[]>>();

/** The functions that something in it starts, each once; for a bus through its rules. */
function startedBy(estate: Estate, source: string): readonly Started[] {
  let index = indexes.get(estate);
  if (index === undefined) indexes.set(estate, (index = bySource(estate)));
  return index.get(source) ?? [];
}

function bySource(estate: Estate): ReadonlyMap<string, readonly Started[]> {
  const index = new Map<string, Started[]>();
  for (const called of estate.of('function')) {
    const seen = new Set<string>();
    for (const way of triggersOf(estate, called.id)) {
      const { enabled, source } = way.facet;
      const rule = estate.get(source, 'rule');
      const from = rule === undefined ? source : estate.resolve(rule.facet.bus, 'event-bus')?.id;
      if (!enabled || from === undefined || seen.has(from)) continue;
      seen.add(from);
      const list = index.get(from);
      if (list === undefined) index.set(from, [{ called, way }]);
      else list.push({ called, way });
    }
  }
  return index;
}
