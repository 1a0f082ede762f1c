import { asText, describe, settled, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { AnyNode, EstateBuilder, NodeOf } from '../estate.ts';
import { addRoute } from './add-route.ts';
import { signedAddresses } from './signed-addresses.ts';

type Distribution = NodeOf<'distribution'>;
type Origin = Distribution['facet']['origins']['items'][number];
type Behaviour = Distribution['facet']['behaviours']['items'][number];

/**
 * What stands behind CloudFront distributions, and a route for each function URL that a distribution signs for with an
 * origin access control, so that its visitors need no signature of their own. Lambda@Edge functions are triggers.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */
export function linkDistributions(estate: EstateBuilder): void {
  for (const distribution of estate.of('distribution')) {
    const { facet } = distribution;
    if (settled(facet.enabled) === false) continue;
    const behaviours = [...(facet.defaultBehaviour.present ? [facet.defaultBehaviour] : []), ...facet.behaviours.items];
    for (const origin of facet.origins.items) {
      const gateway = originNode(estate, origin.domain);
      if (gateway === undefined) continue;
      estate.connect({ verb: 'routesTo', from: distribution.id, to: gateway.id, at: origin.origin });
      if (gateway.kind !== 'function-url') continue;
      for (const behaviour of behaviours) {
        if (settled(behaviour.originId) === settled(origin.id))
          linkUrlOrigin(estate, distribution, behaviour, origin, gateway);
      }
    }
  }
}

/** Without signing the URL itself decides, and its own route says so; with signing the visitor needs nothing more. */
function linkUrlOrigin(
  estate: EstateBuilder,
  distribution: Distribution,
  behaviour: Behaviour,
  origin: Origin,
  url: NodeOf<'function-url'>,
): void {
  const control = estate.get(
    estate.resolve(origin.accessControl, 'origin-access-control')?.id,
    'origin-access-control',
  );
  if (origin.accessControl.kind === 'absent' || (control !== undefined && settled(control.facet.signing) === 'never'))
    return;
  const called = estate.functionOf(url.facet.function);
  const open: readonly AuthRequirement[] =
    control !== undefined
      ? []
      : [
          {
            kind: 'unknown',
            at: origin.accessControl.origin,
            note: 'The origin access control is not in the tree, so whether it signs is not known.',
          },
        ];
  add(estate, distribution, behaviour, {
    suffix: `${patternOf(behaviour)} (origin ${settled(origin.id) ?? describe(origin.id)})`,
    uri: url.facet.function,
    target: called === undefined ? undefined : (called.qualifier ?? called.function.id),
    at: origin.origin,
    auth: open,
  });
}

interface Way {
  readonly suffix: string;
  readonly uri: Value;
  readonly target: NodeId | undefined;
  readonly at: SourceRange;
  readonly auth: readonly AuthRequirement[];
}

function add(estate: EstateBuilder, distribution: Distribution, behaviour: Behaviour, way: Way): void {
  const absent = { kind: 'absent', origin: way.at } as const;
  addRoute(estate, {
    facet: {
      api: distribution.id,
      protocol: 'cloudfront',
      method: 'ANY',
      path: patternOf(behaviour),
      auth: [...signedAddresses(behaviour), ...way.auth],
      alternatives: [],
      authAt: behaviour.origin,
      integration: {
        kind: 'lambda',
        ...(way.target === undefined ? {} : { target: way.target }),
        uri: way.uri,
        credentials: absent,
        timeout: absent,
        asynchronous: false,
        at: way.at,
      },
      validated: { kind: 'absent', origin: behaviour.origin, default: false },
      preflight: false,
    },
    suffix: way.suffix,
    at: way.at,
    keyRange: way.at,
    properties: distribution.properties,
    stack: distribution.stack,
    writtenIn: distribution.id,
  });
}

function patternOf(behaviour: Behaviour): string {
  const pattern = settled(behaviour.pattern) ?? describe(behaviour.pattern);
  return pattern.startsWith('/') ? pattern : `/${pattern}`;
}

/** The API, function URL, bucket or load balancer that an origin's host name belongs to. */
function originNode(estate: EstateBuilder, domain: Value): AnyNode | undefined {
  if (domain.kind === 'known' && asText(domain) === undefined) return undefined;
  return estate.resolve(domain);
}
