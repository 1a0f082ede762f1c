import { asList, asText, member, settled, type Value } from '@leastwise/model';
import type { Estate, NodeOf } from '../../estate/estate.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'function-without-alarm',
  title: 'Nobody is told when the function fails or times out',
  area: 'observability',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [284],
  mappings: { owasp: ['SAS-5'], csa: ['CSA-5'], cwe: [778] },
  fix: 'review',
  evaluate(subject, { estate }) {
    let unclear: Value<unknown> | undefined;
    for (const alarm of estate.of('alarm')) {
      const answer = watches(estate, alarm, subject);
      if (answer === true) return pass;
      if (answer !== false) unclear ??= answer;
    }
    if (unclear !== undefined) return open('what an alarm watches', unclear, estate);
    return fail(subject.keyRange, `No alarm of these templates watches the errors or the duration of ${subject.name}.`, {
      fix: { summary: 'add an alarm on Errors, and one on Duration near the timeout' },
    });
  },
});

/** An alarm on the function, or on all functions of the account; the value that would tell when it is not known. */
function watches(estate: Estate, alarm: NodeOf<'alarm'>, subject: NodeOf<'function'>): boolean | Value<unknown> {
  const { namespace, dimensions, metrics } = alarm.facet;
  const isOurs = (value: Value): boolean => estate.functionOf(value)?.function.id === subject.id;
  const named = dimensions.items.find((dimension) => isOurs(dimension.value));
  if (settled(namespace) === undefined && namespace.kind === 'unknown') return named === undefined ? false : namespace;
  if (settled(namespace) === 'AWS/Lambda') {
    if (dimensions.items.length === 0) return true;
    if (named === undefined) return false;
    return settled(named.name) === undefined ? named.name : settled(named.name) === 'FunctionName';
  }
  return (asList(metrics) ?? []).some((metric) =>
    (asList(member(metric, 'MetricStat', 'Metric', 'Dimensions')) ?? []).some(
      (dimension) => asText(member(dimension, 'Name')) === 'FunctionName' && isOurs(member(dimension, 'Value')),
    ),
  );
}
