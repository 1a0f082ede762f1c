import type { AuthorizeRouteIntent } from '@leastwise/model';
import type { SyntaxNode } from '../../readers/syntax/syntax-node.ts';
import { documentOf, isSite, resourceOf, siteOf, type Workplace } from '../site.ts';
import { refuse, type Writing } from '../text/document.ts';
import { setPath, type Path } from '../text/set-path.ts';

/** Asks callers of one route to sign with IAM: the authorization that needs no further resource. */
export function authorizeRoute(intent: AuthorizeRouteIntent, place: Workplace): Writing {
  const route = place.estate.get(intent.route, 'route');
  if (route === undefined) return refuse('The route is not known.');
  const owner = route.generatedFrom?.id ?? route.id;
  const site = siteOf(place, resourceOf(place.estate, owner) === undefined ? intent.subject : owner);
  if (isSite(site)) {
    if (site.fragment.format === 'cdk') return refuse('It is synthesised: change the construct.');
    if (site.owner === 'AWS::ApiGateway::Method' || site.owner === 'AWS::ApiGatewayV2::Route')
      return setPath(site.document, site.body, ['Properties', 'AuthorizationType'], 'AWS_IAM');
  }
  const document = documentOf(place, route.at.file);
  if (document === undefined || document.root.kind !== 'map')
    return refuse('The route is not written in a file that can be edited.');
  for (const offset of [route.at.start, route.facet.authAt.start, route.facet.integration.at.start]) {
    const asked = authorizerOf(pathTo(document.root, offset));
    if (asked !== undefined) return setPath(document, document.root, asked.path, asked.value);
  }
  return refuse('The route is not written where a route can ask for authorization.');
}

/** `Events.Order.Properties.Auth.Authorizer` of SAM, `events[0].http.authorizer` of a service. */
function authorizerOf(
  path: Path,
): { readonly path: Path; readonly value: string | { readonly type: string } } | undefined {
  const events = path.indexOf('Events');
  if (events !== -1 && path.length > events + 1)
    return { path: [...path.slice(0, events + 2), 'Properties', 'Auth', 'Authorizer'], value: 'AWS_IAM' };
  const http = path.findIndex((step, index) => path[index - 2] === 'events' && (step === 'http' || step === 'httpApi'));
  if (http === -1) return undefined;
  return {
    path: [...path.slice(0, http + 1), 'authorizer'],
    value: path[http] === 'http' ? 'aws_iam' : { type: 'aws_iam' },
  };
}

/** The keys and indexes down to an offset. */
function pathTo(root: SyntaxNode, offset: number): Path {
  const path: (string | number)[] = [];
  let node: SyntaxNode | undefined = root;
  while (node !== undefined && node.kind !== 'scalar') {
    if (node.kind === 'list') {
      const index: number = node.items.findIndex((item) => item.start <= offset && offset < item.end);
      if (index === -1) break;
      path.push(index);
      node = node.items[index];
      continue;
    }
    const entry = node.entries.find(
      (each) => each.merged !== true && each.keyStart <= offset && offset < Math.max(each.keyEnd, each.value.end),
    );
    if (entry === undefined) break;
    path.push(entry.key);
    node = entry.value.start < entry.keyEnd ? undefined : entry.value;
  }
  return path;
}
