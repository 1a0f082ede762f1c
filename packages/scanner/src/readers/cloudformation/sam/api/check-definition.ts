import { asList, asMap, type Value } from '@leastwise/model';
import { isComputed } from '../read-value.ts';
import type { SamResource, Workbench } from '../workbench.ts';

/** Says where an OpenAPI definition that SAM is to edit is not built as one: such parts are lost for routes and their auth. */
export function checkDefinition(owner: SamResource, body: Value | undefined, bench: Workbench, isEdited = true): void {
  const map = body === undefined ? undefined : asMap(body);
  if (body === undefined || map === undefined) return;
  const wrong = (value: Value, what: string): void =>
    bench.invalid(
      value.origin,
      `${what} in the definition of ${owner.logicalId} is no map.`,
      'Write it as OpenAPI has it.',
    );
  const paths = map.get('paths');
  if (isEdited && (paths === undefined || (map.get('openapi') === undefined && map.get('swagger') === undefined))) {
    bench.invalid(
      body.origin,
      `The definition of ${owner.logicalId} is no OpenAPI definition.`,
      'Write openapi or swagger, and paths.',
    );
  }
  for (const name of ['securityDefinitions', 'components', 'info']) {
    const section = map.get(name);
    if (section !== undefined && isWrong(section)) wrong(section, name);
  }
  const tags = map.get('tags');
  if (tags?.kind === 'known' && !isComputed(tags) && asList(tags) === undefined) {
    bench.invalid(tags.origin, `tags in the definition of ${owner.logicalId} is no list.`, 'Write a list of maps.');
  }
  for (const [path, item] of (paths === undefined ? undefined : asMap(paths)) ?? []) {
    if (isWrong(item)) wrong(item, path);
    for (const [method, operation] of asMap(item) ?? []) {
      if (
        !methods.has(method.toLowerCase()) &&
        !besideMethods.has(method) &&
        !method.startsWith('x-') &&
        isWrong(operation)
      )
        wrong(operation, `${method} of ${path}`);
      // An operation without content is one that SAM fills in for HTTP APIs.
      if (owner.type === 'AWS::Serverless::HttpApi' && operation.kind === 'known' && operation.value === null) continue;
      if (methods.has(method.toLowerCase()))
        checkOperation(`${method} ${path}`, operation, wrong, owner.properties.has('MergeDefinitions'));
    }
  }
}

const besideMethods = new Set(['summary', 'description', 'parameters', 'servers', '$ref']);

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'x-amazon-apigateway-any-method']);

function checkOperation(
  name: string,
  operation: Value,
  wrong: (value: Value, what: string) => void,
  merges: boolean,
): void {
  if (isWrong(operation)) return wrong(operation, name);
  const map = asMap(operation);
  for (const part of ['x-amazon-apigateway-integration', 'responses']) {
    const value = map?.get(part);
    if (value !== undefined && isWrong(value)) wrong(value, `${part} of ${name}`);
  }
  for (const [status, response] of asMap(map?.get('responses') ?? operation) ?? []) {
    const headers = asMap(response)?.get('headers');
    if (headers !== undefined && isWrong(headers)) wrong(headers, `headers of response ${status} of ${name}`);
  }
  const security = map?.get('security');
  if (security === undefined || merges || isComputed(security)) return;
  const list = asList(security);
  if (list === undefined || list.some(isWrong)) wrong(security, `security of ${name}`);
}

function isWrong(value: Value): boolean {
  return value.kind === 'known' && !isComputed(value) && asMap(value) === undefined;
}
