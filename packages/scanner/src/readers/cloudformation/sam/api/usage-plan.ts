import { asMap, asText, type Value } from '@leastwise/model';
import { get, isSet } from '../read-value.ts';
import type { Draft, Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { stageId } from './stage-id.ts';

const names = ['UsagePlanName', 'Description', 'Quota', 'Tags', 'Throttle'];

/** `Auth.UsagePlan`: a plan with a key for this API, or one that all APIs of the template share. */
export function draftUsagePlan(draft: ApiDraft, bench: Workbench): void {
  const { owner } = draft;
  const written = get(owner.properties.get('Auth'), 'UsagePlan');
  if (written === undefined) return;
  const created = get(written, 'CreateUsagePlan');
  const kind = created === undefined ? undefined : asText(created);
  const map = asMap(written);
  if (map === undefined || kind === undefined || !['SHARED', 'PER_API', 'NONE'].includes(kind)) {
    bench.invalid(
      written.origin,
      `UsagePlan of ${owner.logicalId} needs CreateUsagePlan SHARED, PER_API or NONE.`,
      'Write CreateUsagePlan.',
    );
    return;
  }
  for (const [name, value] of map) {
    if (name !== 'CreateUsagePlan' && !names.includes(name)) {
      bench.invalid(value.origin, `UsagePlan has no ${name} (${owner.logicalId}).`, `Use ${names.join(', ')}.`);
    }
  }
  if (kind === 'NONE') return;
  const prefix = kind === 'SHARED' ? 'Serverless' : owner.logicalId;
  const make = bench.makeAt(written.origin);
  const id = { plan: `${prefix}UsagePlan`, key: `${prefix}ApiKey`, link: `${prefix}UsagePlanKey` };
  const stage = make.ref(stageId(draft));
  const api = make.ref(owner.logicalId);
  const shared = bench.drafts.get(id.plan);
  if (shared !== undefined && bench.drafts.has(id.key)) {
    append(shared, 'ApiStages', make.of({ ApiId: api, Stage: stage }));
    append(bench.drafts.get(id.key) as Draft, 'StageKeys', make.of({ RestApiId: api, StageName: stage }));
    shared.dependsOn.add(owner.logicalId);
  } else {
    bench.draft(
      owner,
      id.plan,
      'AWS::ApiGateway::UsagePlan',
      { ApiStages: [{ ApiId: api, Stage: stage }] },
      { make, dependsOn: [owner.logicalId] },
    );
    const key = { Enabled: true, StageKeys: [{ RestApiId: api, StageName: stage }] };
    bench.draft(owner, id.key, 'AWS::ApiGateway::ApiKey', key, { make, dependsOn: [id.plan] });
    const link = { KeyId: make.ref(id.key), KeyType: 'API_KEY', UsagePlanId: make.ref(id.plan) };
    bench.draft(owner, id.link, 'AWS::ApiGateway::UsagePlanKey', link, { make, dependsOn: [id.key] });
  }
  for (const name of names) {
    const value = map.get(name);
    if (isSet(value)) bench.drafts.get(id.plan)?.properties.set(name, value);
  }
  bench.references.set(`${owner.logicalId}.UsagePlan`, id.plan);
  bench.references.set(`${owner.logicalId}.ApiKey`, id.key);
  bench.references.set(`${owner.logicalId}.UsagePlanKey`, id.link);
}

function append(draft: Draft, property: string, item: Value): void {
  const list = draft.properties.get(property);
  const items = list?.kind === 'known' && Array.isArray(list.value) ? (list.value as readonly Value[]) : [];
  draft.properties.set(property, { kind: 'known', value: [...items, item], origin: list?.origin ?? item.origin });
}
