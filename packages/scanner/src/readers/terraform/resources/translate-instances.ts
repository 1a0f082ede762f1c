import {
  asMap,
  asText,
  type Diagnostic,
  type NodeId,
  type TemplateResource,
  type Unknown,
  type Value,
} from '@leastwise/model';
import type { TerraformApplicationReading, TerraformInstance } from '../instance.ts';
import { codeOf } from './code.ts';
import { rows, rowsByType } from './index.ts';
import { mergeProperties } from './merge-properties.ts';
import { providerNotes } from './provider-notes.ts';
import { argument } from './argument.ts';
import { mapOf, readProperties } from './read.ts';
import type { ReferenceTargets } from './reference-targets.ts';
import { translateReferences } from './references.ts';
import { extraId, isJoin, type Contribution, type Lookups, type ResourceRow, type Scope } from './row.ts';

/** What translation asks about the rest of the configuration. */
export type TranslationContext = Pick<TerraformApplicationReading, 'instance' | 'lookThrough' | 'archiveOf' | 'pathOf'>;

export interface Translation {
  readonly resources: readonly TemplateResource[];
  readonly diagnostics: readonly Diagnostic[];
  readonly unknowns: readonly Unknown[];
}

/**
 * The instances of a configuration as the CloudFormation resources that they amount to, every value where the user wrote it (ADR
 * 0008). A type without a row stays a node of its own type, so that references to it still resolve.
 */
export function translateInstances(instances: readonly TerraformInstance[], context: TranslationContext): Translation {
  const managed = instances.filter(({ mode }) => mode === 'managed');
  const bodies = new Map<NodeId, Value>();
  const owners = new Map<NodeId, TerraformInstance | undefined>();
  const names = nameIndex(managed, context);
  const byType = groupByType(managed);
  const indexes = new Map<string, ReadonlyMap<string, TerraformInstance>>();

  const targets: ReferenceTargets = {
    instance: (id) => context.instance(id),
    lookThrough: (value) => context.lookThrough(value),
    rowOf: resourceRow,
    ownerOf(instance) {
      if (!owners.has(instance.id)) findOwner(instance);
      return owners.get(instance.id);
    },
  };

  /** Follows parts of parts to the whole, once for all on the way; parts that name each other in a circle have none. */
  function findOwner(instance: TerraformInstance): void {
    const parts = new Set<NodeId>();
    let current: TerraformInstance | undefined = instance;
    while (current !== undefined && !owners.has(current.id)) {
      const next = wholeOf(current);
      if (next === undefined) break;
      parts.add(current.id);
      current = parts.has(next.id) ? undefined : next;
    }
    const whole = current === undefined ? undefined : (owners.get(current.id) ?? current);
    for (const id of parts) owners.set(id, whole);
    if (!owners.has(instance.id)) owners.set(instance.id, undefined);
  }

  /** The managed instance that a part names as what it belongs to. */
  function wholeOf(part: TerraformInstance): TerraformInstance | undefined {
    const row = rowsByType.get(part.type);
    if (row === undefined || !isJoin(row) || row.owner === undefined) return undefined;
    const named = argument(part.body, row.owner);
    const whole = named.kind === 'reference' ? context.instance(named.node) : undefined;
    return whole?.mode === 'managed' ? whole : undefined;
  }

  const lookups: Lookups = {
    find(value, types) {
      const id = value.kind === 'reference' ? value.node : onlyReference(value);
      if (id !== undefined) {
        const instance = context.instance(id);
        if (instance === undefined || instance.mode === 'data') return undefined;
        return types.includes(resourceRow(instance)?.type ?? '') ? instance : undefined;
      }
      const name = spelledName(context.lookThrough(value));
      if (name === undefined) return undefined;
      for (const type of types) {
        const found = names.get(`${type}\n${name}`);
        if (found?.length === 1) return found[0];
      }
      return undefined;
    },
    bodyOf(instance) {
      const before = bodies.get(instance.id);
      if (before !== undefined) return before;
      const body = translateReferences(instance.body, targets);
      bodies.set(instance.id, body);
      return body;
    },
    written: (value) => context.lookThrough(value),
    code: (instance, name) => codeOf(instance, argument(instance.body, name), context),
    index(name, terraform, keyOf) {
      const before = indexes.get(name);
      if (before !== undefined) return before;
      const made = new Map<string, TerraformInstance>();
      for (const instance of terraform.flatMap((type) => byType.get(type) ?? [])) {
        const key = keyOf(lookups.bodyOf(instance));
        if (key !== undefined && !made.has(key)) made.set(key, instance);
      }
      indexes.set(name, made);
      return made;
    },
  };

  const resources = new Map<NodeId, TemplateResource>();
  const joined: { readonly instance: TerraformInstance; readonly contributions: readonly Contribution[] }[] = [];
  for (const instance of managed) {
    const row = rowsByType.get(instance.type);
    const body = lookups.bodyOf(instance);
    const scope: Scope = { block: body, body, instance, lookups };
    if (row === undefined) add(resources, resourceOf(instance, instance.type, body));
    else if (isJoin(row)) joined.push({ instance, contributions: row.contributes(scope) });
    else {
      const properties = row.whole?.(scope) ?? readProperties(row.properties, scope);
      add(resources, resourceOf(instance, row.typeOf?.(scope) ?? row.type, properties));
      for (const extra of row.more?.(scope) ?? []) {
        add(resources, {
          ...resourceOf(instance, extra.type, extra.properties),
          id: extraId(instance.id, extra.suffix),
          logicalId: `${instance.address}.${extra.suffix}`,
          ...(extra.location === undefined ? {} : { location: extra.location, keyRange: extra.location }),
          generatedFrom: { id: instance.id, by: instance.type },
        });
      }
    }
  }
  for (const { instance, contributions } of joined) {
    const homeless = contributions.filter((contribution) => !contribute(contribution));
    const row = rowsByType.get(instance.type);
    const manner = row !== undefined && isJoin(row) ? row.withoutOwner : undefined;
    if (manner !== undefined && homeless.length > 0) {
      homeless.forEach((contribution, index) => {
        const owner = ownerElsewhere(instance, contribution, manner);
        add(resources, index === 0 ? owner : { ...owner, id: extraId(owner.id, `owner[${index}]`) });
      });
    }
    // What belongs to nothing here keeps a node of its own type: references to it resolve, and no check asks it.
    else if (homeless.length === contributions.length)
      add(resources, resourceOf(instance, instance.type, lookups.bodyOf(instance)));
  }

  function contribute({ target, types, properties }: Contribution): boolean {
    const owner = lookups.find(target, types);
    const before = owner === undefined ? undefined : resources.get(owner.id);
    if (owner === undefined || before === undefined) return false;
    resources.set(owner.id, { ...before, properties: mergeProperties(before.properties, properties) });
    return true;
  }

  return { resources: [...resources.values()], diagnostics: providerNotes(managed), unknowns: [] };
}

