import { asText, isOpen, type Value } from '@leastwise/model';
import { definePropertyCheck } from '../property-check.ts';

/** Browsers send no credentials of S3 by themselves, so an open rule lets a page do only what a signed address or an open policy allows. */
export default definePropertyCheck({
  name: 'bucket-cors-open',
  title: 'Pages of every origin may write to a bucket',
  area: 'storage',
  subjects: ['bucket'],
  severity: 'info',
  since: '0.1.0',
  rows: [121],
  mappings: { owasp: ['SAS-3'], csa: ['CSA-3'], cwe: [942], kics: ['cfn:3609d27c', 'tf:98a8f708'] },
  fix: 'none',
  property: 'CorsConfiguration',
  look: (bucket) => {
    const { cors } = bucket.facet;
    if (cors.open !== undefined) return { sees: 'open', value: cors.open };
    if (!cors.present) return undefined;
    let unsure: Value | undefined;
    for (const rule of cors.items) {
      const unread = rule.methods.items.find(isOpen);
      const writes = rule.methods.items.some((method) => /^(PUT|POST|DELETE)$/i.test(asText(method) ?? ''));
      const any = rule.origins.items.find((origin) => asText(origin) === '*');
      if (writes && any !== undefined) return { sees: 'bad', at: any.origin };
      if (writes) unsure ??= rule.origins.items.find(isOpen);
      else if (any !== undefined) unsure ??= unread;
    }
    if (unsure !== undefined) return { sees: 'open', value: unsure };
    return { sees: 'good' };
  },
  message: (name) => `Pages of every origin may write to ${name} with an address that was signed for somebody.`,
  remedy: 'name the origins of your own pages',
});
