import { asMap, asText } from '@leastwise/model';
import { flagOf } from '../../cloudformation/sam/read-value.ts';
import type { Bench } from '../bench.ts';
import { alphanumeric, functionPart } from '../naming.ts';
import { missing, permit, type ServiceEvent } from './event.ts';

/**
 * `cognitoUserPool`: a pool of the service, with the function as one of its triggers; an existing pool is only told.
 * https://www.serverless.com/framework/docs/providers/aws/events/cognito-user-pool
 */
export function userPoolEvent(event: ServiceEvent, bench: Bench): void {
  const { make, owner } = event;
  const pool = event.get('pool');
  const trigger = event.get('trigger');
  const name = pool === undefined ? undefined : asText(pool);
  const kind = trigger === undefined ? undefined : asText(trigger);
  if (pool === undefined || trigger === undefined)
    return missing(event, pool === undefined ? 'pool' : 'trigger', bench);
  const part = alphanumeric(name ?? `Pool${event.index}`);
  const isExisting = flagOf(event.get('existing')) === true;
  const logicalId = `CognitoUserPool${part}`;
  if (!isExisting && kind !== undefined) {
    const present = bench.drafts.get(logicalId)?.properties.get('LambdaConfig');
    const triggers = new Map(present === undefined ? [] : asMap(present));
    const version = event.get('kmsKeyId') === undefined ? undefined : 'V1_0';
    triggers.set(
      kind,
      version === undefined
        ? owner.arn(make.origin)
        : make.of({ LambdaArn: owner.arn(make.origin), LambdaVersion: version }),
    );
    const key = event.get('kmsKeyId');
    if (key !== undefined) triggers.set('KMSKeyID', key);
    bench.add(
      logicalId,
      'AWS::Cognito::UserPool',
      { UserPoolName: pool, LambdaConfig: { kind: 'known', value: triggers, origin: make.origin } },
      event.cause,
    );
  }
  const pools = 'arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/*';
  permit(
    event,
    `${functionPart(owner.key)}LambdaPermissionCognitoUserPool${part}TriggerSource${alphanumeric(kind ?? 'Trigger')}`,
    'cognito-idp.amazonaws.com',
    { arn: isExisting ? make.sub(pools) : make.ref(logicalId, 'Arn') },
    bench,
  );
}
