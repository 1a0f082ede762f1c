import type { CheckDoc } from '../check-doc.ts';

const template = (enabled: boolean): string => `Resources:
  FulfilOrder:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/fulfilment
      DefinitionString: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}'
      TracingConfiguration:
        Enabled: ${enabled}
`;

export default {
  why: 'With tracing one can follow an event through the workflow and its functions, and see where it went and how long each step took.',
  exploit: 'There is no attack by itself: an incident takes longer to understand.',
  fix: {
    sam: 'Add `Tracing: { Enabled: true }` to the state machine.',
    cloudformation: 'Set `TracingConfiguration: { Enabled: true }`.',
  },
  blindSpots: 'Other tracing tools are not seen. The finding is informative.',
  sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html'],
  examples: {
    bad: [
      {
        title: 'a fulfilment workflow without traces',
        template: template(false),
        subject: 'FulfilOrder',
        marks: 'false',
      },
    ],
    good: [{ title: 'a fulfilment workflow with traces', template: template(true), subject: 'FulfilOrder' }],
  },
} satisfies CheckDoc;
