import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'A global endpoint moves to the second region when the first is unwell. Without replication the events of before stay where they cannot be read, and the endpoint does not come back by itself.',
  exploit: 'No attack is needed: an outage of one region loses the orders that were on their way.',
  fix: {
    sam: 'Set ReplicationConfig: { State: ENABLED } and give the endpoint a role that may put events on both buses.',
    cloudformation:
      'Set ReplicationConfig: { State: ENABLED } and give the endpoint a role that may put events on both buses.',
  },
  blindSpots: 'Whether the consumers of both regions bear an event twice is not known.',
  sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html'],
  examples: {
    bad: [
      {
        title: 'an endpoint that copies nothing',
        template: `Resources:
  Orders:
    Type: AWS::Events::Endpoint
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/replicate-orders
      ReplicationConfig:
        State: DISABLED
      EventBuses:
        - EventBusArn: arn:aws:events:eu-west-1:123456789012:event-bus/orders
        - EventBusArn: arn:aws:events:eu-central-1:123456789012:event-bus/orders
      RoutingConfig:
        FailoverConfig:
          Primary: { HealthCheck: "arn:aws:route53:::healthcheck/orders" }
          Secondary: { Route: eu-central-1 }
`,
        subject: 'Orders',
        marks: 'DISABLED',
      },
    ],
    good: [
      {
        title: 'an endpoint that copies events',
        template: `Resources:
  Orders:
    Type: AWS::Events::Endpoint
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/replicate-orders
      ReplicationConfig:
        State: ENABLED
      EventBuses:
        - EventBusArn: arn:aws:events:eu-west-1:123456789012:event-bus/orders
        - EventBusArn: arn:aws:events:eu-central-1:123456789012:event-bus/orders
      RoutingConfig:
        FailoverConfig:
          Primary: { HealthCheck: "arn:aws:route53:::healthcheck/orders" }
          Secondary: { Route: eu-central-1 }
`,
        subject: 'Orders',
      },
    ],
  },
} satisfies CheckDoc;
