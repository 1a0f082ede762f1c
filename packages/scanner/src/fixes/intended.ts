import type { FixIntent, NodeId, SourceRange, Value } from '@leastwise/model';
import type { Estate } from '../estate/estate.ts';
import type { Difference } from './estate-difference.ts';
import { fieldPath } from './field-path.ts';
import { rowsByType } from '../readers/terraform/resources/index.ts';
import { isJoin } from '../readers/terraform/resources/row.ts';
import { addable } from './terraform/terraform-paths.ts';
import { resourceOf } from './site.ts';

/** Whether a difference is what the intents want, or what the platform's transform makes of that. */
export function isIntended(difference: Difference, intents: readonly FixIntent[], before: Estate): boolean {
  return intents.some((intent) => wants(intent, difference, before) || follows(intent, difference, before));
}

function wants(intent: FixIntent, { kind, resource, path, after }: Difference, before: Estate): boolean {
  switch (intent.kind) {
    case 'set':
    case 'append':
    case 'remove': {
      if (kind !== 'changed' || resource.id !== intent.subject) return false;
      const node = before.nodes.get(intent.subject);
      const field = node === undefined ? undefined : fieldPath(node, intent.field)?.join('.');
      return field !== undefined && (field === '' || path === field || path.startsWith(`${field}.`));
    }
    case 'add-resource':
      return (
        kind === 'added' &&
        typesOf(intent.type).includes(resource.type) &&
        isNamedAfter(resource.logicalId, intent.suffix)
      );
    case 'replace': {
      if (kind !== 'changed') return false;
      const below = (intent.path ?? []).map((step) => `.${step}`).join('');
      return pathsAt(resource.properties, intent.at).some(
        (found) => path === `${found}${below}` || path.startsWith(`${found}${below}.`) || found === path,
      );
    }
    case 'set-parameter':
      // Without its default the value of a parameter is not known, wherever it goes.
      return kind === 'changed' && intent.key === 'Default' && after === `unknown parameter ${intent.parameter}`;
    case 'authorize-route':
      return kind === 'changed' && resource.type.startsWith('AWS::ApiGateway');
  }
}

/** What is added for a type: that, or what Terraform writes for it, in its own word and in that of the reader. */
function typesOf(type: string): readonly string[] {
  const terraform = addable[type]?.type;
  const row = terraform === undefined ? undefined : rowsByType.get(terraform);
  return [
    type,
    ...(terraform === undefined ? [] : [terraform]),
    ...(row === undefined || isJoin(row) ? [] : [row.type]),
  ];
}

/** `OrdersDeadLetterQueue`, or `aws_sqs_queue.orders_dead_letter_queue` of Terraform. */
function isNamedAfter(name: string, suffix: string): boolean {
  return name.replaceAll('_', '').toLowerCase().includes(suffix.toLowerCase());
}

/** What is generated from the same piece of text changes along: a role that gets the right to send to the new queue. */
function follows(intent: FixIntent, { resource }: Difference, before: Estate): boolean {
  if (resource.generatedFrom === undefined) return false;
  const cause = causeOf(before, intent.subject);
  return resource.generatedFrom.id === cause || resource.generatedFrom.id === intent.subject;
}

function causeOf(estate: Estate, id: NodeId): NodeId {
  return resourceOf(estate, id)?.resource.generatedFrom?.id ?? id;
}

/** Where in the properties the value of a place ended up. */
function pathsAt(properties: Value, at: SourceRange): readonly string[] {
  const paths: string[] = [];
  const open: { readonly path: string; readonly value: Value }[] = [{ path: '', value: properties }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value } = next;
    const { file, start, end } = value.origin;
    const isPart = value.kind !== 'known' || typeof value.value !== 'object';
    const holds = isPart ? start <= at.start && at.end <= end : start === at.start && end === at.end;
    if (file === at.file && holds) paths.push(path);
    if (value.kind !== 'known') continue;
    const members: readonly (readonly [string, Value])[] =
      value.value instanceof Map
        ? [...(value.value as ReadonlyMap<string, Value>)]
        : Array.isArray(value.value)
          ? (value.value as readonly Value[]).map((item, index) => [String(index), item] as const)
          : [];
    for (const [key, inner] of members) open.push({ path: path === '' ? key : `${path}.${key}`, value: inner });
  }
  return paths;
}
