import { asText } from '@leastwise/model';
import { get } from '../../../cloudformation/sam/read-value.ts';
import type { Bench } from '../../bench.ts';
import type { Construct } from './lift-constructs.ts';

/**
 * An HTTP API with one route that hands what it is sent to a bus; the authorizer is a function, and without one
 * (`insecure: true`) everyone may send.
 */
export function webhook({ key, value, make, cause, id }: Construct, bench: Bench): void {
  const path = asText(get(value, 'path') ?? make.of('/')) ?? '/';
  const method = (asText(get(value, 'method') ?? make.of('POST')) ?? 'POST').toUpperCase();
  const authorizer = bench.functions.find((owner) => owner.key === authorizerOf(key));
  const api = make.ref(id('HttpApi'));
  const own = { ...cause, from: bench.stack.idOf(id('HttpApi')) };
  bench.add(id('EventBus'), 'AWS::Events::EventBus', { Name: id('EventBus') }, own);
  bench.add(id('HttpApi'), 'AWS::ApiGatewayV2::Api', { Name: id('HttpApi'), ProtocolType: 'HTTP' }, cause);
  bench.add(id('Stage'), 'AWS::ApiGatewayV2::Stage', { ApiId: api, StageName: '$default', AutoDeploy: true }, own);
  bench.add(
    id('Role'),
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: 'EventBridge',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'events:PutEvents', Resource: make.ref(id('EventBus'), 'Arn') }],
          },
        },
      ],
    },
    own,
  );
  bench.add(
    id('Integration'),
    'AWS::ApiGatewayV2::Integration',
    {
      ApiId: api,
      IntegrationType: 'AWS_PROXY',
      IntegrationSubtype: 'EventBridge-PutEvents',
      CredentialsArn: make.ref(id('Role'), 'Arn'),
      PayloadFormatVersion: '1.0',
      RequestParameters: {
        DetailType: get(value, 'eventType') ?? 'Webhook',
        Detail: '{"payload": $request.body, "method": "$context.httpMethod"}',
        Source: key,
        EventBusName: make.ref(id('EventBus')),
      },
    },
    own,
  );
  if (authorizer !== undefined) {
    bench.add(
      id('Authorizer'),
      'AWS::ApiGatewayV2::Authorizer',
      {
        ApiId: api,
        Name: id('Authorizer'),
        AuthorizerType: 'REQUEST',
        AuthorizerPayloadFormatVersion: '2.0',
        EnableSimpleResponses: true,
        IdentitySource: ['$request.header.Authorization'],
        AuthorizerUri: make.sub(
          'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
          { arn: authorizer.arn(cause.at) },
        ),
      },
      own,
    );
    bench.add(
      id('AuthorizerPermission'),
      'AWS::Lambda::Permission',
      {
        FunctionName: authorizer.arn(cause.at),
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: make.sub('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/*', { api }),
      },
      { ...cause, from: authorizer.id },
    );
  }
  bench.add(
    id('Route'),
    'AWS::ApiGatewayV2::Route',
    {
      ApiId: api,
      RouteKey: `${method} ${path.startsWith('/') ? path : `/${path}`}`,
      Target: make.sub('integrations/${integration}', { integration: make.ref(id('Integration')) }),
      AuthorizationType: authorizer === undefined ? 'NONE' : 'CUSTOM',
      AuthorizerId: authorizer === undefined ? undefined : make.ref(id('Authorizer')),
    },
    own,
  );
}

/** The function that the plugin makes of `authorizer`. */
const authorizerOf = (construct: string): string => `${construct}Authorizer`;
