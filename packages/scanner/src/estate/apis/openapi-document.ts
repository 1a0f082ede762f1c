import { asMap, asText, member, type SourceRange, type Value } from '@leastwise/model';

/** One operation of an OpenAPI document (2 or 3), as written. */
export interface Operation {
  /** `GET`; `ANY` for x-amazon-apigateway-any-method. */
  readonly method: string;
  readonly path: string;
  readonly value: Value;
  /** Where the method stands. */
  readonly at: SourceRange;
}

const methodKeys = new Map([
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'].map(
    (key) => [key, key.toUpperCase()] as const,
  ),
  ['x-amazon-apigateway-any-method', 'ANY'] as const,
]);

/** Every operation that can be read, and the parts of `paths` that cannot. */
export function operationsOf(document: Value): {
  readonly operations: readonly Operation[];
  readonly open: readonly Value[];
} {
  const paths = member(document, 'paths');
  const byPath = asMap(paths);
  if (byPath === undefined) return { operations: [], open: paths.kind === 'absent' ? [] : [paths] };
  const operations: Operation[] = [];
  const open: Value[] = [];
  for (const [path, written] of byPath) {
    const item = dereference(document, written);
    const methods = asMap(item);
    if (methods === undefined) {
      if (item.kind !== 'absent' && item.kind !== 'known') open.push(item);
      continue;
    }
    const elsewhere = methods.get('$ref');
    if (elsewhere !== undefined) open.push(elsewhereOf(elsewhere));
    for (const [key, value] of methods) {
      const method = methodKeys.get(key.toLowerCase());
      if (method !== undefined)
        operations.push({ method, path, value: dereference(document, value), at: value.origin });
    }
  }
  return { operations, open };
}

/** A reference that leads nowhere in the document: which operations stand behind it is not known. */
function elsewhereOf(reference: Value): Value {
  return {
    kind: 'unknown',
    cause: 'missing-file',
    reason: `The operations behind ${asText(reference) ?? 'a reference'} are not in the document.`,
    origin: reference.origin,
  };
}

/** Follows `$ref: '#/components/…'` inside the document; anything else stays as it is. */
export function dereference(document: Value, value: Value): Value {
  let current = value;
  for (let depth = 0; depth < 8; depth++) {
    const pointer = asText(member(current, '$ref'));
    if (pointer === undefined || !pointer.startsWith('#/')) return current;
    const steps = pointer
      .slice(2)
      .split('/')
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const target = member(document, ...steps);
    if (target.kind === 'absent') return current;
    current = target;
  }
  return current;
}
