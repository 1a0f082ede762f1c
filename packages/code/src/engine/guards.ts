import type { Transform } from '../specs/spec.ts';
import { transformBit } from './transforms.ts';
import { guardKey, type Label } from './label.ts';
import type { Machine } from './machine.ts';
import type { ExternalValue, Learned, Value } from './value.ts';

/** What a guard that admits a value learns of all data in it. */
export function learned(
  machine: Machine,
  value: Value,
  transform: Transform | readonly Transform[],
): readonly Learned[] {
  const transforms = typeof transform === 'string' ? [transform] : transform;
  const bits = transforms.reduce((all, one) => all | transformBit(one), 0);
  if (bits === 0) return [];
  const part = value.kind === 'external' ? urlPart(value) : undefined;
  if (part !== undefined) {
    // The host of a URL was tested: that says it of the URL's data.
    return machine.labels(part).map((label) => ({ key: guardKey(label), bits: transformBit('host-checked') }));
  }
  return machine.labels(value).map((label) => ({ key: guardKey(label), bits }));
}

const hostParts: ReadonlySet<string> = new Set(['hostname', 'host', 'origin', 'netloc']);

/** The URL whose host this is, when it is one. */
export function urlPart(value: ExternalValue): Value | undefined {
  const dot = value.name.lastIndexOf('.');
  if (dot < 0 || !hostParts.has(value.name.slice(dot + 1))) return undefined;
  return value.owner !== undefined && isUrl(value.name.slice(0, dot)) ? value.owner : undefined;
}

function isUrl(name: string): boolean {
  return /(URL|url#parse|urlparse|urlsplit|parse_url|yarl#URL)\(\)$/.test(name);
}

/** The transforms of a label and what guards learned of it, or of what it is a part of. */
export function effectiveTransforms(machine: Machine, label: Label): number {
  const { values } = machine.known;
  let bits = label.transforms;
  if (values.size === 0) return bits;
  for (let path = label.source.path; ;) {
    const known = values.get(guardKey(label, path));
    if (known?.kind === 'constant' && typeof known.value === 'number') bits |= known.value;
    const cut = Math.max(path.lastIndexOf('.'), path.endsWith('[]') ? path.length - 2 : -1);
    if (cut <= 0) return bits;
    path = path.slice(0, cut);
  }
}
