import type { FixIntent, NodeId } from '@leastwise/model';
import { watchedFunctions } from '../../analyses/functions/watching-alarms.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { addResource, reference } from '../fix-intents.ts';

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
    const watched = watchedFunctions(estate);
    if (watched.all || watched.certain.has(subject.id)) return pass;
    const unclear = watched.possible.get(subject.id);
    if (unclear !== undefined) return open('what an alarm watches', unclear, estate);
    return fail(
      subject.keyRange,
      `No alarm of these templates watches the errors or the duration of ${subject.name}.`,
      {
        fix: { summary: 'add an alarm on Errors, and one on Duration near the timeout', edit: [alarm(subject)] },
      },
    );
  },
});

/** Who is told stands in no template: whoever takes the fix adds AlarmActions. */
function alarm(subject: { readonly id: NodeId }): FixIntent {
  return addResource(subject, 'ErrorsAlarm', 'AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/Lambda',
    MetricName: 'Errors',
    Dimensions: [{ Name: 'FunctionName', Value: reference(subject) }],
    Statistic: 'Sum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  });
}
