import type { CheckDoc } from '../check-doc.ts';

export default {
  why: 'Queries and alarms need fields. In a line of text a space or a quote from the caller moves them.',
  exploit: 'The attacker sends a user agent that looks like the end of the line and another, harmless request.',
  fix: {
    sam: 'Write Format as a JSON object of $context variables.',
    cloudformation: 'Write Format as a JSON object of $context variables.',
  },
  blindSpots: 'XML is taken for text, although API Gateway knows it.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  examples: {
    bad: [
      {
        title: 'a log of lines',
        template: `Resources:
  Orders:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: orders, ProtocolType: HTTP }
  Prod:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: !Ref Orders
      StageName: prod
      AccessLogSettings:
        DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:orders
        Format: '$context.requestId $context.status'
`,
        subject: 'Prod',
        marks: '$context.requestId',
      },
    ],
    good: [
      {
        title: 'a log of JSON',
        template: `Resources:
  Orders:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: orders, ProtocolType: HTTP }
  Prod:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: !Ref Orders
      StageName: prod
      AccessLogSettings:
        DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:orders
        Format: '{"requestId":"$context.requestId"}'
`,
        subject: 'Prod',
      },
    ],
  },
} satisfies CheckDoc;
