import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A stream keeps records for a day unless told otherwise. What a broken consumer did not read by then is gone.',
  exploit: 'The attacker sends a record on which the consumer fails again and again, and the ones behind it expire.',
  fix: {
    sam: 'Set RetentionPeriodHours: 168 or more.',
    cloudformation: 'Set RetentionPeriodHours: 168 or more.',
  },
  blindSpots: 'Records that are only a signal need no week.',
  sources: ['https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html'],
  examples: {
    bad: [
      {
        title: 'clicks for a day',
        template: `Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      RetentionPeriodHours: 24
`,
        subject: 'Clicks',
        marks: '24',
      },
    ],
    good: [
      {
        title: 'clicks for a week',
        template: `Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      RetentionPeriodHours: 168
`,
        subject: 'Clicks',
      },
    ],
  },
} satisfies CheckDoc;
