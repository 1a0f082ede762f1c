import type { CheckDoc } from '../check-doc.ts';

const template = (log: string): string => `Resources:
  OrderApi:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: HTTP
  AccessLog:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: 90
  OrderStage:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: !Ref OrderApi
      StageName: $default
      AutoDeploy: true
${log}
`;

export default {
  why: 'The access log is the only record of who called which route from where, requests that an authorizer refused included. The log of the function sees none of those.',
  exploit: 'The attacker tries tokens and paths for days; afterwards nobody can say what was reached.',
  fix: {
    sam: 'Set AccessLogSetting (Api) or AccessLogSettings (HttpApi) with DestinationArn and Format.',
    cloudformation: 'Set AccessLogSetting or AccessLogSettings on the stage with DestinationArn and Format.',
  },
  blindSpots: 'A stage that quick create makes is no resource of the template. Logs of a distribution in front may do.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  examples: {
    bad: [{ title: 'a stage without log', template: template('      Tags: { team: orders }'), subject: 'OrderStage' }],
    good: [
      {
        title: 'a stage with log',
        template: template(
          "      AccessLogSettings:\n        DestinationArn: !GetAtt AccessLog.Arn\n        Format: '$context.requestId $context.identity.sourceIp $context.routeKey $context.status'",
        ),
        subject: 'OrderStage',
      },
    ],
  },
} satisfies CheckDoc;
