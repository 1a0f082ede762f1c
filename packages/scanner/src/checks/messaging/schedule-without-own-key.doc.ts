import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'The input of a schedule is kept until it is sent. With a key of your own you say who may read it.',
  exploit: 'A role with scheduler:GetSchedule reads the inputs of every schedule; a key policy could have stopped it.',
  fix: {
    sam: 'Set KmsKeyArn; the role of the schedule needs kms:Decrypt.',
    cloudformation: 'Set KmsKeyArn; the role of the schedule needs kms:Decrypt.',
  },
  blindSpots: 'Most inputs are no secret; what stands in them is not looked at.',
  sources: ['https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html'],
  examples: {
    bad: [
      {
        title: 'a schedule with a key of AWS',
        template: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow: { Mode: "OFF" }
      Target:
        Arn: arn:aws:lambda:eu-west-1:123456789012:function:close-the-day
        RoleArn: arn:aws:iam::123456789012:role/schedules
`,
        subject: 'Nightly',
      },
    ],
    good: [
      {
        title: 'a schedule with a key of its own',
        template: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow: { Mode: "OFF" }
      KmsKeyArn: arn:aws:kms:eu-west-1:123456789012:key/1b2c3d4e-0000-4000-8000-1234567890ab
      Target:
        Arn: arn:aws:lambda:eu-west-1:123456789012:function:close-the-day
        RoleArn: arn:aws:iam::123456789012:role/schedules
`,
        subject: 'Nightly',
      },
    ],
  },
} satisfies CheckDoc;
