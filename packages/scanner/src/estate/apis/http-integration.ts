import { type Value } from '@leastwise/model';
import type { Estate } from '../estate.ts';
import { readIntegration, type Integration } from './read-integration.ts';

/** The integration behind a route's target `integrations/<id>`. */
export function httpIntegration(estate: Estate, target: Value, defaultTimeout: number): Integration {
  const node = estate.get(estate.resolve(target, 'http-integration')?.id, 'http-integration');
  const at = target.origin;
  if (node === undefined) {
    const absent = { kind: 'absent', origin: at } as const;
    return { kind: 'unknown', uri: target, credentials: absent, timeout: absent, asynchronous: false, at };
  }
  const { facet } = node;
  const parameters = facet.requestParameters.items;
  const invocation = parameters.find(({ key }) => /x-amz-invocation-type$/i.test(key));
  return readIntegration(estate, {
    ...facet,
    present: true,
    timeout: facet.timeout.kind === 'absent' ? { ...facet.timeout, default: defaultTimeout } : facet.timeout,
    parameters: parameters.map(({ value }) => value),
    templates: [],
    ...(invocation === undefined ? {} : { invocationType: invocation.value }),
    at: node.keyRange,
  });
}
