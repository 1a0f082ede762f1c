import { asList, asMap, asText } from '@leastwise/model';
import { editableMap, flagOf, get, isSet } from '../read-value.ts';
import type { Workbench } from '../workbench.ts';
import type { ApiDraft } from './api-draft.ts';
import { childMap, isDefinition } from './open-api.ts';

const names: Readonly<Record<string, string>> = {
  AllowOrigins: 'allowOrigins',
  AllowHeaders: 'allowHeaders',
  AllowMethods: 'allowMethods',
  ExposeHeaders: 'exposeHeaders',
  MaxAge: 'maxAge',
  AllowCredentials: 'allowCredentials',
};

/** `CorsConfiguration` of an HTTP API, in its definition; `true` lets every origin in. */
export function addHttpCors({ owner, body }: ApiDraft, bench: Workbench): void {
  const written = owner.properties.get('CorsConfiguration');
  if (!isSet(written)) return;
  const map = editableMap(body);
  const open = body !== undefined && body.kind !== 'known';
  if (map === undefined || !isDefinition(body)) {
    if (!open)
      bench.invalid(
        written.origin,
        `CorsConfiguration of ${owner.logicalId} needs a definition in the template.`,
        'Write DefinitionBody.',
      );
    return;
  }
  const make = bench.makeAt(written.origin);
  const cors = childMap(map, 'x-amazon-apigateway-cors', make);
  if (cors === undefined) return;
  if (flagOf(written) === true) {
    cors.set('allowOrigins', make.of(['*']));
    return;
  }
  const settings = asMap(written);
  if (settings === undefined) {
    if (written.kind === 'known')
      bench.invalid(written.origin, `CorsConfiguration of ${owner.logicalId} is no map.`, 'Write a map or true.');
    else map.set('x-amazon-apigateway-cors', written);
    return;
  }
  for (const [key, value] of settings) {
    const name = names[key];
    if (name === undefined)
      bench.invalid(
        value.origin,
        `CorsConfiguration has no ${key} (${owner.logicalId}).`,
        `Use ${Object.keys(names).join(', ')}.`,
      );
    else if (key === 'AllowCredentials' ? flagOf(value) === true : key === 'MaxAge' || isSet(value))
      cors.set(name, value);
  }
  const origins = asList(get(written, 'AllowOrigins') ?? written);
  if (flagOf(get(written, 'AllowCredentials')) === true && origins?.some((origin) => asText(origin) === '*') === true) {
    bench.invalid(
      written.origin,
      `${owner.logicalId} lets every origin send credentials, which browsers refuse.`,
      'Name the origins.',
    );
  }
}
