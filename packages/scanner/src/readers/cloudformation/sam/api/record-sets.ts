import type { Value } from '@leastwise/model';
import { flagOf, get } from '../read-value.ts';
import type { Material } from '../made.ts';
import { valueHash } from '../short-hash.ts';
import type { SamResource, Workbench } from '../workbench.ts';

/**
 * `Domain.Route53`: the records that lead to a custom domain. APIs with the same hosted zone share one group, but the
 * transform replaces that of a WebSocket API by that of the next one (`shares` is false).
 */
export function draftRecordSets(
  owner: SamResource,
  domain: Value,
  target: Readonly<Record<string, Material>>,
  bench: Workbench,
  shares = true,
): void {
  const route = get(domain, 'Route53');
  if (route === undefined) return;
  const make = bench.makeAt(route.origin);
  const zone = get(route, 'HostedZoneId') ?? get(route, 'HostedZoneName');
  if (zone === undefined) {
    bench.invalid(
      route.origin,
      `Route53 of ${owner.logicalId} names no hosted zone.`,
      'Write HostedZoneId or HostedZoneName.',
    );
    return;
  }
  const name = get(domain, 'DomainName');
  const record = {
    Name: name,
    AliasTarget: { EvaluateTargetHealth: get(route, 'EvaluateTargetHealth'), ...target },
    Region: get(route, 'Region'),
    SetIdentifier: get(route, 'SetIdentifier'),
  };
  const records = [make.of({ ...record, Type: 'A' })];
  if (flagOf(get(route, 'IpV6')) === true) records.push(make.of({ ...record, Type: 'AAAA' }));
  const written = get(route, 'SeparateRecordSetGroup');
  if (written?.kind === 'known' && typeof written.value !== 'boolean') {
    bench.invalid(
      written.origin,
      `SeparateRecordSetGroup of ${owner.logicalId} is neither true nor false.`,
      'Write true or false.',
    );
  }
  const separate = flagOf(get(route, 'SeparateRecordSetGroup')) === true;
  const logicalId = `RecordSetGroup${separate && name !== undefined ? valueHash(zone, name) : valueHash(zone)}`;
  const existing = shares ? bench.drafts.get(logicalId) : undefined;
  if (existing === undefined) {
    bench.draft(
      owner,
      logicalId,
      'AWS::Route53::RecordSetGroup',
      { HostedZoneId: get(route, 'HostedZoneId'), HostedZoneName: get(route, 'HostedZoneName'), RecordSets: records },
      { make },
    );
    return;
  }
  const list = existing.properties.get('RecordSets');
  const known = list?.kind === 'known' && Array.isArray(list.value) ? (list.value as readonly Value[]) : [];
  existing.properties.set('RecordSets', make.of([...known, ...records]));
}
