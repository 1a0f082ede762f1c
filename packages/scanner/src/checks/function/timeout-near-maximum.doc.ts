import type { CheckDoc } from '../check-doc.ts';

const template = (timeout: number): string => `Resources:
  ResizePhoto:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Timeout: ${timeout}
      Role: arn:aws:iam::111122223333:role/photos
      Code:
        ZipFile: exports.handler = async () => 'resized';
`;

export default {
  why: 'The timeout ends a call that hangs on a slow partner or a crafted input. At the maximum of 15 minutes nothing ends it: each such call costs the full time and holds a place of the concurrency of the account.',
  exploit:
    'An attacker finds an input that makes the function wait (a slow URL, a large file) and sends it often: the bill grows and other functions of the account are throttled.',
  fix: {
    sam: 'Set `Timeout` of the function to a little more than the longest run that was measured; split longer work into steps.',
    cloudformation: 'Set `Timeout` of the function to a little more than the longest run that was measured.',
  },
  blindSpots:
    'What the function really needs is not known. For a function that nobody outside can start directly the finding is only informative, and behind a gateway `integration-timeout-shorter-than-function` tells it.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html'],
  examples: {
    bad: [{ title: 'a photo function with 15 minutes', template: template(900), subject: 'ResizePhoto', marks: '900' }],
    good: [{ title: 'a photo function with 20 seconds', template: template(20), subject: 'ResizePhoto' }],
  },
} satisfies CheckDoc;
