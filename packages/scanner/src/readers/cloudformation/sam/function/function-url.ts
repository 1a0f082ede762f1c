import { asMap, asText } from '@leastwise/model';
import { get, isComputed, isSet } from '../read-value.ts';
import type { Draft, SamResource, Workbench } from '../workbench.ts';

/**
 * `FunctionUrlConfig`: the address, and for `NONE` the two permissions that let everyone call it.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function draftFunctionUrl(owner: SamResource, alias: Draft | undefined, bench: Workbench): void {
  const { logicalId } = owner;
  const config = owner.properties.get('FunctionUrlConfig');
  if (!isSet(config)) return;
  const make = bench.makeAt(config.origin);
  const auth = get(config, 'AuthType');
  const type = auth === undefined ? undefined : asText(auth);
  if (
    asMap(config) !== undefined &&
    (auth === undefined || (type !== undefined && type !== 'NONE' && type !== 'AWS_IAM'))
  ) {
    bench.invalid(
      (auth ?? config).origin,
      `FunctionUrlConfig of ${logicalId} needs AuthType AWS_IAM or NONE.`,
      'Write AuthType.',
    );
  }
  const cors = get(config, 'Cors');
  if (cors?.kind === 'known' && asMap(cors) === undefined) {
    bench.invalid(cors.origin, `Cors of the function URL of ${logicalId} is no map.`, 'Write a map.');
  }
  for (const [name, value] of (cors === undefined ? undefined : asMap(cors)) ?? []) {
    if (!corsNames.has(name))
      bench.invalid(value.origin, `Cors of a function URL has no ${name} (${logicalId}).`, 'Check its spelling.');
    else if (name === 'MaxAge' && value.kind === 'known' && typeof value.value !== 'number' && !isComputed(value)) {
      bench.invalid(value.origin, `MaxAge of the function URL of ${logicalId} is no number.`, 'Write seconds.');
    } else if (
      value.kind === 'known' &&
      name.startsWith('Allow') &&
      name !== 'AllowCredentials' &&
      !Array.isArray(value.value)
    ) {
      bench.invalid(value.origin, `${name} of the function URL of ${logicalId} is no list.`, 'Write a list.');
    }
  }
  const target = make.ref(alias?.logicalId ?? logicalId);
  const properties = {
    TargetFunctionArn: target,
    AuthType: auth,
    Cors: isSet(cors) ? cors : undefined,
    InvokeMode: get(config, 'InvokeMode'),
  };
  bench.draft(owner, `${logicalId}Url`, 'AWS::Lambda::Url', properties, { make });
  // The transform adds these only when it can read NONE itself: not from a parameter or a condition.
  if (type !== 'NONE' || auth === undefined || isComputed(auth)) return;
  const permission = { FunctionName: target, Principal: '*' };
  bench.draft(
    owner,
    `${logicalId}UrlPublicPermissions`,
    'AWS::Lambda::Permission',
    { ...permission, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: auth },
    { make },
  );
  bench.draft(
    owner,
    `${logicalId}URLInvokeAllowPublicAccess`,
    'AWS::Lambda::Permission',
    { ...permission, Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
    { make },
  );
}

const corsNames = new Set([
  'AllowOrigins',
  'AllowMethods',
  'AllowCredentials',
  'AllowHeaders',
  'ExposeHeaders',
  'MaxAge',
]);
