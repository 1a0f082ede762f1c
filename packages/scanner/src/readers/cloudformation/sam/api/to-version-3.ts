import { editableMap, get, isComputed, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { childMap, isVersion3, pathsOf } from './open-api.ts';

/**
 * With OpenAPI 3, what SAM writes as Swagger 2 moves to where version 3 has it. The transform does so after each step, so
 * headers get their `schema` more than once; and it does not look behind `Fn::If`.
 */
export function toVersion3({ owner, body }: ApiDraft, bench: Workbench): void {
  const map = editableMap(body);
  if (map === undefined || body === undefined || map.get('swagger') !== undefined) return;
  const asked = owner.properties.get('OpenApiVersion');
  if (!isVersion3(asked ?? map.get('openapi'))) return;
  const make = bench.makeAt(body.origin);
  for (const [from, to] of [
    ['securityDefinitions', 'securitySchemes'],
    ['definitions', 'schemas'],
  ] as const) {
    const moved = map.get(from);
    if (!isSet(moved)) continue;
    childMap(map, 'components', make)?.set(to, moved);
    map.delete(from);
  }
  for (const item of pathsOf(body).values()) {
    if (isComputed(item)) continue;
    const options = editableMap(get(item, 'options'));
    options?.delete('produces');
    options?.delete('consumes');
    const headers = editableMap(get(item, 'options', 'responses', '200', 'headers'));
    for (const [name, header] of headers ?? []) headers?.set(name, make.of({ schema: header }));
  }
}
