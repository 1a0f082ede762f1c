import { asText, settled, type NodeId } from '@leastwise/model';
import type { EstateBuilder, NodeOf } from '../estate.ts';
import { addRoute } from './add-route.ts';
import { functionUrlAuth, permissionsByFunction } from './function-url-auth.ts';

/** One route for every function URL: any method, any path. */
export function linkFunctionUrls(estate: EstateBuilder): void {
  const urls = estate.of('function-url');
  if (urls.length === 0) return;
  const permissions = permissionsByFunction(estate);
  const aliases = aliasesByName(estate);
  for (const url of urls) {
    const called = estate.functionOf(url.facet.function);
    const absent = { kind: 'absent', origin: url.at } as const;
    const target =
      called === undefined
        ? undefined
        : (aliasOf(estate, url, called.function.id, aliases) ?? called.qualifier ?? called.function.id);
    addRoute(estate, {
      facet: {
        api: url.id,
        protocol: 'function-url',
        method: 'ANY',
        path: '/',
        auth: functionUrlAuth(
          estate,
          url,
          called === undefined ? undefined : (permissions.get(called.function.id) ?? []),
        ),
        alternatives: [],
        authAt: url.facet.auth.origin,
        integration: {
          kind: 'lambda',
          ...(target === undefined ? {} : { target }),
          uri: url.facet.function,
          credentials: absent,
          timeout: absent,
          asynchronous: false,
          at: url.facet.function.origin,
        },
        validated: { kind: 'absent', origin: url.at, default: false },
        preflight: false,
      },
      suffix: 'ANY /',
      at: url.at,
      keyRange: url.keyRange,
      properties: url.properties,
      stack: url.stack,
      writtenIn: url.id,
    });
  }
}

/** The alias that `Qualifier` names: by reference, or by the name of an alias of the same function. */
function aliasOf(
  estate: EstateBuilder,
  url: NodeOf<'function-url'>,
  functionId: NodeId,
  aliases: ReadonlyMap<string, NodeId>,
): NodeId | undefined {
  const { qualifier } = url.facet;
  if (qualifier.kind === 'absent') return undefined;
  const named = estate.resolve(qualifier);
  if (named?.kind === 'function-alias') return named.id;
  const name = asText(qualifier);
  return name === undefined ? undefined : aliases.get(`${functionId}\n${name}`);
}

function aliasesByName(estate: EstateBuilder): ReadonlyMap<string, NodeId> {
  const aliases = new Map<string, NodeId>();
  for (const alias of estate.of('function-alias')) {
    const owner = estate.functionOf(alias.facet.function)?.function.id;
    const name = settled(alias.facet.name);
    if (owner !== undefined && name !== undefined) aliases.set(`${owner}\n${name}`, alias.id);
  }
  return aliases;
}
