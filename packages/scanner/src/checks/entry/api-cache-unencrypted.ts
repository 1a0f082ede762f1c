import { settled } from '@leastwise/model';
import { isGuarded, waysThrough } from '../../analyses/gateways/ways-through.ts';
import { defineCheck, fail, notApplicable, open, pass } from '../define-check.ts';
import { set } from '../fix-intents.ts';

export default defineCheck({
  name: 'api-cache-unencrypted',
  title: 'Answers are kept unencrypted in the cache of the API',
  area: 'entry',
  subjects: ['rest-stage'],
  severity: 'low',
  since: '0.1.0',
  rows: [41],
  mappings: {
    owasp: ['SAS-3'],
    csa: ['CSA-3'],
    cwe: [311],
    fsbp: ['APIGateway.5'],
    checkov: ['CKV_AWS_308'],
    kics: ['cfn:37cca703', 'tf:b7c9a40c'],
    cfn_nag: ['W87'],
    prowler: ['apigateway_restapi_cache_encrypted'],
    cdk_nag: ['APIGWCacheEnabledAndEncrypted'],
  },
  fix: 'safe',
  evaluate(subject, { estate }) {
    const { cacheCluster, methodSettings } = subject.facet;
    const on = settled(cacheCluster);
    // Settings of a stage that stands elsewhere: who switches caching on there has a cache.
    const isMeant = methodSettings.items.some((item) => settled(item.cached) === true);
    if (on === undefined && !isMeant) return open('CacheClusterEnabled', cacheCluster, estate);
    if (on === false) return notApplicable;
    const cached = methodSettings.items.filter((item) => settled(item.cached) !== false);
    const bare = cached.find((item) => settled(item.cached) === true && settled(item.cacheEncrypted) === false);
    if (bare === undefined) {
      const unsettled = cached.find((item) => settled(item.cacheEncrypted) === undefined);
      if (unsettled !== undefined) return open('CacheDataEncrypted', unsettled.cacheEncrypted, estate);
      const maybe = cached.find(
        (item) =>
          item.cached.kind !== 'absent' && settled(item.cached) === undefined && settled(item.cacheEncrypted) === false,
      );
      return maybe === undefined ? pass : open('CachingEnabled', maybe.cached, estate);
    }
    const api = estate.resolve(subject.facet.api, 'rest-api');
    const personal = api !== undefined && waysThrough(estate, api.id).some(isGuarded);
    return fail(bare.cacheEncrypted.origin, `The cache of stage ${subject.name} keeps answers unencrypted.`, {
      severity: personal ? 'medium' : 'low',
      ...(on === undefined ? { confidence: 'medium' as const } : {}),
      evidence: on === undefined ? [] : [{ at: cacheCluster.origin, message: `stage ${subject.name} has a cache` }],
      fix: {
        summary: 'set CacheDataEncrypted: true',
        edit: [set(subject, `methodSettings.${methodSettings.items.indexOf(bare)}.cacheEncrypted`, true)],
      },
    });
  },
});
