import { asMap, asText, type Value } from '@leastwise/model';
import { get, itemsOf } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import { plainResource } from './bucket.ts';
import { draftPermission, missing, type EventTarget, type SamEvent } from './event.ts';

/** `Cognito`: a permission, and the trigger in the user pool, which must stand in the same template. */
export function draftCognitoEvent(event: SamEvent, target: EventTarget, bench: Workbench): void {
  const { make } = event;
  const named = event.get('UserPool');
  const triggers = event.get('Trigger');
  if (named === undefined) return missing(event, 'UserPool', bench);
  if (triggers === undefined) return missing(event, 'Trigger', bench);
  const pool = plainResource(named, bench);
  if (pool === undefined) {
    bench.invalid(
      named.origin,
      `The user pool of the event ${event.id} is no resource of this template.`,
      'Write the Ref of a user pool.',
    );
    return;
  }
  const source = { arn: make.ref(pool.logicalId, 'Arn'), prefix: `${target.logicalId}Cognito` };
  draftPermission(event, target, 'cognito-idp.amazonaws.com', source, bench);
  const properties = asMap(pool.properties);
  const config = get(pool.properties, 'LambdaConfig');
  const lambdas = new Map(config === undefined ? [] : asMap(config));
  if (properties === undefined || (config !== undefined && asMap(config) === undefined)) {
    bench.invalid(
      (config ?? pool.properties).origin,
      `LambdaConfig of ${pool.logicalId} is no map.`,
      'Write it as a map.',
    );
    return;
  }
  for (const trigger of itemsOf(triggers)) {
    const name = asText(trigger);
    if (name === undefined) continue;
    if (lambdas.has(name)) {
      bench.invalid(
        trigger.origin,
        `The trigger ${name} of ${pool.logicalId} is set more than once.`,
        'Keep one function a trigger.',
      );
    } else lambdas.set(name, { ...target.arn, origin: trigger.origin });
  }
  const changed: Value = { kind: 'known', value: lambdas, origin: config?.origin ?? make.origin };
  bench.plain.set(pool.logicalId, {
    ...pool,
    properties: {
      kind: 'known',
      value: new Map([...properties, ['LambdaConfig', changed]]),
      origin: pool.properties.origin,
    },
  });
}
