import type { TemplateResource, Value } from '@leastwise/model';
import type { Estate } from '../estate/estate.ts';

/** One difference between two readings of an application. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly resource: TemplateResource;
  /** Of what changed: the path below the properties, joined by dots. */
  readonly path: string;
  /** What stands there now, where something does. */
  readonly after?: string;
}

/** What differs in what would be deployed. Where a value stands in the text is no difference. */
export function estateDifference(before: Estate, after: Estate): readonly Difference[] {
  const was = resourcesOf(before);
  const is = resourcesOf(after);
  const found: Difference[] = [];
  for (const [id, resource] of was) {
    const now = is.get(id);
    if (now === undefined || now.type !== resource.type) found.push({ kind: 'removed', resource, path: '' });
    else found.push(...changes(resource, now));
  }
  for (const [id, resource] of is) {
    if (was.get(id)?.type !== resource.type) found.push({ kind: 'added', resource, path: '' });
  }
  return found;
}

function changes(was: TemplateResource, is: TemplateResource): readonly Difference[] {
  const before = leavesOf(was.properties);
  const after = leavesOf(is.properties);
  const found: Difference[] = [];
  const now = (path: string): { after?: string } => {
    const text = after.get(path);
    return text === undefined ? {} : { after: text };
  };
  for (const [path, text] of before) {
    if (after.get(path) !== text) found.push({ kind: 'changed', resource: was, path, ...now(path) });
  }
  for (const path of after.keys()) {
    if (!before.has(path)) found.push({ kind: 'changed', resource: was, path, ...now(path) });
  }
  return found;
}

/** Every scalar and reference by its path. Kept by hand instead of by recursion: properties may nest as deep as a file. */
function leavesOf(properties: Value): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const open: { readonly path: string; readonly value: Value }[] = [{ path: '', value: properties }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value } = next;
    const below = (step: string | number): string => (path === '' ? String(step) : `${path}.${step}`);
    if (value.kind === 'known' && value.value instanceof Map) {
      for (const [key, inner] of value.value) open.push({ path: below(key), value: inner });
    } else if (value.kind === 'known' && Array.isArray(value.value)) {
      (value.value as readonly Value[]).forEach((inner, index) => open.push({ path: below(index), value: inner }));
    } else if (value.kind !== 'absent') {
      leaves.set(path, spelled(value));
    }
  }
  return leaves;
}

function spelled(value: Value): string {
  switch (value.kind) {
    case 'known':
      return `${typeof value.value} ${String(value.value)}`;
    case 'reference':
      return `reference ${value.node} ${value.attribute}`;
    case 'text':
      return `text ${value.parts.map((part) => (typeof part === 'string' ? part : `\0${spelled(part)}\0`)).join('')}`;
    case 'choice':
      return `choice ${value.options.map((option) => `${option.when}: ${spelled(option.value)}`).join(' | ')}`;
    case 'unknown':
      return `unknown ${value.cause} ${value.name ?? ''}`;
    case 'absent':
      return 'absent';
  }
}

function resourcesOf(estate: Estate): ReadonlyMap<string, TemplateResource> {
  return new Map(estate.fragments.flatMap((fragment) => fragment.resources.map((each) => [each.id, each] as const)));
}
