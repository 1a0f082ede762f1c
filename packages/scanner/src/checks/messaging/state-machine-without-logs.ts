import { settled } from '@leastwise/model';
import { defineCheck, fail, open, pass } from '../define-check.ts';
import { added, set } from '../fix-intents.ts';
import { logGroup } from '../fix-resources.ts';

export default defineCheck({
  name: 'state-machine-without-logs',
  title: 'Executions of the state machine are not logged',
  area: 'messaging',
  subjects: ['state-machine'],
  severity: 'low',
  since: '0.1.0',
  rows: [61],
  mappings: {
    owasp: ['SAS-5'],
    csa: ['CSA-5'],
    cwe: [778],
    fsbp: ['StepFunctions.1'],
    checkov: ['CKV_AWS_285'],
    trivy: ['AWS-0119'],
    prowler: ['stepfunctions_statemachine_logging_enabled'],
    cdk_nag: ['StepFunctionStateMachineAllLogsToCloudWatch'],
  },
  fix: 'review',
  evaluate(subject, { estate }) {
    const { logging, type } = subject.facet;
    if (logging.open !== undefined) return open('logging of the state machine', logging.open, estate);
    const level = settled(logging.level);
    if (level === undefined) return open('log level of the state machine', logging.level, estate);
    if (level !== 'OFF') return pass;
    const kind = settled(type);
    if (kind === undefined) return open('type of the state machine', type, estate);
    const at = logging.present ? logging.level.origin : subject.keyRange;
    const fix = {
      summary: 'add LoggingConfiguration with Level: ALL or ERROR',
      edit: logging.present
        ? [set(subject, 'logging.level', 'ERROR')]
        : [
            logGroup(subject),
            set(subject, 'logging', {
              Level: 'ERROR',
              Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: added('Logs', 'Arn') } }],
            }),
          ],
    };
    return kind === 'EXPRESS'
      ? fail(at, `Executions of ${subject.name} leave no trace: an Express workflow keeps no history of its own.`, {
          fix,
        })
      : fail(at, `Executions of ${subject.name} are not logged; Step Functions keeps their history for 90 days.`, {
          severity: 'info',
          fix,
        });
  },
});
