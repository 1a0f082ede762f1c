import type { CheckDoc } from '../check-doc.ts';

const template = (days: number): string => `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: ${days}
`;

export default {
  why: 'Break-ins are often found months later. Logs that are gone by then cannot tell what was done.',
  exploit: 'The attacker does little for a quarter of a year, and the beginning is out of reach.',
  fix: { sam: 'Set RetentionInDays: 365.', cloudformation: 'Set RetentionInDays: 365.' },
  blindSpots: 'Logs may be copied to a bucket that keeps them longer. Rules on personal data may ask for less.',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16'],
  examples: {
    bad: [{ title: 'logs for a month', template: template(30), subject: 'Orders', marks: '30' }],
    good: [{ title: 'logs for a year', template: template(365), subject: 'Orders' }],
  },
} satisfies CheckDoc;
