import { describe, settled, type NodeId, type SourceRange, type Value } from '@leastwise/model';
import type { AuthRequirement } from '../auth-requirement.ts';
import type { EstateBuilder, NodeOf } from '../estate.ts';
import { addRoute } from './add-route.ts';
import { openRequirement, userPoolOf } from './method-auth.ts';

type Listener = NodeOf<'listener'>;
type Rule = NodeOf<'listener-rule'>;
type Action = Listener['facet']['actions']['items'][number];

/** Routes of load balancers that hand requests to functions: a listener's default action and its rules. */
export function linkLoadBalancers(estate: EstateBuilder): void {
  for (const listener of estate.of('listener')) linkActions(estate, listener, listener, undefined);
  for (const rule of estate.of('listener-rule')) {
    linkActions(estate, rule, estate.get(estate.resolve(rule.facet.listener, 'listener')?.id, 'listener'), rule);
  }
}

function linkActions(
  estate: EstateBuilder,
  writer: Listener | Rule,
  listener: Listener | undefined,
  rule: Rule | undefined,
): void {
  const actions = writer.facet.actions.items;
  for (const called of actions.flatMap((action) => lambdaTargets(estate, action))) {
    const place = rule === undefined ? { method: 'ANY', path: '/*' } : requestOf(rule);
    const balancer =
      listener === undefined
        ? undefined
        : estate.get(estate.resolve(listener.facet.balancer, 'load-balancer')?.id, 'load-balancer');
    const asked = [
      ...balancerAuth(estate, listener, balancer, writer.facet.actions.origin),
      ...ruleAuth(rule),
      ...actionAuth(estate, actions),
    ];
    const port = listener === undefined ? '' : ` (port ${describe(listener.facet.port)})`;
    addRoute(estate, {
      facet: {
        api: balancer?.id ?? listener?.id ?? writer.id,
        protocol: 'alb',
        ...place,
        auth: asked,
        alternatives: [],
        authAt: writer.facet.actions.origin,
        integration: {
          kind: 'lambda',
          ...(called.target === undefined ? {} : { target: called.target }),
          uri: called.uri,
          credentials: { kind: 'absent', origin: called.at },
          timeout: { kind: 'absent', origin: called.at },
          asynchronous: false,
          at: called.at,
        },
        validated: { kind: 'absent', origin: writer.at, default: false },
        preflight: false,
      },
      suffix: `${place.method} ${place.path}${port}`,
      at: writer.at,
      keyRange: writer.keyRange,
      properties: writer.properties,
      stack: writer.stack,
      writtenIn: writer.id,
    });
  }
}

function lambdaTargets(
  estate: EstateBuilder,
  action: Action,
): readonly { readonly uri: Value; readonly target?: NodeId; readonly at: SourceRange }[] {
  const groups = [action.targetGroup, ...action.targetGroups.items.map((item) => item.targetGroup)];
  const nodes = new Set(groups.map((value) => estate.get(estate.resolve(value, 'target-group')?.id, 'target-group')));
  return [...nodes].flatMap((group) => {
    if (group === undefined || settled(group.facet.type) !== 'lambda') return [];
    return group.facet.targets.items.map((item) => {
      const called = estate.functionOf(item.id);
      return {
        uri: item.id,
        at: item.origin,
        ...(called === undefined ? {} : { target: called.qualifier ?? called.function.id }),
      };
    });
  });
}

function requestOf(rule: Rule): { method: string; path: string } {
  const conditions = rule.facet.conditions.items;
  const wanted = (
    name: string,
    from: (condition: (typeof conditions)[number]) => readonly Value[],
  ): readonly string[] =>
    conditions
      .filter((condition) => settled(condition.field) === name)
      .flatMap((condition) => [...from(condition), ...condition.values.items])
      .map((value) => describe(value));
  const methods = wanted('http-request-method', (condition) => condition.methods.items);
  const paths = wanted('path-pattern', (condition) => condition.paths.items);
  return {
    method: methods.length === 1 ? (methods[0] ?? 'ANY') : 'ANY',
    path: paths.length === 0 ? '/*' : paths.join('|'),
  };
}

function balancerAuth(
  estate: EstateBuilder,
  listener: Listener | undefined,
  balancer: NodeOf<'load-balancer'> | undefined,
  at: SourceRange,
): readonly AuthRequirement[] {
  const asked: AuthRequirement[] = [];
  if (balancer === undefined) {
    asked.push({ kind: 'unknown', at, note: 'The load balancer stands in another stack, so its scheme is not known.' });
  } else {
    const scheme = settled(balancer.facet.scheme);
    if (scheme === 'internal')
      asked.push({ kind: 'network', at: balancer.facet.scheme.origin, note: 'The load balancer is internal.' });
    else if (scheme === undefined)
      asked.push(
        openRequirement(estate, balancer.facet.scheme, 'The scheme of the load balancer', balancer.facet.scheme.origin),
      );
  }
  if (listener !== undefined && settled(listener.facet.mutualTls) === 'verify') {
    asked.push({ kind: 'mutual-tls', at: listener.facet.mutualTls.origin });
  }
  return asked;
}

/** A rule for some source addresses keeps all others out. */
function ruleAuth(rule: Rule | undefined): readonly AuthRequirement[] {
  const sources = rule?.facet.conditions.items.find((condition) => settled(condition.field) === 'source-ip');
  if (
    sources === undefined ||
    [...sources.sources.items, ...sources.values.items].some((value) => /^(0\.0\.0\.0|::)\/0$/.test(describe(value)))
  )
    return [];
  return [{ kind: 'resource-policy', at: sources.origin, note: 'The rule asks for certain source addresses.' }];
}

/** An authenticate action counts unless it lets the unauthenticated through. */
function actionAuth(estate: EstateBuilder, actions: readonly Action[]): readonly AuthRequirement[] {
  return actions.flatMap((action): AuthRequirement[] => {
    const type = settled(action.type);
    if (type === 'authenticate-cognito' && settled(action.cognito.unauthenticated) !== 'allow') {
      const pool = userPoolOf(estate, action.cognito.pool);
      return [{ kind: 'cognito', at: action.origin, ...(pool === undefined ? {} : { node: pool.id }) }];
    }
    if (type === 'authenticate-oidc' && settled(action.openId.unauthenticated) !== 'allow')
      return [{ kind: 'jwt', at: action.origin }];
    if (type === 'jwt-validation') return [{ kind: 'jwt', at: action.origin }];
    return [];
  });
}
