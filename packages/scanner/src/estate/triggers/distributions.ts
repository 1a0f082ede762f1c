import { signedAddresses } from '../apis/signed-addresses.ts';
import type { Linker } from '../estate.ts';
import { addTrigger } from './add-trigger.ts';

/**
 * Lambda@Edge: CloudFront calls a version of the function for requests that match a behaviour. The origin is asked only for
 * addresses that the behaviour takes; no page says that the viewer functions wait for that.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-cloudfront-trigger-events.html
 */
export const linkDistributions: Linker = (estate) => {
  for (const distribution of estate.of('distribution')) {
    const behaviours = [distribution.facet.defaultBehaviour, ...distribution.facet.behaviours.items];
    for (const behaviour of behaviours) {
      for (const association of behaviour.functions.items) {
        const target = estate.functionOf(association.version);
        if (target === undefined) continue;
        const pattern = behaviour.pattern.kind === 'known' ? behaviour.pattern.value : '*';
        const event = association.event.kind === 'known' ? association.event.value : 'request';
        addTrigger(estate, {
          kind: 'cloudfront',
          target,
          source: distribution.id,
          label: `${event} ${pattern}`,
          auth: event.startsWith('origin') ? signedAddresses(behaviour) : [],
          invocation: 'sync',
          enabled: !(distribution.facet.enabled.kind === 'known' && !distribution.facet.enabled.value),
          at: association.version.origin,
        });
      }
    }
  }
};
