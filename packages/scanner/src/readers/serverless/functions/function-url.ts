import { asText } from '@leastwise/model';
import { flagOf, get, isMap } from '../../cloudformation/sam/read-value.ts';
import type { Bench, ServiceFunction } from '../bench.ts';
import { functionPart } from '../naming.ts';

/**
 * `url`: an address of the function itself; without `authorizer: aws_iam` everyone may call it.
 * https://www.serverless.com/framework/docs/providers/aws/guide/functions#lambda-function-urls
 */
export function functionUrl(owner: ServiceFunction, bench: Bench): void {
  const url = owner.get('url');
  if (url === undefined || flagOf(url) === false) return;
  const make = bench.makeAt(url.origin);
  const cause = { ...owner.cause, by: 'url' };
  const authorizer = get(url, 'authorizer');
  const isIam = authorizer !== undefined && asText(authorizer)?.toLowerCase() === 'aws_iam';
  const auth = authorizer === undefined || isIam ? make.of(isIam ? 'AWS_IAM' : 'NONE') : authorizer;
  const cors = get(url, 'cors');
  const target = owner.arn(url.origin);
  const part = functionPart(owner.key);
  bench.add(
    `${part}LambdaFunctionUrl`,
    'AWS::Lambda::Url',
    {
      AuthType: auth,
      TargetFunctionArn: target,
      InvokeMode: get(url, 'invokeMode'),
      Cors:
        cors === undefined || flagOf(cors) === false
          ? undefined
          : isMap(cors)
            ? {
                AllowOrigins: get(cors, 'allowedOrigins') ?? ['*'],
                AllowMethods: get(cors, 'allowedMethods') ?? ['*'],
                AllowHeaders: get(cors, 'allowedHeaders'),
                AllowCredentials: get(cors, 'allowCredentials'),
                ExposeHeaders: get(cors, 'exposedResponseHeaders'),
                MaxAge: get(cors, 'maxAge'),
              }
            : {
                AllowOrigins: ['*'],
                AllowMethods: ['*'],
                AllowHeaders: [
                  'Content-Type',
                  'X-Amz-Date',
                  'Authorization',
                  'X-Api-Key',
                  'X-Amz-Security-Token',
                  'X-Amzn-Trace-Id',
                ],
              },
    },
    cause,
  );
  if (asText(auth) !== 'NONE') return;
  bench.add(
    `${part}LambdaPermissionFnUrl`,
    'AWS::Lambda::Permission',
    { FunctionName: target, Action: 'lambda:InvokeFunctionUrl', Principal: '*', FunctionUrlAuthType: 'NONE' },
    cause,
  );
}
