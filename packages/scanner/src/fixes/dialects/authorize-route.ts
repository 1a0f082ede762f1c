import type { AuthorizeRouteIntent } from '@leastwise/model';
import { child, childEntry } from '../../readers/syntax/syntax-node.ts';
import { resourceOf, isSite, siteOf, type Site, type Workplace } from '../site.ts';
import { refuse, type Writing } from '../text/document.ts';
import { setPath } from '../text/set-path.ts';

/** Asks callers of one route to sign with IAM: the authorization that needs no further resource. */
export function authorizeRoute(intent: AuthorizeRouteIntent, place: Workplace): Writing {
  const route = place.estate.get(intent.route, 'route');
  if (route === undefined) return refuse('The route is not known.');
  const owner = route.generatedFrom?.id ?? route.id;
  const site = siteOf(place, resourceOf(place.estate, owner) === undefined ? intent.subject : owner);
  if (!isSite(site)) return site;
  if (site.fragment.format === 'cdk') return refuse('It is synthesised: change the construct.');
  if (site.owner === 'AWS::ApiGateway::Method' || site.owner === 'AWS::ApiGatewayV2::Route')
    return setPath(site.document, site.body, ['Properties', 'AuthorizationType'], 'AWS_IAM');
  const event = eventAround(site, route.keyRange.start) ?? eventAround(site, route.at.start);
  if (event === undefined) return refuse('The route is not written where a route can ask for authorization.');
  return setPath(site.document, site.body, event, 'AWS_IAM');
}

/** `Events.Order.Properties.Auth.Authorizer` of the event that an offset lies in. */
function eventAround(site: Site, offset: number): readonly string[] | undefined {
  const events = child(child(site.body, 'Properties'), 'Events');
  if (events?.kind !== 'map') return undefined;
  const entry = events.entries.find((each) => each.keyStart <= offset && offset <= each.value.end);
  if (entry === undefined || childEntry(entry.value, 'Properties') === undefined) return undefined;
  return ['Properties', 'Events', entry.key, 'Properties', 'Auth', 'Authorizer'];
}
