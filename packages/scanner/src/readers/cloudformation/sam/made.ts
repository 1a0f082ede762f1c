import type { NodeId, Reference, SourceRange, Value } from '@leastwise/model';
import { textValue } from '../text-value.ts';

/** What a value can be made of: JSON with values of the template inside. Members that are undefined are left out. */
export type Material =
  | Value
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Material[]
  | { readonly [key: string]: Material };

/** Makes values that nobody wrote. Their origin is what causes them: the SAM resource or its event. */
export interface Maker {
  readonly origin: SourceRange;
  of(material: Material): Value;
  /** An attribute of a resource of the same stack; `Ref` when none is named. */
  ref(logicalId: string, attribute?: string): Reference;
  pseudo(name: string): Value;
  /**
   * Fills `${name}` of a pattern: from `values`, else a pseudo parameter (`AWS::Region`), else an attribute of a resource
   * (`Orders.Arn`, `Orders`).
   */
  sub(pattern: string, values?: Readonly<Record<string, Value>>): Value;
  /** The same maker for another cause. */
  at(origin: SourceRange): Maker;
}

interface MakerSource {
  idOf(logicalId: string): NodeId;
  pseudo(name: string, origin: SourceRange): Value;
}

export function makerAt(source: MakerSource, origin: SourceRange): Maker {
  const maker: Maker = {
    origin,
    of: (material) => make(material, origin),
    ref: (logicalId, attribute = 'Ref') => ({ kind: 'reference', node: source.idOf(logicalId), attribute, origin }),
    pseudo: (name) => source.pseudo(name, origin),
    at: (other) => makerAt(source, other),
    sub(pattern, values = {}) {
      const parts = pattern.split(/\$\{([^}]*)\}/).map((part, index): string | Value => {
        if (index % 2 === 0) return part;
        if (Object.hasOwn(values, part)) return values[part] as Value;
        if (part.startsWith('AWS::')) return maker.pseudo(part);
        const dot = part.indexOf('.');
        return dot < 0 ? maker.ref(part) : maker.ref(part.slice(0, dot), part.slice(dot + 1));
      });
      return textValue(parts, origin);
    },
  };
  return maker;
}

function make(material: Material, origin: SourceRange): Value {
  if (material === undefined) return { kind: 'absent', origin };
  if (material === null || typeof material !== 'object') return { kind: 'known', value: material, origin };
  if (isValue(material)) return material;
  if (Array.isArray(material)) {
    const items = (material as readonly Material[]).filter((item) => item !== undefined);
    return { kind: 'known', value: items.map((item) => make(item, origin)), origin };
  }
  return mapOf(material as Readonly<Record<string, Material>>, origin);
}

export function mapOf(members: Readonly<Record<string, Material>>, origin: SourceRange): Value {
  const map = new Map<string, Value>();
  for (const [key, member] of Object.entries(members)) {
    if (member === undefined) continue;
    const value = make(member, origin);
    if (value.kind !== 'absent') map.set(key, value);
  }
  return { kind: 'known', value: map, origin };
}

function isValue(material: object): material is Value {
  return 'kind' in material && 'origin' in material && typeof material.kind === 'string';
}
