import { asList, asMap, asText, isAbsent, type TemplateResource, type Value } from '@leastwise/model';
import { globalProperties } from './global-properties.ts';
import { isComputed, itemsOf } from './read-value.ts';
import type { SamInput } from './sam-input.ts';

type Tell = (at: Value['origin'], message: string, hint: string) => void;

/**
 * The properties of a SAM resource with the `Globals` section merged in: maps merge, lists concatenate with the global
 * items first, anything else is overridden.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
export function mergeGlobals(resource: TemplateResource, input: SamInput): Map<string, Value> {
  const merged = mergedProperties(resource, input);
  return withoutAbsent(merged);
}

/** `AWS::NoValue` has removed what Globals give; from here on it says no more than a member that is not written. */
function withoutAbsent(map: ReadonlyMap<string, Value>): Map<string, Value> {
  const present = new Map<string, Value>();
  for (const [name, value] of map) {
    if (isAbsent(value)) continue;
    present.set(name, bare(value));
  }
  return present;
}

function bare(value: Value): Value {
  const map = asMap(value);
  if (map !== undefined && value.kind === 'known')
    return holdsAbsent(map) ? { ...value, value: bareMembers(map) } : value;
  const list = asList(value);
  return list !== undefined && value.kind === 'known' && list.some((item) => asMap(item) !== undefined)
    ? { ...value, value: list.map(bare) }
    : value;
}

function bareMembers(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([, inner]) => inner.kind !== 'absent').map(([name, inner]) => [name, bare(inner)]));
}

function holdsAbsent(map: ReadonlyMap<string, Value>): boolean {
  return [...map.values()].some(
    (inner) => inner.kind === 'absent' || (inner.kind === 'known' && typeof inner.value === 'object'),
  );
}

function mergedProperties(resource: TemplateResource, input: SamInput): Map<string, Value> {
  const own = asMap(resource.properties) ?? new Map<string, Value>();
  const section = asMap(input.globals)?.get(resource.type.replace('AWS::Serverless::', ''));
  const globals = section === undefined ? undefined : asMap(section);
  if (globals === undefined) return new Map(own);
  const ignored = input.attribute(resource.logicalId, 'IgnoreGlobals');
  if (ignored !== undefined && asText(ignored) === '*') return new Map(own);
  const left = new Map(globals);
  for (const name of itemsOf(ignored)) left.delete(asText(name) ?? '');
  return mergeMaps(left, asMap(input.withNoValues(resource)) ?? own);
}

/** Says what the transform refuses in the `Globals` section; its other members are still merged. */
export function checkGlobals(input: SamInput, invalid: Tell): void {
  const { globals } = input;
  if (globals.kind === 'absent') return;
  const sections = asMap(globals);
  if (sections === undefined) {
    invalid(
      globals.origin,
      'The Globals section is no map, so it cannot be merged.',
      'Write a map such as "Function:".',
    );
    return;
  }
  for (const [name, properties] of sections) {
    const allowed = Object.hasOwn(globalProperties, name) ? globalProperties[name] : undefined;
    const map = asMap(properties);
    if (allowed === undefined) {
      invalid(
        properties.origin,
        `Globals has no section ${name}.`,
        `Use one of ${Object.keys(globalProperties).join(', ')}.`,
      );
    } else if (map === undefined) {
      invalid(properties.origin, `The section ${name} of Globals is no map.`, 'Write the properties as a map.');
    } else {
      for (const [key, value] of map) {
        if (!allowed.has(key)) {
          invalid(value.origin, `${key} cannot stand in the Globals of ${name}.`, 'Write it at each resource.');
        }
      }
    }
  }
  for (const resource of input.resources) checkIgnored(resource, input, sections, invalid);
}

function checkIgnored(
  resource: TemplateResource,
  input: SamInput,
  sections: ReadonlyMap<string, Value>,
  invalid: Tell,
): void {
  const ignored = resource.type.startsWith('AWS::Serverless::')
    ? input.attribute(resource.logicalId, 'IgnoreGlobals')
    : undefined;
  if (ignored === undefined || asText(ignored) === '*') return;
  const section = sections.get(resource.type.replace('AWS::Serverless::', ''));
  const known = section === undefined ? undefined : asMap(section);
  const names = asList(ignored);
  if (names?.every((name) => known?.has(asText(name) ?? '')) ?? known === undefined) return;
  invalid(
    ignored.origin,
    `IgnoreGlobals of ${resource.logicalId} names what Globals does not hold.`,
    'Write "*" or a list of properties of Globals.',
  );
}

function mergeMaps(global: ReadonlyMap<string, Value>, local: ReadonlyMap<string, Value>): Map<string, Value> {
  const merged = new Map(global);
  for (const [key, value] of local) {
    const inherited = merged.get(key);
    if (value.kind === 'absent' && inherited !== undefined) merged.set(key, value);
    else merged.set(key, inherited === undefined ? value : mergeValues(inherited, value));
  }
  return merged;
}

/** A value that an intrinsic yielded overrides as a whole, as in the transform, which merges before it evaluates. */
function mergeValues(global: Value, local: Value): Value {
  if (isComputed(global) || isComputed(local)) return local;
  const globalMap = asMap(global);
  const localMap = asMap(local);
  if (globalMap !== undefined && localMap !== undefined) {
    return { kind: 'known', value: mergeMaps(globalMap, localMap), origin: local.origin, via: [global.origin] };
  }
  const globalList = asList(global);
  const localList = asList(local);
  if (globalList !== undefined && localList !== undefined) {
    return { kind: 'known', value: [...globalList, ...localList], origin: local.origin, via: [global.origin] };
  }
  return local;
}
