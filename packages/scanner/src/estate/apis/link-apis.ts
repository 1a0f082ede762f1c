import type { Linker } from '../estate.ts';
import { linkAuthorizers } from './link-authorizers.ts';
import { linkDistributions } from './link-distributions.ts';
import { linkEvents } from './link-events.ts';
import { linkFirewalls } from './link-firewalls.ts';
import { linkFunctionUrls } from './link-function-urls.ts';
import { linkGraphql } from './link-graphql.ts';
import { linkHttp } from './link-http.ts';
import { linkImpliedStages } from './link-implied-stages.ts';
import { linkLoadBalancers } from './link-load-balancers.ts';
import { linkRest } from './link-rest.ts';

/** Derives the routes of every gateway, what they ask, what they reach and what protects them. */
export const linkApis: Linker = (estate) => {
  linkImpliedStages(estate);
  linkRest(estate);
  linkHttp(estate);
  linkAuthorizers(estate);
  linkGraphql(estate);
  linkEvents(estate);
  linkFunctionUrls(estate);
  linkLoadBalancers(estate);
  linkDistributions(estate);
  linkFirewalls(estate);
};