function resourceRow(instance: TerraformInstance): ResourceRow | undefined {
  const row = rowsByType.get(instance.type);
  return row === undefined || isJoin(row) ? undefined : row;
}

function add(resources: Map<NodeId, TemplateResource>, resource: TemplateResource): void {
  if (!resources.has(resource.id)) resources.set(resource.id, resource);
}

function resourceOf(instance: TerraformInstance, type: string, properties: Value): TemplateResource {
  return {
    id: instance.id,
    logicalId: instance.address,
    type,
    properties,
    location: instance.location,
    keyRange: instance.keyRange,
    ...(instance.dependsOn.length === 0 ? {} : { dependsOn: instance.dependsOn }),
    ...(instance.generatedBy === undefined ? {} : { generatedFrom: { id: instance.id, by: instance.generatedBy } }),
  };
}

/** The resource of another configuration, as far as a line about it here says. */
function ownerElsewhere(
  instance: TerraformInstance,
  { types, properties }: Contribution,
  manner: 'bare' | 'open',
): TemplateResource {
  const type = types[0] ?? instance.type;
  if (manner === 'bare') return resourceOf(instance, type, properties);
  const row = rows.find((candidate): candidate is ResourceRow => !isJoin(candidate) && candidate.type === type);
  const open: Value = {
    kind: 'unknown',
    cause: 'import',
    reason: `What ${instance.address} is a part of stands in another configuration.`,
    origin: instance.keyRange,
  };
  const said = asMap(properties) ?? new Map<string, Value>();
  const rest = Object.keys(row?.properties ?? {}).filter((name) => !said.has(name));
  const all = new Map([...said, ...rest.map((name): [string, Value] => [name, open])]);
  return resourceOf(instance, type, mapOf(all, instance.location));
}

function groupByType(instances: readonly TerraformInstance[]): ReadonlyMap<string, readonly TerraformInstance[]> {
  const groups = new Map<string, TerraformInstance[]>();
  for (const instance of instances) {
    const group = groups.get(instance.type);
    if (group === undefined) groups.set(instance.type, [instance]);
    else group.push(instance);
  }
  return groups;
}

/** CloudFormation type and name → the instances that are called so. */
function nameIndex(
  instances: readonly TerraformInstance[],
  context: TranslationContext,
): ReadonlyMap<string, readonly TerraformInstance[]> {
  const names = new Map<string, TerraformInstance[]>();
  for (const instance of instances) {
    const row = resourceRow(instance);
    const name =
      row?.name === undefined ? undefined : spelledName(context.lookThrough(argument(instance.body, row.name)));
    if (row === undefined || name === undefined) continue;
    const key = `${row.type}\n${name}`;
    const same = names.get(key);
    if (same === undefined) names.set(key, [instance]);
    else same.push(instance);
  }
  return names;
}

/** A name with what is not known in it: two texts with the same holes are the same name. */
function spelledName(value: Value): string | undefined {
  if (value.kind !== 'text')
    return value.kind === 'unknown' && value.name !== undefined ? `<${value.name}>` : asText(value);
  let spelled = '';
  for (const part of value.parts) {
    if (typeof part === 'string') spelled += part;
    else if (part.kind === 'reference') spelled += `<${part.node}>`;
    else if (part.name === undefined) return undefined;
    else spelled += `<${part.name}>`;
  }
  return spelled;
}

/** `"${aws_s3_bucket.photos.id}"` is the bucket; a text with more around the reference is another name. */
function onlyReference(value: Value): NodeId | undefined {
  if (value.kind !== 'text') return undefined;
  const [only, ...rest] = value.parts.filter((part) => part !== '');
  return rest.length === 0 && typeof only === 'object' && only.kind === 'reference' ? only.node : undefined;
}
