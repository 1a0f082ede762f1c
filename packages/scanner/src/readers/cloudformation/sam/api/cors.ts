import { asMap, asText, type Value } from '@leastwise/model';
import type { Maker, Material } from '../made.ts';
import { editableMap, flagOf, get, isSet } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';
import { anyMethod, isDefinition, pathsOf, type Editable } from './open-api.ts';

const names = new Set(['AllowMethods', 'AllowHeaders', 'AllowOrigin', 'MaxAge', 'AllowCredentials']);

/** `Cors` of a REST API: an OPTIONS operation on every path that has none. */
export function addRestCors(owner: SamResource, body: Value | undefined, bench: Workbench): void {
  const cors = owner.properties.get('Cors');
  if (!isSet(cors)) return;
  const make = bench.makeAt(cors.origin);
  if (!isDefinition(body)) {
    // What an AWS::Include of another place holds is not known, and it is there when SAM looks.
    if (body === undefined && owner.properties.get('DefinitionBody')?.kind !== 'unknown')
      bench.invalid(
        cors.origin,
        `Cors of ${owner.logicalId} needs a definition in the template.`,
        'Write DefinitionBody.',
      );
    return;
  }
  const map = asMap(cors);
  for (const [key, value] of map ?? []) {
    if (!names.has(key))
      bench.invalid(value.origin, `Cors has no ${key} (${owner.logicalId}).`, `Use ${[...names].join(', ')}.`);
  }
  const origin = map === undefined ? cors : (map.get('AllowOrigin') ?? make.of("'*'"));
  if (!isSet(origin)) bench.invalid(cors.origin, `Cors of ${owner.logicalId} names no origin.`, 'Write AllowOrigin.');
  const credentials = flagOf(get(cors, 'AllowCredentials')) === true;
  if (credentials && asText(origin) === "'*'") {
    bench.invalid(
      cors.origin,
      `Cors of ${owner.logicalId} lets every origin send credentials, which browsers refuse.`,
      'Name the origins.',
    );
  }
  const seen = new Set<string>();
  for (const [path, item] of pathsOf(body)) {
    const plain = path === '/' ? path : path.replace(/\/+$/, '');
    const operations = editableMap(item);
    if (seen.has(plain) || operations === undefined) continue;
    seen.add(plain);
    if (operations.has('options')) continue;
    operations.set(
      'options',
      preflight(make, { origin, credentials, cors: map === undefined ? undefined : cors }, operations),
    );
  }
}

interface Allowed {
  readonly origin: Value;
  readonly credentials: boolean;
  readonly cors: Value | undefined;
}

function preflight(make: Maker, { origin, credentials, cors }: Allowed, operations: Editable): Value {
  const headers = get(cors, 'AllowHeaders');
  const methods = get(cors, 'AllowMethods');
  const age = get(cors, 'MaxAge');
  const allowed: Record<string, { readonly value: Material; readonly type: string }> = {
    'Access-Control-Allow-Origin': { value: origin, type: 'string' },
  };
  if (isSet(headers)) allowed['Access-Control-Allow-Headers'] = { value: headers, type: 'string' };
  allowed['Access-Control-Allow-Methods'] = {
    value: isSet(methods) ? methods : `'${methodsOf(operations)}'`,
    type: 'string',
  };
  if (age !== undefined) allowed['Access-Control-Max-Age'] = { value: age, type: 'integer' };
  if (credentials) allowed['Access-Control-Allow-Credentials'] = { value: "'true'", type: 'string' };
  const entries = Object.entries(allowed);
  return make.of({
    summary: 'CORS support',
    consumes: ['application/json'],
    produces: ['application/json'],
    'x-amazon-apigateway-integration': {
      type: 'mock',
      requestTemplates: { 'application/json': '{\n  "statusCode" : 200\n}\n' },
      responses: {
        default: {
          statusCode: '200',
          responseParameters: Object.fromEntries(
            entries.map(([name, { value }]) => [`method.response.header.${name}`, value]),
          ),
          responseTemplates: { 'application/json': '{}\n' },
        },
      },
    },
    responses: {
      '200': {
        description: 'Default response for CORS method',
        headers: Object.fromEntries(entries.map(([name, { type }]) => [name, { type }])),
      },
    },
  });
}

function methodsOf(operations: Editable): string {
  const written = [...operations.keys()];
  const methods = written.includes(anyMethod)
    ? ['options', 'get', 'head', 'post', 'put', 'delete', 'patch']
    : [...written, 'options'];
  return [...new Set(methods.map((method) => method.toUpperCase()))].toSorted().join(',');
}
