import type { NodeId, Reference, SourceRange, Value } from '@leastwise/model';
import type { TerraformArchive, TerraformInstance } from '../instance.ts';
import { translateInstances, type Translation, type TranslationContext } from './translate-instances.ts';

/** An argument of a block as a test writes it: `${type.name.attribute}` is a reference. */
type Written = string | number | boolean | readonly Written[] | { readonly [name: string]: Written };

export interface Configuration {
  /** Address → block; nested blocks are lists of maps, as evaluation gives them. */
  readonly [address: string]: Readonly<Record<string, Written>>;
}

/**
 * Instances without their text: every value stands at a place of its own, so that a test can ask where a translated value is
 * from. The evaluator has tests for the rest.
 */
export function instancesOf(configuration: Configuration): readonly TerraformInstance[] {
  let offset = 0;
  const place = (): SourceRange => ({ file: 'main.tf', start: offset++, end: offset });
  const value = (written: Written): Value => {
    const origin = place();
    if (typeof written === 'string') return textValue(written, origin);
    if (Array.isArray(written)) return { kind: 'known', value: (written as readonly Written[]).map(value), origin };
    if (typeof written === 'object')
      return {
        kind: 'known',
        value: new Map(Object.entries(written).map(([key, inner]) => [key, value(inner as Written)])),
        origin,
      };
    return { kind: 'known', value: written, origin };
  };
  return Object.entries(configuration).map(([address, block]) => {
    const isData = address.startsWith('data.');
    const [type = '', name = ''] = address.replace(/^data\./, '').split('.');
    return {
      address,
      mode: isData ? 'data' : 'managed',
      type,
      name,
      modulePath: '',
      id: idOf(address),
      file: 'main.tf',
      location: place(),
      keyRange: place(),
      body: value(block),
      provider: { name: type.split('_')[0] ?? '' },
      dependsOn: [],
    };
  });
}

export function translate(
  configuration: Configuration,
  archives: Readonly<Record<string, TerraformArchive>> = {},
): Translation {
  const instances = instancesOf(configuration);
  const byId = new Map(instances.map((instance) => [instance.id, instance]));
  const context: TranslationContext = {
    instance: (id) => byId.get(id),
    lookThrough(written) {
      if (written.kind !== 'reference') return written;
      const body = byId.get(written.node)?.body;
      const found =
        body?.kind === 'known' && body.value instanceof Map
          ? (body.value as ReadonlyMap<string, Value>).get(written.attribute)
          : undefined;
      return found === undefined ? written : context.lookThrough(found);
    },
    archiveOf: (written) => (written.kind === 'known' ? archives[String(written.value)] : undefined),
    pathOf: (_instance, written) => (written.kind === 'known' ? String(written.value) : undefined),
  };
  return translateInstances(instances, context);
}

export function idOf(address: string): NodeId {
  return `aws:.#/${address}`;
}

function textValue(written: string, origin: SourceRange): Value {
  const pieces = written.split(/\$\{([^}]+)\}/);
  const parts = pieces.map((piece, index): string | Reference => (index % 2 === 0 ? piece : reference(piece, origin)));
  const filled = parts.filter((part) => part !== '');
  const only = filled[0];
  if (filled.length === 0) return { kind: 'known', value: '', origin };
  if (filled.length === 1 && only !== undefined)
    return typeof only === 'string' ? { kind: 'known', value: only, origin } : only;
  return { kind: 'text', parts: filled, origin };
}

function reference(path: string, origin: SourceRange): Reference {
  const dot = path.lastIndexOf('.');
  return { kind: 'reference', node: idOf(path.slice(0, dot)), attribute: path.slice(dot + 1), origin };
}
