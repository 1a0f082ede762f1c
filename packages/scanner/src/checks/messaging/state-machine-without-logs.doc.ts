import type { CheckDoc } from '../check-doc.ts';

const template = (more: string): string => `Resources:
  FulfilOrder:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineType: EXPRESS
      RoleArn: arn:aws:iam::111122223333:role/fulfilment
      DefinitionString: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}'
${more}`;

export default {
  why: 'An Express workflow keeps no history: without logs nobody can tell afterwards what ran, with which input, and why it failed. Standard workflows keep theirs for 90 days.',
  exploit: 'An attacker who starts executions with forged input leaves no trace of it.',
  fix: {
    sam: 'Add `Logging: { Level: ERROR, IncludeExecutionData: false, Destinations: [...] }` to the state machine.',
    cloudformation: 'Add `LoggingConfiguration` with a level other than OFF and a log group.',
  },
  blindSpots: 'For Standard workflows the finding is informative. Logs with execution data hold what the events hold.',
  sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html'],
  examples: {
    bad: [{ title: 'a fulfilment workflow without logs', template: template(''), subject: 'FulfilOrder' }],
    good: [
      {
        title: 'a fulfilment workflow that logs its errors',
        template: template(
          '      LoggingConfiguration:\n        Level: ERROR\n        Destinations:\n          - CloudWatchLogsLogGroup:\n              LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:fulfilment:*\n',
        ),
        subject: 'FulfilOrder',
      },
    ],
  },
} satisfies CheckDoc;
