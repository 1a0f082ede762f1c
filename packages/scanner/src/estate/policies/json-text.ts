import { asText, type Reference, type SourceRange, type Unknown, type Value } from '@leastwise/model';

/**
 * The structure inside a JSON text, with the holes of `!Sub` kept as parts. Members stand where the text stands, because
 * no offset inside a string that an intrinsic built leads back to the user's text. Undefined when it is no JSON structure.
 */
export function parseJsonText(value: Value): Value | undefined {
  const holes: (Reference | Unknown)[] = [];
  const text =
    value.kind === 'text'
      ? value.parts.map((part) => (typeof part === 'string' ? part : mark(holes, part))).join('')
      : asText(value);
  if (text === undefined || !/^\s*[{[]/.test(text)) return undefined;
  try {
    return toValue(JSON.parse(text) as unknown, holes, value.origin);
  } catch {
    return undefined;
  }
}

/** Private use characters around the number of the hole: JSON keeps them, and no policy holds them. */
function mark(holes: (Reference | Unknown)[], hole: Reference | Unknown): string {
  holes.push(hole);
  return `\uE000${holes.length - 1}\uE001`;
}

function toValue(data: unknown, holes: readonly (Reference | Unknown)[], origin: SourceRange): Value {
  if (Array.isArray(data)) return { kind: 'known', value: data.map((item) => toValue(item, holes, origin)), origin };
  if (typeof data === 'object' && data !== null) {
    return {
      kind: 'known',
      value: new Map(Object.entries(data).map(([key, inner]) => [key, toValue(inner, holes, origin)])),
      origin,
    };
  }
  if (typeof data === 'string') return fillHoles(data, holes, origin);
  return { kind: 'known', value: typeof data === 'number' || typeof data === 'boolean' ? data : null, origin };
}

function fillHoles(text: string, holes: readonly (Reference | Unknown)[], origin: SourceRange): Value {
  const pieces = text.split(/\uE000(\d+)\uE001/);
  if (pieces.length === 1) return { kind: 'known', value: text, origin };
  const parts: (string | Reference | Unknown)[] = [];
  pieces.forEach((piece, index) => {
    const part = index % 2 === 0 ? piece : holes[Number(piece)];
    if (part !== undefined && part !== '') parts.push(part);
  });
  const only = parts[0];
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return only;
  return { kind: 'text', parts, origin };
}
