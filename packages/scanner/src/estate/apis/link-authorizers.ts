import type { Value } from '@leastwise/model';
import type { EstateBuilder } from '../estate.ts';
import { userPoolOf } from './method-auth.ts';

/** What stands behind an authorizer: the function that decides, or the user pools whose tokens it takes. */
export function linkAuthorizers(estate: EstateBuilder): void {
  for (const authorizer of [...estate.of('rest-authorizer'), ...estate.of('http-authorizer')]) {
    const { uri } = authorizer.facet;
    const called = estate.functionOf(uri);
    if (called !== undefined)
      estate.connect({ verb: 'routesTo', from: authorizer.id, to: called.function.id, at: uri.origin });
    const pools: readonly Value[] =
      authorizer.kind === 'rest-authorizer' ? authorizer.facet.providers.items : [authorizer.facet.issuer];
    for (const value of pools) {
      const pool = userPoolOf(estate, value);
      if (pool !== undefined)
        estate.connect({ verb: 'authorizedBy', from: authorizer.id, to: pool.id, at: value.origin });
    }
  }
}
