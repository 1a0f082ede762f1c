import type { CheckDoc } from '../check-doc.ts';

// In parts, so that no scanner takes this file for a leak.
const token = ['wE5', 'rY8', 'uI3', 'oP6', 'aS9', 'dF2', 'gK7'].join('');

const template = (field: string): string => `Resources:
  Shipping:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::123456789012:role/shipping
      Definition:
        StartAt: Announce
        States:
          Announce:
            Type: Pass
            Result:
              ${field}
            End: true
`;

export default {
  why: 'Definition and history of a state machine are read by everyone who may look at executions.',
  exploit: 'Somebody with access to the console of Step Functions reads the token in the input of a state.',
  fix: {
    sam: 'Use an AWS::Events::Connection for HTTP tasks, or read the secret in a function.',
    cloudformation: 'Use an AWS::Events::Connection for HTTP tasks, or read the secret in a function.',
  },
  blindSpots: 'Definitions in S3 are not read.',
  sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html'],
  examples: {
    bad: [
      {
        title: 'a token of the carrier',
        template: template(`carrierToken: ${token}`),
        subject: 'Shipping',
        marks: token,
      },
    ],
    good: [{ title: 'the name of the carrier', template: template('carrier: north'), subject: 'Shipping' }],
  },
} satisfies CheckDoc;
